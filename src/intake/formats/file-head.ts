import { CsvTable, type TableItem } from '../files/csv-table.js';
import { LineSplitter, MAX_LINE_BYTES } from '../files/line-splitter.js';
import { parseJsonLine } from './json-line.js';
import { isObject } from './values.js';

/** What the beginning of a file is: lines of JSON, or the titles of a table. */
export type FileHead =
  | { readonly kind: 'json'; readonly lines: readonly Readonly<Record<string, unknown>>[] }
  | {
      readonly kind: 'table';
      readonly names: readonly string[];
      readonly medium: 'CSV' | 'XLSX';
      /** A row before the titles cannot be read: what is taken for them may be none. */
      readonly isBroken?: boolean;
    };

/** So many lines are looked at, or so many bytes, whatever comes first; but one whole line at least. */
const MAX_LINES = 50;
const ENOUGH_BYTES = 1024 * 1024;

/** Reads no further than it has to. A file whose first word begins an object or a list is JSON, whatever it is called. */
export async function readHead(chunks: AsyncIterable<Uint8Array>): Promise<FileHead> {
  const splitter = new LineSplitter();
  const texts: string[] = [];
  const bytes: Uint8Array[] = [];
  let read = 0;
  for await (const chunk of chunks) {
    if (splitter.isUnreadable || texts.length >= MAX_LINES || (read >= ENOUGH_BYTES && texts.length > 0)) break;
    read += chunk.length;
    if (read <= MAX_LINE_BYTES) bytes.push(chunk);
    texts.push(...textsOf(splitter.push(chunk)));
  }
  if (texts.length === 0) texts.push(...textsOf(splitter.end()));
  // Where the first line is broken, the others tell; a text in a table may begin a line with a bracket too.
  const begins = texts.filter((text) => /^\s*[{[]/.test(text)).length;
  const isJson = /^\s*[{[]/.test(texts[0] ?? '') || begins > texts.length / 2;
  return isJson
    ? { kind: 'json', lines: texts.slice(0, MAX_LINES).flatMap(objectIn) }
    : { kind: 'table', medium: 'CSV', ...titlesIn(bytes) };
}

function textsOf(lines: ReturnType<LineSplitter['push']>): string[] {
  return lines.flatMap((line) => ('text' in line && line.text.trim() !== '' ? [line.text] : []));
}

function objectIn(text: string): Readonly<Record<string, unknown>>[] {
  try {
    const value = parseJsonLine(text);
    return isObject(value) ? [value] : [];
  } catch {
    // A broken line is named with its number when the file is read.
    return [];
  }
}

function titlesIn(bytes: readonly Uint8Array[]): { names: readonly string[]; isBroken: boolean } {
  const table = new CsvTable({ maxRecordLength: MAX_LINE_BYTES, optional: [] });
  const items: TableItem[] = [];
  for (const chunk of bytes) {
    items.push(...table.push(chunk));
    if (table.header) break;
  }
  if (!table.header) items.push(...table.end());
  const begin = table.header?.line ?? Number.POSITIVE_INFINITY;
  return { names: table.header?.names ?? [], isBroken: items.some(({ line }) => line < begin) };
}
