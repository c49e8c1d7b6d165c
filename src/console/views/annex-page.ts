import { escapeUTF8 } from 'entities';
import { FORMAL_REPORT_DAYS } from '../../domain/report-clock.js';
import { LOCALES } from '../../words/language.js';
import { ANNEX } from '../../words/reports/annex.js';
import { CHANNEL_TERMS } from '../../words/reports/terms.js';
import { capital, type Message, say } from '../../words/say.js';
import { KIND_TERMS, PLATFORM_TERMS, termOf } from '../../words/terms.js';
import type { ReportPage } from './report-schemas.js';

/** The annex as a page to be printed: words of others as text, nothing from elsewhere, no script. */
export function annexPage(report: ReportPage): string {
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>${text(ANNEX.title)}</title><style>${STYLE}</style></head><body>
<header><h1>${text(ANNEX.title)}</h1><p>${text(ANNEX.subtitle)}</p></header>
${section(ANNEX.supervisor, [
  [ANNEX.officer, report.broughtBy],
  [ANNEX.taskLetter, report.act.taskLetter],
  [ANNEX.written, instant(report, report.broughtAt)],
  [ANNEX.number, report.id],
])}
${section(ANNEX.activity, actRows(report))}
${section(ANNEX.account, accountRows(report))}
<section><h2>${text(ANNEX.description)}</h2><p class="words">${escapeUTF8(report.act.story ?? '') || text(ANNEX.none)}</p></section>
<section><h2>${text(ANNEX.words)}</h2><p class="words">${escapeUTF8(report.act.words ?? '') || text(ANNEX.none)}</p></section>
<section><h2>${text(ANNEX.evidence)}</h2>${evidence(report)}</section>
<section><h2>${text(ANNEX.clock)}</h2><p>${clock(report)}</p><p class="small">${text(ANNEX.clockMeans)}</p></section>
<p class="small">${text(ANNEX.unproven)}</p>
<p class="signature">${text(ANNEX.signature)}<br><br><br>${escapeUTF8(report.broughtBy ?? '')}</p>
</body></html>`;
}

type Row = readonly [label: Message, value: string | null];

function actRows(report: ReportPage): Row[] {
  const { act, channel } = report;
  const platform = act.link?.platform;
  return [
    [ANNEX.kind, act.kind && capital(termOf(KIND_TERMS, act.kind, 'id'))],
    [ANNEX.channel, capital(termOf(CHANNEL_TERMS, channel, 'id'))],
    [ANNEX.platform, platform ? termOf(PLATFORM_TERMS, platform, 'id') : null],
    [ANNEX.address, act.link?.canonical ?? null],
    [ANNEX.seenAt, act.seenAt && instant(report, act.seenAt)],
    [ANNEX.place, act.place],
  ];
}

function accountRows({ account, who }: ReportPage): Row[] {
  if (!account) {
    const said = [who.handle, who.name, who.office].filter(Boolean).join(' · ');
    return [[ANNEX.handle, said ? `${said} (${say(ANNEX.notTied, 'id')})` : say(ANNEX.notTied, 'id')]];
  }
  const { name, nipMasked, position, office, platform, handle } = account;
  return [
    [ANNEX.holder, `${name} (NIP ${nipMasked})`],
    [ANNEX.position, `${position}, ${office.name}`],
    [ANNEX.handle, `${handle} (${termOf(PLATFORM_TERMS, platform, 'id')})`],
  ];
}

function evidence({ files }: ReportPage): string {
  if (files.length === 0) return `<p>${text(ANNEX.noFiles)}</p>`;
  const rows = files.map(
    ({ type, bytes, broughtSha256 }, i) =>
      `<tr><td>${i + 1}. ${escapeUTF8(type)}, ${Math.ceil(bytes / 1024)} kB</td><td class="digest">${broughtSha256}</td></tr>`,
  );
  return `<table><tr><th>${text(ANNEX.file)}</th><th>${text(ANNEX.digest)}</th></tr>${rows.join('')}</table>`;
}

function clock(report: ReportPage): string {
  const seen = new Date(report.act.seenAt ?? report.broughtAt);
  const values = {
    day: day(seen, report.zone.name),
    last: day(new Date(`${report.formal.lastDay}T00:00:00Z`), 'UTC'),
    days: FORMAL_REPORT_DAYS,
  };
  return escapeUTF8(say(ANNEX.clockSays, 'id', values));
}

function day(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(LOCALES.id, { dateStyle: 'full', timeZone }).format(at);
}

function instant({ zone }: ReportPage, at: string): string {
  const options = { dateStyle: 'full', timeStyle: 'short', timeZone: zone.name } as const;
  return `${new Intl.DateTimeFormat(LOCALES.id, options).format(new Date(at))} ${zone.label}`;
}

function section(heading: Message, rows: readonly Row[]): string {
  const lines = rows.map(
    ([label, value]) => `<tr><th>${text(label)}</th><td>${escapeUTF8(value ?? '') || text(ANNEX.none)}</td></tr>`,
  );
  return `<section><h2>${text(heading)}</h2><table>${lines.join('')}</table></section>`;
}

function text(message: Message): string {
  return escapeUTF8(message.id);
}

const STYLE = `@page{size:A4;margin:18mm}body{font:11pt/1.4 "Liberation Sans",Arial,sans-serif;color:#000}
h1{font-size:15pt;margin:0}h2{font-size:11pt;margin:14pt 0 3pt;border-bottom:1px solid #000}p{margin:3pt 0}
table{border-collapse:collapse;width:100%}th{text-align:left;font-weight:400;width:34%;color:#333}th,td{padding:2pt 6pt 2pt 0;vertical-align:top}
td,.words{overflow-wrap:anywhere;white-space:pre-wrap}.digest{font:8pt monospace}.small{font-size:9pt;color:#333}.signature{margin-top:24pt;width:50%}section{break-inside:avoid}`;
