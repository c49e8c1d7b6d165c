import { escapeUTF8 } from 'entities';
import { FORMAL_REPORT_DAYS } from '../../domain/report-clock.js';
import { ANNEX } from '../../words/reports/annex.js';
import { CHANNEL_TERMS } from '../../words/reports/terms.js';
import { capital, say } from '../../words/say.js';
import { KIND_TERMS, PLATFORM_TERMS, termOf } from '../../words/terms.js';
import { type PaperRow, paper, paperDay, paperInstant, paperSection, paperTable, paperWords, textOf } from './paper.js';
import type { ReportPage } from './report-schemas.js';

/** The annex as a page to be printed: words of others as text, nothing from elsewhere, no script. */
export function annexPage(report: ReportPage): string {
  const body = `<header><h1>${textOf(ANNEX.title)}</h1><p>${textOf(ANNEX.subtitle)}</p></header>
${paperSection(
  ANNEX.supervisor,
  paperTable([
    [ANNEX.officer, report.broughtBy],
    [ANNEX.taskLetter, report.act.taskLetter],
    [ANNEX.written, paperInstant(report.broughtAt, report.zone)],
    [ANNEX.number, report.id],
  ]),
)}
${paperSection(ANNEX.activity, paperTable(actRows(report)))}
${paperSection(ANNEX.account, paperTable(accountRows(report)))}
${paperSection(ANNEX.description, paperWords(report.act.story))}
${paperSection(ANNEX.words, paperWords(report.act.words))}
${paperSection(ANNEX.evidence, evidence(report))}
${paperSection(ANNEX.clock, `<p>${clock(report)}</p><p class="small">${textOf(ANNEX.clockMeans)}</p>`)}
<p class="small">${textOf(ANNEX.unproven)}</p>
<p class="signature">${textOf(ANNEX.signature)}<br><br><br>${escapeUTF8(report.broughtBy ?? '')}</p>`;
  return paper(ANNEX.title, body);
}

function actRows(report: ReportPage): PaperRow[] {
  const { act, channel } = report;
  const platform = act.link?.platform;
  return [
    [ANNEX.kind, act.kind && capital(termOf(KIND_TERMS, act.kind, 'id'))],
    [ANNEX.channel, capital(termOf(CHANNEL_TERMS, channel, 'id'))],
    [ANNEX.platform, platform ? termOf(PLATFORM_TERMS, platform, 'id') : null],
    [ANNEX.address, act.link?.canonical ?? null],
    [ANNEX.seenAt, act.seenAt && paperInstant(act.seenAt, report.zone)],
    [ANNEX.place, act.place],
  ];
}

function accountRows({ account, who }: ReportPage): PaperRow[] {
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
  if (files.length === 0) return `<p>${textOf(ANNEX.noFiles)}</p>`;
  const rows = files.map(
    ({ type, bytes, broughtSha256 }, i) =>
      `<tr><td>${i + 1}. ${escapeUTF8(type)}, ${Math.ceil(bytes / 1024)} kB</td><td class="digest">${broughtSha256}</td></tr>`,
  );
  return `<table><tr><th>${textOf(ANNEX.file)}</th><th>${textOf(ANNEX.digest)}</th></tr>${rows.join('')}</table>`;
}

function clock(report: ReportPage): string {
  const seen = new Date(report.act.seenAt ?? report.broughtAt);
  const values = {
    day: paperDay(seen, report.zone.name),
    last: paperDay(new Date(`${report.formal.lastDay}T00:00:00Z`), 'UTC'),
    days: FORMAL_REPORT_DAYS,
  };
  return escapeUTF8(say(ANNEX.clockSays, 'id', values));
}
