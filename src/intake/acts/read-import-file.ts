import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import type { Clock } from '../../domain/clock.js';
import type { ImportLine } from '../../domain/import-line.js';
import type { TextLine } from '../files/line-splitter.js';
import { readLines } from '../files/read-lines.js';
import { adviseLine } from '../files/row-fault.js';
import { actFault } from './act-fault.js';
import { type CsvActsOptions, readCsvActs } from './csv-acts.js';
import { toImportLine, unread, unreadable } from './to-import-line.js';

export type ImportFormat = 'ndjson' | 'csv';

export interface ImportFileOptions extends CsvActsOptions {
  /** By the file's ending unless told: `.csv` and `.tsv` are CSV, all else NDJSON. */
  readonly format?: ImportFormat;
}

const CSV_ENDINGS = new Set(['.csv', '.tsv']);

/**
 * Reads acts that an office hands in, one by one and in the order of the file, with the memory of one line. A line
 * that cannot be read comes as an error with its number, and the rest goes on.
 */
export function readImportFile(
  source: string | AsyncIterable<Uint8Array>,
  options: ImportFileOptions,
): AsyncIterable<ImportLine> {
  const isPath = typeof source === 'string';
  const format = options.format ?? (isPath && CSV_ENDINGS.has(extname(source).toLowerCase()) ? 'csv' : 'ndjson');
  const bytes = isPath ? createReadStream(source, { highWaterMark: 256 * 1024 }) : source;
  return format === 'csv' ? readCsvActs(bytes, options) : readJsonActs(bytes, options.clock);
}

async function* readJsonActs(bytes: AsyncIterable<Uint8Array>, clock: Clock): AsyncGenerator<ImportLine> {
  for await (const lines of readLines(bytes)) {
    for (const line of lines) {
      if ('fault' in line) yield unread(line.line, adviseLine(line.fault), line.fault === 'tooLong');
      else if (line.text.trim() !== '') yield readJson(line, clock());
    }
  }
}

function readJson({ line, text, isLast }: Extract<TextLine, { text: string }>, now: Date): ImportLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unreadable(line, actFault(isLast ? 'cutOff' : 'notJson'));
  }
  return toImportLine(line, value, now);
}
