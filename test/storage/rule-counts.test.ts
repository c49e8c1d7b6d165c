import { randomBytes } from 'node:crypto';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/domain/days.js';
import type { CountedAct } from '../../src/domain/rule-counts.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import { testServices, uniqueName } from '../support/test-services.js';
import { NOW } from './builders.js';

const keys = { hashKey: randomBytes(32), fieldKey: randomBytes(32), auditKey: randomBytes(32) };
const ALL = { from: '2024-01-01', to: '2024-12-31' };
let storage: Storage;
let raw: ReturnType<typeof createConnection>;

beforeAll(async () => {
  const databaseName = uniqueName('counts');
  const uri = testServices().mongodbUri;
  raw = await createConnection(uri, { dbName: databaseName }).asPromise();
  storage = await openStorage({ uri, databaseName, ...keys, unmarkedRetentionMs: 10 * DAY_MS });
});
afterAll(async () => {
  await storage.close();
  await raw.dropDatabase();
  await raw.close();
});

const stored = () => raw.collection('rule_counts').find().toArray();
let n = 0;
const aCount = (given: Partial<CountedAct> = {}): CountedAct => ({
  as: 'shadow',
  rule: 'aturan-a',
  title: 'Aturan contoh',
  activityId: `tindakan-${++n}`,
  accountId: 'akun-contoh-1',
  officeCode: 'dinas-contoh',
  day: '2024-10-01',
  isMarked: false,
  ...given,
});

describe('counts of rules that mark nothing', () => {
  it('count an act once for each rule, however often and by however many workers it is judged', async () => {
    const acts = [aCount(), aCount({ accountId: 'akun-contoh-2', isMarked: true }), aCount({ day: '2024-10-02' })];
    await Promise.all(Array.from({ length: 4 }, () => storage.ruleCounts.saveCountsOnce([...acts, acts[0]!], NOW)));
    const again = acts.map((act) => ({ ...act, rule: 'aturan-b' }));
    await storage.ruleCounts.saveCountsOnce(again, new Date(NOW.getTime() + DAY_MS));
    const days = [
      { day: '2024-10-01', acts: 2, marked: 1, accounts: 2 },
      { day: '2024-10-02', acts: 1, marked: 0, accounts: 1 },
    ];
    expect(await storage.ruleCounts.listRuleDays()).toEqual(
      ['aturan-a', 'aturan-b'].flatMap((rule) => days.map((day) => ({ as: 'shadow', rule, ...day }))),
    );
  });

  it('count one account once over any number of days', async () => {
    expect(await storage.ruleCounts.countAccounts(ALL)).toEqual({ 'aturan-a': 2, 'aturan-b': 2 });
    const second = { from: '2024-10-02', to: '2024-10-02' };
    expect(await storage.ruleCounts.countAccounts(second)).toEqual({ 'aturan-a': 1, 'aturan-b': 1 });
    expect(await storage.ruleCounts.countAccounts({ from: '2024-10-03', to: '2024-12-31' })).toEqual({});
  });

  it('keep no id, no words, and no act beside an account, and name an account differently under each rule', async () => {
    const documents = await stored();
    expect(JSON.stringify(documents)).not.toMatch(/tindakan-\d|akun-contoh|dinas-contoh|Aturan contoh/);
    for (const document of documents) {
      const isOfAccount = 'account' in document;
      expect(Object.keys(document).sort()).toEqual(
        isOfAccount
          ? ['_id', 'account', 'as', 'day', 'expireAt', 'of', 'rule']
          : ['_id', 'as', 'day', 'expireAt', 'isMarked', 'of', 'rule'],
      );
    }
    const namesUnder = (rule: string) => new Set(documents.flatMap((d) => (d.rule === rule && d.account) || []));
    expect(namesUnder('aturan-a').size).toBe(2);
    expect([...namesUnder('aturan-a')].filter((name) => namesUnder('aturan-b').has(name))).toEqual([]);
  });

  it('are gone after the time that an unmarked act is remembered, at a full day', async () => {
    const at = new Date(Math.ceil((NOW.getTime() + 10 * DAY_MS) / DAY_MS) * DAY_MS).getTime();
    const times = (await stored()).map((document) => (document.expireAt as Date).getTime());
    expect(times.filter((time) => time !== at && time !== at + DAY_MS)).toEqual([]);
    const indexes = await raw.collection('rule_counts').indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { expireAt: 1 }, expireAfterSeconds: 0 }));
  });

  it('of notes are by office and day, without accounts, and leave out acts that were marked', async () => {
    const note = (given: Partial<CountedAct>) =>
      aCount({ as: 'note', rule: 'pose-contoh', title: 'Pose aman', ...given });
    const other = { rule: 'lain', title: 'Catatan lain' };
    const acts = [note({}), note({}), note(other), note({ isMarked: true }), note({ officeCode: 'dinas-lain' })];
    await storage.ruleCounts.saveCountsOnce([...acts, note({ day: '2024-10-02' })], NOW);
    await storage.ruleCounts.saveCountsOnce(acts, NOW);
    const of = { officeCodes: ['dinas-contoh'], day: '2024-10-01' };
    expect(await storage.ruleCounts.countNotes(of)).toEqual([
      { title: 'Pose aman', acts: 2 },
      { title: 'Catatan lain', acts: 1 },
    ]);
    expect(await storage.ruleCounts.countNotes({ ...of, day: '2024-10-05' })).toEqual([]);
    expect((await stored()).filter((d) => d.as === 'note' && d.of !== 'act')).toEqual([]);
    expect(await storage.ruleCounts.countAccounts(ALL)).not.toHaveProperty('pose-contoh');
  });

  it('write nothing where there is nothing to count', async () => {
    const before = (await stored()).length;
    await storage.ruleCounts.saveCountsOnce([], NOW);
    expect((await stored()).length).toBe(before);
  });
});
