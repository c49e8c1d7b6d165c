import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testServices } from '../support/test-services.js';
import { type AttackedLog, openAttackedLog } from './audit-log.js';

let log: AttackedLog;
let bundle: string;

beforeAll(async () => {
  log = await openAttackedLog();
  await mkdir('.netra', { recursive: true });
  const outDir = await mkdtemp('.netra/test-saver-');
  const entry = fileURLToPath(new URL('./save-until-killed.ts', import.meta.url));
  const output = { entryFileNames: 'saver.mjs' };
  await build({ logLevel: 'error', configFile: false, build: { ssr: entry, outDir, rollupOptions: { output } } });
  bundle = resolve(outDir, 'saver.mjs');
});
afterAll(async () => {
  await rm(dirname(bundle), { recursive: true });
  await log.close();
});

/** Killed with -9 in the middle of its work, once it has said so many lines; returns them. */
async function saveUntil(lines: number, round: string): Promise<string[]> {
  const env = {
    ...process.env,
    MONGODB_URI: testServices().mongodbUri,
    DATABASE: log.raw.name,
    HASH_KEY: log.keys.hashKey.toString('hex'),
    FIELD_KEY: log.keys.fieldKey.toString('hex'),
    AUDIT_KEY: log.keys.auditKey.toString('hex'),
    ROUND: round,
  };
  const child = spawn(process.execPath, [bundle], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((done) => child.once('exit', done));
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    if (said.split('\n').length > lines) child.kill('SIGKILL');
  }
  await ended;
  return said.split('\n').slice(0, -1);
}

it('has each act with its entry and each entry with its act, wherever the process is killed', async () => {
  const said: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    const lines = await Promise.all([1, 2].map((half) => saveUntil(9 + 5 * round * half, `${round}-${half}`)));
    said.push(...lines.flat());
    // Before anybody gave the rest its place: what waits counts as said.
    expect(await log.storage.audit.verify()).toMatchObject({ ok: true, contradictionCount: 0 });
  }
  await log.storage.audit.placeLeft();
  expect(await log.raw.collection('audit_waiting').countDocuments()).toBe(0);
  expect(await log.storage.audit.verify()).toMatchObject({ ok: true, contradictionCount: 0 });
  const count = (action: string) => said.filter((line) => line.startsWith(action)).length;
  expect(await log.raw.collection('flags').countDocuments()).toBeGreaterThanOrEqual(count('marked'));
  expect(await log.raw.collection('flags').countDocuments({ state: 'decided' })).toBeGreaterThanOrEqual(
    count('decided'),
  );
});
