import { type ActFault, actFault } from './act-fault.js';
import type { TextLine } from './byte-lines.js';

/** One CSV record by its first line, or why it cannot be read. */
export type CsvRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | ({ readonly line: number; readonly isTooLarge: boolean } & ActFault);

/** Text of one record, over all its lines. */
const MAX_RECORD_LENGTH = 16 * 1024 * 1024;
/** How often a file may open a quotation mark and never close it before the rest is given up: each costs a re-read. */
const MAX_OPEN_QUOTES = 50;

/**
 * RFC 4180: a cell in quotation marks may hold commas, line ends and doubled quotation marks. Where a mark is never
 * closed only its own line is lost: reading goes on with the next one.
 */
export async function* readCsv(lines: AsyncIterable<TextLine>): AsyncGenerator<CsvRecord> {
  let open: TextLine[] = [];
  let length = 0;
  let budget = MAX_OPEN_QUOTES;
  async function* giveUp(): AsyncGenerator<CsvRecord> {
    const [first, ...rest] = open;
    open = [];
    length = 0;
    budget -= 1;
    yield { line: first!.line, ...actFault('openQuote'), isTooLarge: false };
    for (const line of rest) {
      if (budget > 0) yield* take(line);
      else yield { line: line.line, ...actFault('openQuote'), isTooLarge: false };
    }
  }
  async function* take(line: TextLine): AsyncGenerator<CsvRecord> {
    if ('error' in line) {
      if (open.length > 0) yield* giveUp();
      yield line;
      return;
    }
    if (open.length === 0 && line.text === '') return;
    open.push(line);
    length += line.text.length;
    // Only a line with a mark can close the cell, so that long texts are not scanned again for each of their lines.
    const mayEnd = open.length === 1 || line.text.includes('"');
    const cells = mayEnd ? splitCells(open.map((l) => ('text' in l ? l.text : '')).join('\n')) : undefined;
    if (cells === 'malformed') yield* giveUp();
    else if (cells) {
      const { line: first } = open[0]!;
      open = [];
      length = 0;
      yield { line: first, cells };
    } else if (length > MAX_RECORD_LENGTH) yield* giveUp();
  }
  for await (const line of lines) yield* take(line);
  while (open.length > 0) yield* giveUp();
}

/**
 * The cells of one record; `undefined` while a quotation mark is open, `malformed` where a closing mark stands before
 * other text: most likely an earlier one was forgotten. Marks inside an unquoted cell are text.
 */
export function splitCells(text: string): string[] | 'malformed' | undefined {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] !== '"') {
      const comma = text.indexOf(',', at);
      cells.push(text.slice(at, comma === -1 ? undefined : comma));
      if (comma === -1) return cells;
      at = comma + 1;
      continue;
    }
    const end = closingMark(text, at + 1);
    if (end === -1) return undefined;
    if (end + 1 < text.length && text[end + 1] !== ',') return 'malformed';
    cells.push(text.slice(at + 1, end).replaceAll('""', '"'));
    if (end + 1 >= text.length) return cells;
    at = end + 2;
  }
}

function closingMark(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
