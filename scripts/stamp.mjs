import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * One hash over the content of files and folders: dates change with every checkout, content does not.
 *
 * @param {readonly string[]} paths those that do not exist count as empty
 */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(listFiles)) hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

/** What the console's browser app is made from. */
export function hashConsole() {
  return hashOf(['web', 'src/domain', 'src/words', 'package-lock.json']);
}

/** Of `dist/web`. */
export const consoleStamp = stampAt('dist/.console-stamp');

/**
 * Remembers what an output was made from.
 *
 * @param {string} path
 */
export function stampAt(path) {
  return {
    /** @param {string} hash */
    is: (hash) => readIfThere(path) === hash,
    /** @param {string} hash */
    write: (hash) => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, hash);
    },
  };
}

/**
 * @param {string} path
 * @returns {string[]}
 */
export function listFiles(path) {
  const kind = statSync(path, { throwIfNoEntry: false });
  if (!kind) return [];
  if (!kind.isDirectory()) return [path];
  const names = readdirSync(path).sort();
  return names
    .filter((name) => name !== 'node_modules' && !name.includes('.test.'))
    .flatMap((name) => listFiles(join(path, name)));
}

/** @param {string} path */
function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
