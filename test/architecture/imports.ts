import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ROOT } from './source-files.js';

export interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

const IMPORT =
  /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm;

export function importsOf(from: string, source: string): Import[] {
  return [...source.matchAll(IMPORT)].map(([, type, specifier, dynamic]) => ({
    from,
    specifier: specifier ?? dynamic ?? '',
    isTypeOnly: type !== undefined,
  }));
}

export function importsOfFile(file: string): Import[] {
  return importsOf(file, readFileSync(join(ROOT, file), 'utf8'));
}

/** The file or folder that a relative import names, as a path from the root, still with its `.js`. */
export function targetOf({ from, specifier }: Pick<Import, 'from' | 'specifier'>): string {
  return relative(ROOT, resolve(ROOT, dirname(from), specifier));
}
