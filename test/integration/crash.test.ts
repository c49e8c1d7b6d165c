import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import type { Flag } from '../../src/domain/flag.js';
import { anAccountDraft } from '../support/core.js';
import { type CrashSite, judgeFile, openCrashSite, processesOf, until, writeActs } from './crash-site.js';
import { randomMoments, type Victim } from './random-moments.js';
import { type Ended, runOnce, Supervised } from './supervisor.js';

const ACTS = 20_000;
const KILLS = 10;
/** About 30 s on two idle cores; the limit is for crowded ones. */
const LIMIT_MS = 240_000;

let site: CrashSite;
let workers: Record<'screen' | 'capture-evidence' | 'schedule', Supervised[]>;

beforeAll(async () => {
  site = await openCrashSite();
  const start = (queues: string) => new Supervised(site.worker(queues));
  workers = {
    screen: [start('screen'), start('screen')],
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

/** One for each act stored, one more for each act screened. */
async function countSteps(): Promise<number> {
  const { pending, marked, unmarked } = await site.core.storage.activities.countByState();
  return pending + 2 * (marked + unmarked);
}

async function countActs(): Promise<number> {
  const counts = await site.core.storage.activities.countByState();
  return counts.pending + counts.marked + counts.unmarked;
}

async function whenAllIsDone(): Promise<void> {
  const { storage, queues } = site.core;
  await until(
    'nothing is pending and no flag waits for evidence',
    async () => {
      const [acts, flags] = await Promise.all([storage.activities.countByState(), storage.flags.countFlagsByState()]);
      const left = acts.pending + flags.sealing;
      if (left > 0) throw new Error(`${acts.pending} pending, ${flags.sealing} sealing`);
      return (await queues.screen.countUnfinished()) + (await queues.captureEvidence.countUnfinished()) === 0;
    },
    120_000,
  );
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

describe('an import of 20,000 acts', () => {
  const seed = Number(process.env.NETRA_CRASH_SEED ?? Date.now() % 1_000_000);
  const story: string[] = [];
  const startedAt = Date.now();
  const note = (line: string) => void story.push(`${((Date.now() - startedAt) / 1000).toFixed(1)} s: ${line}`);

  it('loses no act and marks none twice, whatever is killed with -9 at ten random moments', {
    timeout: LIMIT_MS,
  }, async () => {
    const falls = () => allWorkers().flatMap((worker) => worker.falls);
    onTestFailed(() => console.error(`NETRA_CRASH_SEED=${seed}\n${[...story, ...falls()].join('\n')}`));
    const path = await writeActs(site, { count: ACTS, series: 'contoh' });
    const { all, marked } = await judgeFile(site, path);
    expect(new Set(all).size).toBe(ACTS);
    expect(marked.length).toBeGreaterThan(ACTS / 200);
    expect(marked.length).toBeLessThan(ACTS / 50);

    const running = importUntilDone(path);
    for (const [n, { victim, steps }] of randomMoments(seed, { kills: KILLS, acts: ACTS }).entries()) {
      const reached = await until(
        `${steps} steps`,
        async () => {
          const now = await countSteps();
          return now >= steps && now;
        },
        60_000,
      );
      await killAndBringBack(victim, running, n);
      note(`${victim} killed after ${reached} steps`);
    }
    await running.whole;
    note(`import ended: ${running.ends.map(({ code, stdout, stderr }) => `${code} ${stdout}${stderr}`).join(', ')}`);
    await whenAllIsDone();
    note('all is done');

    expect(running.ends.filter(({ code }) => code !== 0 && code !== null)).toEqual([]);
    expect(running.ends.length).toBeGreaterThan(1);
    expect(await site.core.storage.activities.countByState()).toEqual({
      pending: 0,
      marked: marked.length,
      unmarked: ACTS - marked.length,
    });
    const flags = await openFlags();
    expect(flags.map(({ id }) => id).sort()).toEqual([...marked].sort());
    expect(flags.every(({ evidence }) => evidence !== undefined)).toBe(true);
    expect(await site.core.storage.flags.countFlagsByState()).toEqual({ sealing: 0, open: marked.length, decided: 0 });

    const evidence = await site.run('evidence', 'verify', '--json');
    expect(JSON.parse(evidence.stdout)).toEqual({ packs: marked.length, broken: 0 });
    const again = await site.run('import', path, '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({ lines: ACTS, newActivities: 0, knownActivities: ACTS });
    const audit = await site.run('audit', 'verify', '--json');
    expect(JSON.parse(audit.stdout)).toMatchObject({ ok: true });
  });
});

it('an import goes through although Redis forgets everything half-way', { timeout: LIMIT_MS }, async () => {
  const count = 6_000;
  const before = await countSteps();
  const flagsBefore = (await openFlags()).length;
  const path = await writeActs(site, { count, series: 'lupa' });
  const { marked } = await judgeFile(site, path);
  const running = importUntilDone(path);
  await until('half-way', async () => (await countSteps()) - before > count, 60_000);
  const redis = new Redis(site.services.redisUrl);
  await redis.flushall();
  redis.disconnect();
  await running.whole;
  await whenAllIsDone();
  expect((await countSteps()) - before).toBe(2 * count);
  expect((await openFlags()).length - flagsBefore).toBe(marked.length);
});

it("another worker takes over a killed one's visit and finishes it", { timeout: 60_000 }, async () => {
  const { core } = site;
  const handle = 'https://papan-warga.contoh.test/kunjungan';
  await core.storage.accounts.saveAccounts([anAccountDraft(5_000, { platform: 'web', handle })]);
  const account = (await core.storage.accounts.findAccountByHandle('web', handle))!;
  const before = await countActs();
  await core.queues.collect.get('web')!.enqueue([{ accountId: account.id }]);

  const first = runOnce(site.visitor({ acts: 150, hangs: true }));
  await until('the first hundred are stored', async () => (await countActs()) === before + 100, 30_000);
  first.child.kill('SIGKILL');
  await first.ended;
  expect(await core.storage.accounts.findCursor(account.id)).toBeUndefined();

  const second = runOnce(site.visitor({ acts: 250, hangs: false }));
  await until('the visit has left its cursor', () => core.storage.accounts.findCursor(account.id), 30_000);
  await until(
    'the visit is off the queue',
    async () => (await core.queues.collect.get('web')!.countUnfinished()) === 0,
    30_000,
  );
  second.child.kill('SIGKILL');
  await second.ended;
  // States are counted one after the other: an act that is screened in between would be counted in both.
  await whenAllIsDone();
  expect(await countActs()).toBe(before + 250);
});

it('leaves no process behind', async () => {
  expect(await Promise.all(allWorkers().map((worker) => worker.stop()))).toEqual(allWorkers().map(() => 0));
  await site.core.close();
  await site.services.stop();
  expect(processesOf(site)).toEqual([]);
});
