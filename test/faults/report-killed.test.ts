import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pngOf } from '../attacks/hostile-files.js';
import { type KeysSite, openKeysSite, openRaw } from '../support/keys-site.js';
import { uniqueName } from '../support/test-services.js';
import { until } from '../support/until.js';

// The console is killed (-9) somewhere on the way of a report; its sender, who heard nothing, sends the same form again.

/** From before it arrives to after it is answered: files drawn, kept, the report and its entry written. */
const MOMENTS_MS = [5, 60, 150, 300, 600, 1_200];
const databaseName = uniqueName('killed');
let site: KeysSite;
let raw: Awaited<ReturnType<typeof openRaw>>;
let server: { child: ChildProcess; base: string };

beforeAll(async () => {
  site = openKeysSite(databaseName);
  raw = await openRaw(databaseName);
  server = await start();
});
afterAll(async () => {
  server?.child.kill('SIGKILL');
  await raw.dropDatabase();
  await raw.close();
  site.close();
});

async function start(): Promise<typeof server> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [resolve('bin/netra.js'), 'up', '--console-only', '--json'], {
    env: { PATH, HOME, ...site.env, NETRA_CONSOLE_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return { child, base: (JSON.parse(String(line)) as { console: string }).console };
}

async function bring(submission: string): Promise<{ receipt: string } | undefined> {
  const form = new FormData();
  form.append('story', `Contoh karangan ${submission}`);
  form.append('submission', submission);
  for (const size of [200, 300]) form.append('files', new Blob([new Uint8Array(pngOf(size, size, size))]), 'x.png');
  // Who is cut off has heard nothing.
  const answer = await fetch(`${server.base}/api/reports/with-files`, { method: 'POST', body: form }).catch(
    () => undefined,
  );
  // What the killed process held in the database may be held for a moment: the answer says to come again.
  if (answer?.status === 503) return undefined;
  if (answer && !answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer && ((await answer.json()) as { receipt: string });
}

it('is there once, with its files, and its thread opens, wherever the console was killed', async () => {
  for (const moment of MOMENTS_MS) {
    const submission = randomBytes(16).toString('base64url');
    const first = bring(submission);
    await wait(moment);
    server.child.kill('SIGKILL');
    const heard = await first;
    server = await start();
    let again: Awaited<ReturnType<typeof bring>>;
    await until(async () => {
      again = await bring(submission);
      return again !== undefined;
    });
    expect(again?.receipt, `${moment} ms`).toMatch(/^\d{16}$/);
    if (heard) expect(again).toMatchObject({ receipt: heard.receipt });
    const form = new FormData();
    form.append('receipt', again!.receipt);
    const thread = await fetch(`${server.base}/lapor/buka`, { method: 'POST', body: form });
    expect(thread.status, `${moment} ms`).toBe(200);
  }
  const reports = await raw.collection<{ _id: string; files: { id: string }[] }>('reports').find().toArray();
  expect(reports).toHaveLength(MOMENTS_MS.length);
  const kept = new Set(
    readdirSync(join(site.dataDir, 'reports'), { recursive: true, encoding: 'utf8' }).map((path) =>
      path.split('/').at(-1),
    ),
  );
  expect(reports.flatMap(({ files }) => files.map(({ id }) => id)).filter((id) => !kept.has(id))).toEqual([]);
  expect(reports.every(({ files }) => files.length === 2)).toBe(true);
  // One that was cut off between its act and its place in the log waits there, sealed, for the next start or the next act.
  const logs = await Promise.all(
    ['audit', 'audit_waiting'].map((name) => raw.collection(name).find({ action: 'reports_brought' }).toArray()),
  );
  const entries = [...new Map(logs.flat().map((entry) => [String(entry.of ?? entry._id), entry])).values()];
  const told = entries.flatMap(({ details }) => String(details.reports).split(' '));
  expect(told.sort()).toEqual(reports.map(({ _id }) => _id).sort());
});
