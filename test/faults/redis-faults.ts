import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { expect, it, onTestFinished } from 'vitest';
import type { Account } from '../../src/domain/account.js';
import { registerVisited } from '../integration/crash-site.js';
import { until } from '../support/until.js';
import { IS_WHOLE, printCounts } from './bench.js';
import type { FaultSite } from './fault-site.js';
import { frozen, gone, superviseInTest } from './in-test.js';

const ACTS = IS_WHOLE ? 4_000 : 1_500;
const VISITS = 20;
/** Only a worker brings back what was put off, and there is none until Redis is back. */
const PUT_OFF_MS = IS_WHOLE ? 5_000 : 2_000;

/** A Redis that forgets everything while it runs is in test/integration/crash.test.ts. */
export function redisFaults(siteNow: () => FaultSite): void {
  it('full: an import goes on and says so, nobody is kept from the console, and flags open once there is room', async () => {
    const site = siteNow();
    const openBefore = await site.whenAllOpen();
    const { imported, sealing, queue } = await full(site.services.redisUrl, async () => ({
      imported: await site.importActs('penuh', ACTS),
      sealing: (await site.core.storage.flags.countFlagsByState()).sealing,
      queue: await site.console.get('/api/flags?limit=1'),
    }));

    expect(imported).toMatchObject({ code: 0 });
    expect(JSON.parse(imported.stdout)).toMatchObject({ lines: ACTS, newActivities: ACTS });
    expect(imported.stderr).toContain('Redis penuh');
    expect(sealing).toBeGreaterThan(0);
    expect(queue.status).toBe(200);
    expect(await site.whenAllOpen()).toBe(openBefore + sealing);
    printCounts('redis full', { acts: ACTS, refused: sealing, opened: sealing, lost: 0 });
  });

  it('emptied: comes back with nothing, and every flag that waited in it opens', async () => {
    const site = siteNow();
    const server = site.services.redis!;
    const openBefore = await site.whenAllOpen();
    const sealing = await frozen(site.workers.evidence.pid!, async () => {
      expect(await site.importActs('kosong', ACTS)).toMatchObject({ code: 0 });
      const counts = await site.core.storage.flags.countFlagsByState();
      await gone(server, async () => {
        const folder = join(site.folder, 'servers/redis');
        const data = (await readdir(folder)).filter((name) => !name.endsWith('.conf'));
        for (const name of data) await rm(join(folder, name), { recursive: true });
      });
      return counts.sealing;
    });
    expect(sealing).toBeGreaterThan(0);
    expect(await site.whenAllOpen()).toBe(openBefore + sealing);
    printCounts('redis emptied', { acts: ACTS, waiting: sealing, opened: sealing, lost: 0 });
  });

  it('restarted: visits that were put off are made all the same', async () => {
    const site = siteNow();
    const accounts = await registerVisited(site, VISITS);
    const jobs = new Queue('collect-web', { connection: { url: site.services.redisUrl }, prefix: 'netra' });
    jobs.on('error', () => undefined); // It is about to lose its connection; what it counts afterwards is the test.
    onTestFinished(() => jobs.close());
    await jobs.addBulk(accounts.map(({ id }) => putOff(id)));
    const delayed = await jobs.getDelayedCount();
    await site.services.redis!.restart();
    const visitor = superviseInTest(site.visitor({ acts: 5, hangs: false }));
    await until(async () => (await countVisited(site, accounts)) === VISITS, 'every visit');
    expect(delayed).toBe(VISITS);
    expect(await visitor.stop()).toBe(0);
    printCounts('redis restarted', { delayed, visited: VISITS, lost: 0 });
  });
}

/** While `work` runs Redis takes nothing more. */
async function full<T>(redisUrl: string, work: () => Promise<T>): Promise<T> {
  const redis = new Redis(redisUrl);
  await redis.config('SET', 'maxmemory', '1');
  try {
    return await work();
  } finally {
    await redis.config('SET', 'maxmemory', '0');
    redis.disconnect();
  }
}

function putOff(accountId: string) {
  const opts = { jobId: `ditunda-${accountId}`, delay: PUT_OFF_MS, removeOnComplete: true };
  return { name: 'collect-web', data: { accountId }, opts };
}

async function countVisited({ core }: FaultSite, accounts: readonly Account[]): Promise<number> {
  const cursors = await Promise.all(accounts.map(({ id }) => core.storage.accounts.findCursor(id)));
  return cursors.filter((cursor) => cursor !== undefined).length;
}
