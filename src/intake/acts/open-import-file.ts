import { createReadStream } from 'node:fs';
import type { ImportLine } from '../../domain/import-line.js';
import { readHead } from '../formats/file-head.js';
import { type NamedFormat, OWN_FORMATS, type Recognition, recognise } from '../formats/recognise.js';
import { readImportFile } from './read-import-file.js';
import type { TableActsOptions } from './table-acts.js';

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
  const head = await readHead(createReadStream(path));
  const recognition = recognise(head, [...OWN_FORMATS, ...mappings], as);
  return { recognition, read: (options) => readImportFile(path, { ...options, format: recognition.format }) };
}
