import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import type { Clock } from '../../domain/clock.js';
import type { ImportLine } from '../../domain/import-line.js';
import { actFault } from './act-fault.js';
import { readLines, type TextLine } from './byte-lines.js';
import { readCsv } from './csv-records.js';
import { toImportLine, unreadable } from './to-import-line.js';

export type ImportFormat = 'ndjson' | 'csv';

export interface ImportFileOptions {
  readonly clock: Clock;
  /** By the file's ending unless told: `.csv` is CSV, all else NDJSON. */
  readonly format?: ImportFormat;
}

/**
 * Reads acts that an office hands in, one by one and in the order of the file, with the memory of one line. A line
 * that cannot be read comes as an error with its number, and the rest goes on.
 */
export function readImportFile(
  source: string | AsyncIterable<Uint8Array>,
  options: ImportFileOptions,
): AsyncIterable<ImportLine> {
  const isPath = typeof source === 'string';
  const format = options.format ?? (isPath && extname(source).toLowerCase() === '.csv' ? 'csv' : 'ndjson');
  const bytes = isPath ? createReadStream(source, { highWaterMark: 256 * 1024 }) : source;
  const lines = readLines(bytes);
  return format === 'csv' ? readCsvActs(lines, options.clock) : readJsonActs(lines, options.clock);
}

async function* readJsonActs(lines: AsyncIterable<TextLine>, clock: Clock): AsyncGenerator<ImportLine> {
  for await (const line of lines) {
    if ('error' in line) yield faultOf(line);
    else if (line.text.trim() !== '') yield readJson(line, clock());
  }
}

function readJson(line: TextLine & { text: string; isLast: boolean }, now: Date): ImportLine {
  try {
    return toImportLine(line.line, JSON.parse(line.text), now);
  } catch {
    return unreadable(line.line, actFault(line.isLast ? 'cutOff' : 'notJson'));
  }
}

const NEEDED = ['id', 'kind', 'text', 'publishedAt', 'platform', 'handle'];

async function* readCsvActs(lines: AsyncIterable<TextLine>, clock: Clock): AsyncGenerator<ImportLine> {
  let header: readonly string[] | undefined;
  for await (const record of readCsv(lines)) {
    if ('error' in record) {
      yield faultOf(record);
    } else if (header === undefined) {
      header = record.cells.map((cell) => cell.trim());
      const missing = NEEDED.filter((name) => !header?.includes(name));
      if (missing.length > 0) {
        yield unreadable(record.line, actFault('noHeader', { missing: missing.join(', ') }));
        return;
      }
    } else if (record.cells.length === header.length) {
      yield toImportLine(record.line, fromCells(header, record.cells), clock());
    } else {
      const counts = { found: record.cells.length, wanted: header.length };
      yield unreadable(record.line, actFault('cellCount', counts));
    }
  }
}

/** An empty cell is an absent value, but for the text: a like has none. A formula stays the text that it is. */
function fromCells(header: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const cell = (name: string): string | undefined => cells[header.indexOf(name)] || undefined;
  const platform = cell('platform');
  const account = cell('targetHandle') === undefined ? undefined : { platform, handle: cell('targetHandle') };
  const target = { account, text: cell('targetText'), url: cell('targetUrl') };
  const hasTarget = Object.values(target).some((part) => part !== undefined);
  return {
    id: cell('id'),
    kind: cell('kind'),
    text: cell('text') ?? '',
    publishedAt: cell('publishedAt'),
    platform,
    handle: cell('handle'),
    url: cell('url'),
    ...(hasTarget ? { target } : {}),
  };
}

function faultOf(fault: { line: number; error: string; hint: string; isTooLarge: boolean }): ImportLine {
  const { line, error, hint, isTooLarge } = fault;
  return { line, error, hint, reason: isTooLarge ? 'too_large' : 'unreadable' };
}
