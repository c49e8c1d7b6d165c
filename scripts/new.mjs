// Makes the skeleton of a new part with its test: `npm run new platform|rule|command NAME`. What already stands is
// never overwritten. Exit codes: 0 made, 1 it stands already, 64 called wrongly.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { commandSkeleton } from './skeletons/command.mjs';
import { platformSkeleton } from './skeletons/platform.mjs';
import { ruleSkeleton } from './skeletons/rule.mjs';
import { SkeletonError } from './skeletons/skeleton.mjs';

const SKELETONS = { platform: platformSkeleton, rule: ruleSkeleton, command: commandSkeleton };

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
try {
  make(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SkeletonError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(error.exitCode);
}

/** @param {string[]} args */
function make([kind = '', name = '', ...rest]) {
  if (!Object.hasOwn(SKELETONS, kind) || name === '' || rest.length > 0) {
    throw new SkeletonError('Pakai: npm run new platform NAMA | rule FOLDER/NAMA | command NAMA (atau GRUP/NAMA)', 64);
  }
  const { files, edits, next } = SKELETONS[/** @type {keyof typeof SKELETONS} */ (kind)](name);
  const standing = files.filter(({ path }) => existsSync(path));
  if (standing.length > 0) throw new SkeletonError(`Sudah ada: ${standing.map(({ path }) => path).join(', ')}`, 1);

  // Every edit is worked out before anything is written: a table that has changed its shape must not leave a half.
  const edited = edits.map(({ path, change }) => ({ path, text: change(readFileSync(path, 'utf8'), path) }));
  for (const { path, text } of [...files, ...edited]) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  format([...files, ...edited].map(({ path }) => path).filter((path) => path.endsWith('.ts')));

  const lines = [...files.map(({ path }) => `+ ${path}`), ...edits.map(({ path }) => `~ ${path}`), ...next];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Puts imports in their order and breaks long lines, so that the skeletons need not know how. @param {string[]} paths */
function format(paths) {
  if (paths.length === 0) return;
  const args = ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', ...paths];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) process.stderr.write(`Belum dirapikan (npm run format):\n${stderr}`);
}
