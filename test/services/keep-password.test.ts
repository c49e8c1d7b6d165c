import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

/** As in production: the built program. */
const BUILT = pathToFileURL(resolve(import.meta.dirname, '../../dist/src/services/private-folder.js')).href;
const FOLDERS = 200;

/** Goes through all folders as soon as it is told to, and says what password each has. */
const PROGRAM = `
  import { readdirSync } from 'node:fs';
  const { keepPassword } = await import(${JSON.stringify(BUILT)});
  process.stdout.write('siap\\n');
  process.stdin.once('data', () => {
    const said = readdirSync('.').sort().map((name) => keepPassword(name));
    process.stdout.write(JSON.stringify(said));
    process.exit(0);
  });
`;

it('gives all processes that start at the same moment one password, and leaves no draft', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'netra-passwords-'));
  for (let n = 0; n < FOLDERS; n += 1) mkdirSync(join(folder, `f${n}`));
  const starters = [1, 2, 3].map(() => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    return { child, ready: once(child.stdout, 'data'), ended: once(child, 'close').then(() => said.slice(5)) };
  });
  await Promise.all(starters.map(({ ready }) => ready));
  for (const { child } of starters) child.stdin.write('x');
  const [first, ...others] = await Promise.all(starters.map(({ ended }) => ended));
  expect(JSON.parse(first!)).toHaveLength(FOLDERS);
  expect(new Set(JSON.parse(first!)).size).toBe(FOLDERS);
  for (const other of others) expect(other).toBe(first);
  for (let n = 0; n < FOLDERS; n += 1) expect(readdirSync(join(folder, `f${n}`))).toEqual(['password']);
  rmSync(folder, { recursive: true });
});
