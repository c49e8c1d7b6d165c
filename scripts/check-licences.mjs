// Part of `npm run check`. Exit code 1 where a package may not be there, with one line each.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { licenceFaults } from './licences.mjs';

const faults = licenceFaults(JSON.parse(readFileSync('package-lock.json', 'utf8')));
for (const fault of faults) process.stderr.write(`${fault}\n`);
if (faults.length > 0) {
  process.stderr.write(
    'Yang boleh tertulis di scripts/licences.mjs; pakai paket lain, atau putuskan di docs/decisions.\n',
  );
  process.exitCode = 1;
}
