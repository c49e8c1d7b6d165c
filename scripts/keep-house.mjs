// npm run keep-house -- NAME: keeps a house of this version, in which everything was done once, for the next one to open
// (test/faults/former-data/NAME). Whoever makes a version runs it once, before the next migration.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const name = process.argv[2];
if (!name) {
  process.stderr.write('Pakai: npm run keep-house -- NAMA (misalnya 2026-11)\n');
  process.exit(64);
}
const env = { ...process.env, NETRA_KEEP_HOUSE: name };
const args = [
  'node_modules/vitest/vitest.mjs',
  'run',
  'test/faults/kept-houses.test.ts',
  '-t',
  'something of everything',
];
process.exit(spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 1);
