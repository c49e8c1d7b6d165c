import { createReadStream } from 'node:fs';
import type { ImportLine } from '../../domain/import-line.js';
import type { TablePart } from '../files/csv-table.js';
import { isZip, readWorkbook } from '../files/workbook.js';
import { readHead } from '../formats/file-head.js';
import type { TableFormat } from '../formats/format.js';
import { type NamedFormat, OWN_FORMATS, type Recognition, recognise } from '../formats/recognise.js';
import { readImportFile } from './read-import-file.js';
import { readTableActs, type TableActsOptions } from './table-acts.js';

export interface OpenFileOptions {
  /** The name of a format, where a person says which it is. */
  readonly as?: string | undefined;
  /** Formats that officers wrote. */
  readonly mappings?: readonly NamedFormat[];
}

export interface OpenedFile {
  readonly recognition: Recognition;
  read(options: TableActsOptions): AsyncIterable<ImportLine>;
}

/** Looks what a file is before anything of it is taken in. Throws where that cannot be known. */
export async function openImportFile(path: string, { as, mappings = [] }: OpenFileOptions): Promise<OpenedFile> {
  const known = [...OWN_FORMATS, ...mappings];
  if (await isZip(path)) return openWorkbook(path, known, as);
  const recognition = recognise(await readHead(createReadStream(path)), known, as);
  return { recognition, read: (options) => readImportFile(path, { ...options, format: recognition.format }) };
}

/** Read once: its first rows say what it is, and go on to be read. */
async function openWorkbook(path: string, known: readonly NamedFormat[], as: string | undefined): Promise<OpenedFile> {
  const parts = readWorkbook(path);
  try {
    const first = await parts.next();
    const begun: TablePart[] = first.done ? [] : [first.value];
    const recognition = recognise({ kind: 'table', medium: 'XLSX', names: begun[0]?.header?.names ?? [] }, known, as);
    const format = recognition.format as TableFormat;
    return { recognition, read: (options) => readTableActs(joined(begun, parts), format, options) };
  } catch (error) {
    await parts.return(undefined);
    throw error;
  }
}

async function* joined(begun: readonly TablePart[], rest: AsyncIterable<TablePart>): AsyncGenerator<TablePart> {
  yield* begun;
  yield* rest;
}
