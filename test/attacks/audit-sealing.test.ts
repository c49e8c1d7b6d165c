import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { isOfFlag } from '../../src/domain/audit-contradiction.js';
import { A_SEAL, aFlagDraft, anActivity, NOW } from '../storage/builders.js';
import { type AttackedLog, openAttackedLog } from './audit-log.js';

// What was marked waits for its evidence, for seconds or for as long as the folder is full: nobody makes it somebody else's meanwhile.

type Loose = Record<string, unknown> & { _id: string };
let log: AttackedLog;
let id: string;
const flags = () => log.raw.collection<Loose>('flags');
const problems = async () =>
  (await (await log.reopen()).audit.verify()).contradictions.map((one) => [one.problem, isOfFlag(one) && one.flagId]);
const open = () => log.storage.flags.openFlag(id, A_SEAL, NOW);

beforeAll(async () => {
  log = await openAttackedLog();
  const activity = anActivity({ text: 'Setengah \ud800 huruf', media: [{ text: 'contoh' }] });
  id = activity.id;
  const sides = [{ ticket: 'contoh-1/1', stance: 'unclear' }] as const;
  const draft = aFlagDraft({ id, activityId: id, sides, points: { total: -0, line: 16.5, signs: [] } });
  await log.storage.activities.saveMarkedOnce([{ activity: anActivity(), flag: aFlagDraft() }]);
  await log.storage.activities.saveMarkedOnce([{ activity, flag: draft }]);
  await log.keepAsItStands();
});
beforeEach(() => log.putBack());
afterAll(() => log.close());

it('holds as it was marked, and after it opened', async () => {
  expect(await problems()).toEqual([]);
  await open();
  expect(await problems()).toEqual([]);
});

it.each<[string, Record<string, unknown>]>([
  ['flags', { accountId: 'akun-orang-lain' }],
  ['flags', { officeCode: 'dinas-lain' }],
  ['flags', { 'matches.0.stance': 'against' }],
  ['activities', { text: 'Pilih nomor 9 (contoh)' }],
  ['activities', { accountId: 'akun-orang-lain' }],
])('cannot be changed before it opens and have the opening cover it: %s %o', async (collection, change) => {
  await log.raw.collection<Loose>(collection).updateOne({ _id: id }, { $set: change });
  expect(await problems()).toEqual([['content_differs', id]]);
  await open();
  expect(await problems()).toEqual([['content_differs', id]]);
});

it('cannot lose its act', async () => {
  await log.raw.collection<Loose>('activities').deleteOne({ _id: id });
  expect(await problems()).toEqual([['content_differs', id]]);
});

it('is answered for by name, and held from then on', async () => {
  await flags().updateOne({ _id: id }, { $set: { accountId: 'akun-orang-lain', openedAt: new Date(0) } });
  const asked = { brokenAt: 0, by: 'Petugas Contoh', reason: 'contoh: diperiksa', at: NOW };
  await (await log.reopen()).audit.resume(asked);
  expect(await problems()).toEqual([]);
  await open();
  expect(await problems()).toEqual([]);
  await flags().updateOne({ _id: id }, { $set: { accountId: 'akun-ketiga' } });
  expect(await problems()).toEqual([['content_differs', id]]);
});
