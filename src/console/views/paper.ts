import { escapeUTF8 } from 'entities';
import { LOCALES } from '../../words/language.js';
import type { Message } from '../../words/say.js';

/** What a sheet that is printed is made of: words of others as text, nothing from elsewhere, no script. Papers of the house speak Indonesian. */

export type PaperRow = readonly [label: Message, value: string | null | undefined];

/** What stands where nothing is known. */
const NONE = '–';

/** A whole page; `body` is markup of ours. Nothing that got into it by mistake could run, or be fetched. */
export function paper(title: Message, body: string, style = ''): string {
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${textOf(title)}</title><style>${STYLE}${style}</style></head><body>
${body}
</body></html>`;
}

export function paperSection(heading: Message, body: string): string {
  return `<section><h2>${textOf(heading)}</h2>${body}</section>`;
}

export function paperTable(rows: readonly PaperRow[]): string {
  const lines = rows.map(([label, value]) => `<tr><th>${textOf(label)}</th><td>${shown(value)}</td></tr>`);
  return `<table>${lines.join('')}</table>`;
}

/** Words of others, as they stand. */
export function paperWords(words: string | null | undefined): string {
  return `<p class="words">${shown(words)}</p>`;
}

export function textOf(message: Message): string {
  return escapeUTF8(message.id);
}

function shown(value: string | null | undefined): string {
  return escapeUTF8(value || NONE);
}

interface PaperZone {
  readonly name: string;
  readonly label: string;
}

export function paperInstant(at: string, zone: PaperZone): string {
  const options = { dateStyle: 'full', timeStyle: 'short', timeZone: zone.name } as const;
  return `${new Intl.DateTimeFormat(LOCALES.id, options).format(new Date(at))} ${zone.label}`;
}

export function paperDay(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(LOCALES.id, { dateStyle: 'full', timeZone }).format(at);
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const STYLE = `@page{size:A4;margin:18mm}body{font:11pt/1.4 "Liberation Sans",Arial,sans-serif;color:#000}
h1{font-size:15pt;margin:0}h2{font-size:11pt;margin:14pt 0 3pt;border-bottom:1px solid #000;break-after:avoid}p{margin:3pt 0}
table{border-collapse:collapse;width:100%}th{text-align:left;font-weight:400;width:34%;color:#333}th,td{padding:2pt 6pt 2pt 0;vertical-align:top}
td,.words{overflow-wrap:anywhere;white-space:pre-wrap}.digest{font:8pt monospace}.small{font-size:9pt;color:#333}.signature{margin-top:24pt;width:50%}section{break-inside:avoid}`;
