import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import type { ImportFormat } from '../../domain/import-format.js';
import type { ImportLine } from '../../domain/import-line.js';
import type { Format } from '../formats/format.js';
import { FORMATS } from '../formats/index.js';
import { readJsonActs } from './json-acts.js';
import { readCsvParts, readTableActs, type TableActsOptions } from './table-acts.js';

export interface ImportFileOptions extends TableActsOptions {
  /** One of our own formats by the file's ending unless told: `.csv` and `.tsv` are CSV, all else NDJSON. */
  readonly format?: ImportFormat | Format;
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
  const byName = isPath && CSV_ENDINGS.has(extname(source).toLowerCase()) ? 'csv' : 'ndjson';
  const told = options.format ?? byName;
  const format = typeof told === 'string' ? FORMATS[told] : told;
  const bytes = isPath ? createReadStream(source, { highWaterMark: 256 * 1024 }) : source;
  if (format.kind === 'json') return readJsonActs(bytes, format, options.clock);
  return readTableActs(readCsvParts(bytes, format), format, options);
}
