import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.js';
import { registerVisited } from '../integration/crash-site.js';
import { Supervised } from '../integration/supervisor.js';
import { until } from '../support/until.js';
import { printCounts } from './bench.js';
import { type FaultSite, frozen } from './fault-site.js';

const ACTS = 4_000;
const VISITS = 20;

/** A Redis that forgets everything while it runs is in test/integration/crash.test.ts. */
export function redisFaults(siteNow: () => FaultSite): void {
  it('full: an import goes on and says so, nobody is kept from the console, and flags open once there is room', async () => {
    const site = siteNow();
    const redis = new Redis(site.services.redisUrl);
    const openBefore = await site.whenAllOpen();
    await redis.config('SET', 'maxmemory', '1');
    const imported = await site.importActs('penuh', ACTS);
    const { sealing } = await site.core.storage.flags.countFlagsByState();
    const queue = await site.console.get('/api/flags?limit=1');
    await redis.config('SET', 'maxmemory', '0');

    expect(imported).toMatchObject({ code: 0 });
    expect(JSON.parse(imported.stdout)).toMatchObject({ lines: ACTS, newActivities: ACTS });
    expect(imported.stderr).toContain('Redis penuh');
    expect(sealing).toBeGreaterThan(0);
    expect(queue.status).toBe(200);
    expect(await site.whenAllOpen()).toBe(openBefore + sealing);
    printCounts('redis full', { acts: ACTS, refused: sealing, opened: sealing, lost: 0 });
    redis.disconnect();
  });

  it('emptied: comes back with nothing, and every flag that waited in it opens', async () => {
    const site = siteNow();
    const server = site.services.redis!;
    const openBefore = await site.whenAllOpen();
    const sealing = await frozen(site.workers.evidence, async () => {
      expect(await site.importActs('kosong', ACTS)).toMatchObject({ code: 0 });
      const counts = await site.core.storage.flags.countFlagsByState();
      await server.kill9();
      const folder = join(site.folder, 'servers/redis');
      const data = (await readdir(folder)).filter((name) => !name.endsWith('.conf'));
      for (const name of data) await rm(join(folder, name), { recursive: true });
      await server.restart();
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
    await jobs.addBulk(accounts.map(({ id }) => putOff(id)));
    const delayed = await jobs.getDelayedCount();
    await site.services.redis!.restart();
    const visitor = new Supervised(site.visitor({ acts: 5, hangs: false }));
    await until(async () => (await countVisited(site, accounts)) === VISITS, 'every visit');
    expect(delayed).toBe(VISITS);
    expect(await visitor.stop()).toBe(0);
    printCounts('redis restarted', { delayed, visited: VISITS, lost: 0 });
    await jobs.close();
  });
}

function putOff(accountId: string) {
  const opts = { jobId: `ditunda-${accountId}`, delay: 5_000, removeOnComplete: true };
  return { name: 'collect-web', data: { accountId }, opts };
}

async function countVisited({ core }: FaultSite, accounts: readonly Account[]): Promise<number> {
  const cursors = await Promise.all(accounts.map(({ id }) => core.storage.accounts.findCursor(id)));
  return cursors.filter((cursor) => cursor !== undefined).length;
}
