import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileIssue } from '../../domain/errors.js';
import { readYamlFile } from '../../rules/files/yaml-file.js';
import { isYamlName } from '../../rules/files/yaml-name.js';
import { MAPPING_FAULTS } from '../../words/intake/formats.js';
import { sayError } from '../../words/say.js';
import { formatOf, mappingSchema } from './mapping-file.js';
import type { NamedFormat } from './recognise.js';

export interface MappingFolder {
  readonly mappings: readonly NamedFormat[];
  /** Every fault of every file; one that is named here is not used. Paths under the rules folder. */
  readonly issues: readonly FileIssue[];
  /** Hidden files, other endings, folders. */
  readonly passedOver: readonly string[];
}

const FOLDER = join('recipes', 'imports');

/**
 * What `import` takes of `rules/recipes/imports`, and what it does not and why. The check asks here too, so that what
 * it accepts is what is read. No folder is a folder without mappings.
 */
export async function checkMappings(rulesDir: string): Promise<MappingFolder> {
  const entries = await entriesIn(join(rulesDir, FOLDER));
  const isMapping = (entry: Dirent) => !entry.isDirectory() && isYamlName(entry.name);
  const mappings: NamedFormat[] = [];
  const issues: FileIssue[] = [];
  for (const { name } of entries.filter(isMapping)) {
    const path = join(FOLDER, name);
    const read = readYamlFile(path, await readFile(join(rulesDir, path)), mappingSchema);
    if (!read.ok) issues.push(...read.issues);
    else if (mappings.some((one) => one.name === read.value.id)) issues.push(doubleId(path, read.value.id));
    else mappings.push(formatOf(read.value));
  }
  return {
    mappings,
    issues,
    passedOver: entries.filter((one) => !isMapping(one)).map(({ name }) => join(FOLDER, name)),
  };
}

function doubleId(path: string, id: string): FileIssue {
  const [problem, hint] = sayError(MAPPING_FAULTS.doubleId, 'id', { id });
  return { path, line: 1, column: 1, problem, hint };
}

/** Sorted, so that equal folders are read alike on every machine. */
async function entriesIn(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
