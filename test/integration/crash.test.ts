import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import type { Account } from '../../src/domain/account.js';
import type { Flag } from '../../src/domain/flag.js';
import { until } from '../support/until.js';
import {
  type CrashSite,
  judgeFile,
  judgeVisits,
  openCrashSite,
  processesOf,
  queueVisits,
  writeActs,
} from './crash-site.js';
import { randomMoments, type Victim } from './random-moments.js';
import { type Ended, runOnce, Supervised } from './supervisor.js';

const IMPORTED = 12_000;
const VISITED = 20;
const ACTS_A_VISIT = 250;
const ACTS = IMPORTED + VISITED * ACTS_A_VISIT;
const KILLS = 10;

let site: CrashSite;
let workers: Record<'collect' | 'capture-evidence' | 'schedule', Supervised[]>;

beforeAll(async () => {
  site = await openCrashSite();
  const start = (queues: string) => new Supervised(site.worker(queues));
  const visit = () => new Supervised(site.visitor({ acts: ACTS_A_VISIT, hangs: false }));
  workers = {
    collect: [visit(), visit()],
    'capture-evidence': [start('capture-evidence')],
    schedule: [start('schedule')],
  };
});
const allWorkers = () => Object.values(workers ?? {}).flat();
afterAll(async () => {
  await Promise.all(allWorkers().map((worker) => worker.stop()));
  await site?.close();
});

/** Imports as a person would: whatever ends the import, by a kill or by itself, it is started again. */
function importUntilDone(path: string) {
  const ends: Ended[] = [];
  let running = runOnce(site.netra('import', path, '--json'));
  const whole = (async () => {
    for (;;) {
      const end = await running.ended;
      ends.push(end);
      if (end.code === 0) return;
      if (ends.length > KILLS + 5) throw new Error(`import never ends: ${ends.map((e) => e.stderr).join('\n')}`);
      running = runOnce(site.netra('import', path, '--json'));
    }
  })();
  whole.catch(() => {});
  return { whole, ends, kill: () => running.child.kill('SIGKILL') };
}

/** Whatever is away comes back on the same place with the same data, as a service manager would have it. */
async function killAndBringBack(victim: Victim, running: ReturnType<typeof importUntilDone>, n: number): Promise<void> {
  if (victim === 'import') return void running.kill();
  if (victim === 'redis' || victim === 'mongodb') {
    const server = site.services[victim]!;
    await server.kill9();
    return server.restart();
  }
  const those = workers[victim];
  await those[n % those.length]!.kill9();
}

async function countActs(): Promise<number> {
  const { marked, unmarked } = await site.core.storage.activities.countActs();
  return marked + unmarked;
}

/** No visit is left and no flag waits for evidence. */
async function whenAllIsDone(visited: readonly Account[] = []): Promise<void> {
  const { storage, queues } = site.core;
  await until(async () => {
    const cursors = await Promise.all(visited.map(({ id }) => storage.accounts.findCursor(id)));
    const left = cursors.filter((cursor) => cursor === undefined).length;
    const { sealing } = await storage.flags.countFlagsByState();
    if (left + sealing > 0) throw new Error(`${left} visits, ${sealing} sealing`);
    return (await queues.captureEvidence.countUnfinished()) === 0;
  }, 'visits and evidence are done');
}

async function openFlags(): Promise<Flag[]> {
  const flags: Flag[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await site.core.storage.flags.listFlagQueue(
      { state: 'open' },
      { limit: 500, ...(cursor && { cursor }) },
    );
    flags.push(...page.flags);
    cursor = page.nextCursor;
    if (cursor === undefined) return flags;
  }
}

describe('an import of 12,000 acts beside visits to twenty accounts', () => {
  const seed = Number(process.env.NETRA_CRASH_SEED ?? Date.now() % 1_000_000);
  const story: string[] = [];
  const startedAt = Date.now();
  const note = (line: string) => void story.push(`${((Date.now() - startedAt) / 1000).toFixed(1)} s: ${line}`);

  it('loses no act and marks none twice, whatever is killed with -9 at ten random moments', async () => {
    const falls = () => allWorkers().flatMap((worker) => worker.falls);
    onTestFailed(() => console.error(`NETRA_CRASH_SEED=${seed}\n${[...story, ...falls()].join('\n')}`));
    const path = await writeActs(site, { count: IMPORTED, series: 'contoh' });
    const visited = await queueVisits(site, VISITED);
    const parts = [await judgeFile(site, path), await judgeVisits(site, visited, { count: ACTS_A_VISIT })];
    const all = parts.flatMap((part) => part.all);
    const marked = parts.flatMap((part) => part.marked);
    expect(new Set(all).size).toBe(ACTS);
    expect(marked.length).toBeGreaterThan(ACTS / 250);
    expect(marked.length).toBeLessThan(ACTS / 50);

    const running = importUntilDone(path);
    for (const [n, moment] of randomMoments(seed, { kills: KILLS, acts: ACTS }).entries()) {
      const reached = await until(async () => {
        const now = await countActs();
        return now >= moment.acts && now;
      }, `${moment.acts} acts`);
      await killAndBringBack(moment.victim, running, n);
      note(`${moment.victim} killed after ${reached} acts`);
    }
    await running.whole;
    note(`import ended: ${running.ends.map(({ code, stdout, stderr }) => `${code} ${stdout}${stderr}`).join(', ')}`);
    await whenAllIsDone(visited);
    note('all is done');

    expect(running.ends.filter(({ code }) => code !== 0 && code !== null)).toEqual([]);
    const { activities, flags: flagStore } = site.core.storage;
    expect((await activities.findKnownIds(all)).size).toBe(ACTS);
    expect(await activities.countActs()).toEqual({ marked: marked.length, unmarked: ACTS - marked.length });
    const flags = await openFlags();
    expect(flags.map(({ id }) => id).sort()).toEqual([...marked].sort());
    expect(flags.every(({ evidence }) => evidence !== undefined)).toBe(true);
    expect(await flagStore.countFlagsByState()).toEqual({ sealing: 0, open: marked.length, decided: 0, contrary: 0 });

    const evidence = await site.run('evidence', 'verify', '--json');
    expect(JSON.parse(evidence.stdout)).toEqual({ packs: marked.length, broken: 0, orphans: 0 });
    const again = await site.run('import', path, '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ lines: IMPORTED, newActivities: 0, knownActivities: IMPORTED });
    const audit = await site.run('audit', 'verify', '--json');
    expect(JSON.parse(audit.stdout)).toMatchObject({ ok: true });
  });
});

it('visits and evidence go through although Redis forgets everything half-way', async () => {
  const before = await countActs();
  const flagsBefore = (await openFlags()).length;
  const visited = await queueVisits(site, 10);
  const { all, marked } = await judgeVisits(site, visited, { count: ACTS_A_VISIT });
  await until(async () => (await countActs()) - before > all.length / 3, 'half-way');
  const redis = new Redis(site.services.redisUrl);
  await redis.flushall();
  redis.disconnect();
  await whenAllIsDone(visited);
  expect((await countActs()) - before).toBe(all.length);
  expect((await openFlags()).length - flagsBefore).toBe(marked.length);
});

it("another worker takes over a killed one's visit and finishes it", async () => {
  const { core } = site;
  // Only the two of this test may take the visit.
  await Promise.all(workers.collect.map((worker) => worker.stop()));
  const before = await countActs();
  const visited = await queueVisits(site, 1);

  const first = runOnce(site.visitor({ acts: 150, hangs: true }));
  await until(async () => (await countActs()) === before + 100, 'the first hundred are stored');
  first.child.kill('SIGKILL');
  await first.ended;
  expect(await core.storage.accounts.findCursor(visited[0]!.id)).toBeUndefined();

  const second = runOnce(site.visitor({ acts: 250, hangs: false }));
  await whenAllIsDone(visited);
  second.child.kill('SIGKILL');
  await second.ended;
  expect(await countActs()).toBe(before + 250);
});

it('leaves no process behind', async () => {
  expect(await Promise.all(allWorkers().map((worker) => worker.stop()))).toEqual(allWorkers().map(() => 0));
  await site.core.close();
  await site.services.stop();
  expect(processesOf(site)).toEqual([]);
});
