import { randomBytes } from 'node:crypto';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toSealingFlag } from '../../src/storage/flag-document.js';
import { knownActs } from '../../src/storage/migrations/0003-known-acts.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import { testServices, uniqueName } from '../support/test-services.js';
import { aFlagDraft, anAccountDraft, anActivity, findByHandle, NOW } from './builders.js';

const databaseName = uniqueName('migration');
const keys = { hashKey: randomBytes(32), fieldKey: randomBytes(32), auditKey: randomBytes(32) };
let storage: Storage;
let raw: ReturnType<typeof createConnection>;

beforeAll(async () => {
  storage = await openStorage({ uri: testServices().mongodbUri, databaseName, ...keys });
  raw = await createConnection(testServices().mongodbUri, { dbName: databaseName }).asPromise();
});
afterAll(async () => {
  await storage.close();
  await raw.dropDatabase();
  await raw.close();
});

/** As the first version kept an act. */
async function saveOld(state: string, accountId: string) {
  const { id, ...content } = anActivity({ accountId, text: `isi ${state}` });
  const kept = state === 'unmarked' ? { expireAt: NOW } : content;
  await raw.collection('activities').insertOne({ _id: id as never, state, ...kept });
  return id;
}

it('keeps what was judged, and has the accounts of what was not read again', async () => {
  await storage.accounts.saveAccounts([
    anAccountDraft({ handle: 'satu.example' }),
    anAccountDraft({ handle: 'dua.example' }),
  ]);
  const [read, again] = await Promise.all(
    ['satu.example', 'dua.example'].map((handle) => findByHandle(storage, 'bluesky', handle)),
  );
  for (const { id } of [read!, again!])
    await storage.accounts.recordVisit(id, { cursor: 'c', nextVisitAt: NOW, at: NOW });
  const [marked, unmarked] = [await saveOld('marked', read!.id), await saveOld('unmarked', read!.id)];
  const [pending, flagged] = [await saveOld('pending', again!.id), await saveOld('pending', read!.id)];
  const flags = [marked, flagged].map((id) => toSealingFlag(aFlagDraft({ id }), { terms: [], family: '' }));
  await raw.collection('flags').insertMany(flags as never[]);
  await raw.collection('activities').createIndex({ state: 1 }, { name: 'waiting' });

  // Cut off and begun anew, and in two processes at once.
  await Promise.all([knownActs.up(raw, keys), knownActs.up(raw, keys)]);
  await knownActs.up(raw, keys);

  const known = await storage.activities.findKnownIds([marked, unmarked, pending, flagged]);
  expect([...known].sort()).toEqual([marked, unmarked, flagged].sort());
  expect(await raw.collection('known_acts').findOne({ _id: unmarked as never })).toEqual({
    _id: unmarked,
    expireAt: NOW,
  });
  expect((await storage.activities.findMarked(marked))?.text).toBe('isi marked');
  expect((await storage.activities.findMarked(flagged))?.text).toBe('isi pending');
  const left = await raw.collection('activities').find().toArray();
  expect(left.map((act) => String(act._id)).sort()).toEqual([marked, flagged].sort());
  expect(left.every((act) => !('state' in act))).toBe(true);
  expect(await storage.accounts.findCursor(read!.id)).toBe('c');
  expect(await storage.accounts.findCursor(again!.id)).toBeUndefined();
  const names = (await raw.collection('activities').listIndexes().toArray()).map(({ name }) => name);
  expect(names).toEqual(['_id_']);
});
