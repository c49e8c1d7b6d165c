#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = new URL('../dist/start/netra.js', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

try {
  const { main } = await import(program.href);
  process.exitCode = await main(process.argv.slice(2), version);
} catch (error) {
  const isUnbuilt = /** @type {NodeJS.ErrnoException} */ (error).code === 'ERR_MODULE_NOT_FOUND';
  if (!isUnbuilt) throw error;
  const setup = fileURLToPath(new URL('../scripts/setup.mjs', import.meta.url));
  process.stderr.write(
    `netra: belum disiapkan (${/** @type {Error} */ (error).message})\n  langkah berikut: node ${setup}\n`,
  );
  process.exitCode = 3;
}
