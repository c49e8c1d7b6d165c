import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../../src/domain/flag.js';
import type { FlagVerdict } from '../../src/storage/flag-verdicts.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import { A_SEAL, aFlagDraft, anActivity, minutesAfter, NOW, saveFlags } from '../storage/builders.js';
import { testServices, uniqueName } from '../support/test-services.js';

const keys = { hashKey: randomBytes(32), fieldKey: randomBytes(32), auditKey: randomBytes(32) };
const databaseName = uniqueName('sets');
const open = () => openStorage({ uri: testServices().mongodbUri, databaseName, ...keys });
let storage: Storage;

beforeAll(async () => {
  storage = await open();
});
afterAll(() => storage.close());

describe('kept rule sets', () => {
  it('are found by their hash, byte for byte, and never replaced', async () => {
    const content = randomBytes(300_000);
    await storage.rulesets.saveSetsOnce([{ hash: 'sha256:a', content }], NOW);
    await storage.rulesets.saveSetsOnce([{ hash: 'sha256:a', content: Buffer.from('lain') }], NOW);
    expect((await storage.rulesets.findSet('sha256:a'))?.equals(content)).toBe(true);
    expect(await storage.rulesets.findSet('sha256:b')).toBeUndefined();
  });

  it('of several processes that bring the same set into force, one hears of the change', async () => {
    const many = await Promise.all(Array.from({ length: 4 }, open));
    const set = (n: number) => ({ ruleset: `sha256:${n}`, elections: 'sha256:e' });
    const say = (n: number) => Promise.all(many.map((one) => one.rulesets.recordInForce(set(n), NOW)));
    const changes = (said: { wasChanged: boolean }[]) => said.filter((one) => one.wasChanged);
    expect(changes(await say(1))).toEqual([{ wasChanged: true }]);
    expect(changes(await say(1))).toEqual([]);
    expect(changes(await say(2))).toEqual([{ wasChanged: true, before: set(1) }]);
    await Promise.all(many.map((one) => one.close()));
  });
});

describe('reading many flags', () => {
  it('gives every flag once, of any state, and to a back-test only acts from a day on and what it asks', async () => {
    const days = ['2024-09-01', '2024-10-01', '2024-11-01'];
    const drafts = days.map((day, n) => aFlagDraft({ id: `t-${n}`, actedAt: new Date(day), position: 'Camat' }));
    await saveFlags(storage, drafts);
    await storage.flags.openFlag('t-2', A_SEAL, NOW);
    const opened = (await storage.flags.findFlag('t-2'))!;
    const review = {
      verdict: 'dismissed',
      reason: 'contoh',
      weighed: [],
      reviewerId: 'r',
      at: minutesAfter(1),
    } as const;
    await storage.flags.saveDecision(decide(opened, opened.version, review), review);

    const idsOf = async (filter: Parameters<Storage['flags']['streamFlags']>[0]) => {
      const ids: string[] = [];
      for await (const flag of storage.flags.streamFlags(filter)) ids.push(flag.id);
      return ids;
    };
    expect(await idsOf({})).toEqual(['t-0', 't-1', 't-2']);
    expect(await idsOf({ state: 'decided' })).toEqual(['t-2']);
    const seen: FlagVerdict[] = [];
    for await (const batch of storage.flags.streamVerdicts({ actedSince: new Date('2024-10-01') })) seen.push(...batch);
    const { accountId, region } = drafts[0]!;
    expect(seen).toEqual([
      { id: 't-1', accountId, region, position: 'Camat' },
      { id: 't-2', accountId, region, position: 'Camat', verdict: 'dismissed' },
    ]);
    expect((await storage.flags.findFlag('t-0'))?.position).toBe('Camat');
  });

  it('finds the content of marked acts only', async () => {
    const [kept, dropped] = [anActivity(), anActivity()];
    await storage.activities.saveMarkedOnce([{ activity: kept, flag: aFlagDraft({ id: kept.id }) }]);
    await storage.activities.saveUnmarkedOnce([dropped.id], NOW);
    const ids = [kept.id, dropped.id].sort();
    const range = { first: ids[0]!, last: ids[1]! };
    const { id, kind, text, publishedAt } = kept;
    expect(await storage.activities.findMarkedBetween(range)).toEqual([{ id, kind, text, publishedAt }]);
    const actedSince = new Date(publishedAt.getTime() + 1);
    expect(await storage.activities.findMarkedBetween({ ...range, actedSince })).toEqual([]);
  });
});
