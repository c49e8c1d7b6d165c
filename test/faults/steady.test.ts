import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Core } from '../../src/app/core.js';
import type { Program } from '../integration/supervisor.js';
import { until } from '../support/until.js';
import { IS_WHOLE, lasting, printCounts } from './bench.js';
import { runInTest } from './in-test.js';
import { treeOf } from './process-tree.js';
import { ACCOUNTS, openUpSite, type UpSite } from './up-site.js';

// What grows by a little an hour shows in no short form: this one runs by command alone.

const RATE = 300;
const MINUTES = Number(process.env.NETRA_FAULTS_MINUTES ?? 20);
const QUARTERS = 4;
const PROBE = `--import ${resolve(import.meta.dirname, 'lag-probe.mjs')}`;

let site: UpSite;

beforeAll(async () => {
  if (IS_WHOLE) site = await openUpSite({ NODE_OPTIONS: PROBE, NETRA_LOG_LEVEL: 'warn' });
});
afterAll(() => site?.close());

/** Of one process in one quarter of the time. */
interface Quarter {
  readonly rssMb: number;
  readonly lagP99Ms: number;
  readonly lagMaxMs: number;
}

it.skipIf(!IS_WHOLE)(`300 acts a second for ${MINUTES} minutes keep each process as it was`, async () => {
  const { child, ended } = await site.up(runInTest);
  const { core, close } = await site.look();
  const importing = runInTest(pacedImport(core.addresses));
  const servers: Record<string, number>[] = [];
  for (let quarter = 1; quarter <= QUARTERS; quarter += 1) {
    await Promise.race([importing.ended, lasting({ shortMs: 0, wholeMs: (MINUTES * 60_000) / QUARTERS })]);
    servers.push(Object.fromEntries(serversUnder(child.pid!)));
  }
  const { code, stdout, stderr } = await importing.ended;
  expect(code, stderr).toBe(0);
  const acts = RATE * MINUTES * 60;
  const { lateMs, ...report } = JSON.parse(stdout);
  expect(report).toMatchObject({ lines: acts, newActivities: acts, skipped: {} });
  await until(async () => (await core.storage.flags.countFlagsByState()).sealing === 0, 'every flag is open');
  const { open } = await core.storage.flags.countFlagsByState();
  await close();
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  const programs = readProbe(join(site.folder, 'tmp/probe.ndjson'));
  printCounts('300 acts a second', { minutes: MINUTES, acts, flags: open, lateMs, programs, servers });
  // Later than a batch and its judging: more came than was taken in.
  expect(lateMs).toBeLessThan(30_000);
  for (const [name, quarters] of Object.entries(programs)) expectFlat(name, quarters);
});

function pacedImport({ mongodbUri, redisUrl }: Core['addresses']): Program {
  const { env } = site.netra();
  const pace = { RATE: String(RATE), SECONDS: String(MINUTES * 60), ACCOUNTS: String(ACCOUNTS) };
  return {
    name: 'paced import',
    args: [resolve(import.meta.dirname, 'paced-import.mjs')],
    env: { ...env, ...pace, MONGODB_URI: mongodbUri, REDIS_URL: redisUrl },
  };
}

/** They are no programs of ours: their memory is told, and a database's grows with what is stored. */
function serversUnder(pid: number): [string, number][] {
  return treeOf(pid)
    .filter(({ command }) => !command.includes('netra.js') && !command.includes('--queues'))
    .map(({ command, rssMb }) => [basename(command.split(' ')[0]!), Math.round(rssMb)]);
}

const PROGRAMS: Record<string, RegExp> = { import: /paced-import/, reader: /--queues/, up: /netra\.js up/ };

function readProbe(path: string): Record<string, Quarter[]> {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  const points = lines.map((line): Quarter & { program: string } => JSON.parse(line));
  const quarters = Object.entries(PROGRAMS).map(([name, is]) => {
    const own = points.filter(({ program }) => is.test(program));
    const length = Math.ceil(own.length / QUARTERS);
    return [name, Array.from({ length: QUARTERS }, (_, n) => summarise(own.slice(n * length, (n + 1) * length)))];
  });
  return Object.fromEntries(quarters);
}

function summarise(points: readonly Quarter[]): Quarter {
  const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
  return {
    rssMb: middle(points.map(({ rssMb }) => rssMb)),
    lagP99Ms: middle(points.map(({ lagP99Ms }) => lagP99Ms)),
    lagMaxMs: Math.max(...points.map(({ lagMaxMs }) => lagMaxMs)),
  };
}

/** The first quarter warms up; the last is held against the second. */
function expectFlat(name: string, [, second, , last]: readonly Quarter[]): void {
  expect(last!.rssMb, `memory of ${name}`).toBeLessThan(1.2 * second!.rssMb + 20);
  expect(last!.lagP99Ms, `lag of ${name}`).toBeLessThan(2 * second!.lagP99Ms + 50);
}
