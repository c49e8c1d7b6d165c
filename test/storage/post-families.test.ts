import { randomBytes } from 'node:crypto';
import { type Connection, createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Flag } from '../../src/domain/flag.js';
import { postFamilies } from '../../src/storage/migrations/0024-post-families.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import { testServices, uniqueName } from '../support/test-services.js';
import { A_SEAL, aFlagDraft, anActivity, minutesAfter, NOW } from './builders.js';

const databaseName = uniqueName('families');
const keys = { hashKey: randomBytes(32), fieldKey: randomBytes(32), auditKey: randomBytes(32) };
let storage: Storage;
let raw: Connection;
beforeAll(async () => {
  storage = await openStorage({ uri: testServices().mongodbUri, databaseName, ...keys });
  raw = await createConnection(testServices().mongodbUri, { dbName: databaseName }).asPromise();
});
afterAll(async () => {
  await storage.close();
  await raw.dropDatabase();
  await raw.close();
});

const flags = () => raw.collection<{ _id: string; family?: string }>('flags');
const saying = (what: string) => `Ayo menangkan pasangan contoh, begitu kata ${what}`;
const open = (officeCode: string) => ({ officeCodes: [officeCode], state: 'open' as const });

/** A letter a flag, in the order of the queue: the same letter says the same. Opening takes most of the time. */
async function aQueue(letters: string, { isOpen = true } = {}): Promise<{ officeCode: string; ids: string[] }> {
  const officeCode = uniqueName('office');
  const marked = [...letters].map((letter, place) => {
    const flag = aFlagDraft({ officeCode, createdAt: minutesAfter(place), accountId: `akun-${place % 3}` });
    const { activityId: id, accountId } = flag;
    return { activity: anActivity({ id, accountId, text: saying(`${letter} di ${officeCode}`) }), flag };
  });
  await storage.activities.saveMarkedOnce(marked);
  const ids = marked.map(({ flag }) => flag.id);
  if (isOpen) for (const id of ids) await storage.flags.openFlag(id, A_SEAL, NOW);
  return { officeCode, ids };
}
const decide = async (id: string) => {
  const flag = (await storage.flags.findFlag(id))!;
  const review = { reviewerId: 'a', verdict: 'dismissed', reason: 'Contoh.', weighed: [], at: NOW } as const;
  await storage.flags.saveDecision({ ...flag, state: 'decided', version: flag.version + 1, reviews: [review] }, review);
};

describe('a queue with one line for each post family', () => {
  it('holds the oldest of each and how many there are, page by page, each once', async () => {
    const { officeCode, ids } = await aQueue('aabacbad');
    const found: [string, number][] = [];
    let cursor: string | undefined;
    do {
      const page = await storage.flags.listFamilies(open(officeCode), cursor ? { limit: 2, cursor } : { limit: 2 });
      found.push(...page.families.map(({ flag, same }): [string, number] => [flag.id, same]));
      cursor = page.nextCursor;
    } while (cursor);
    expect(found).toEqual([
      [ids[0], 4],
      [ids[2], 2],
      [ids[4], 1],
      [ids[7], 1],
    ]);
    expect(await storage.flags.countFlagQueue(open(officeCode))).toBe(found.reduce((sum, [, n]) => sum + n, 0));
  });

  it('passes by what a page before has told, however many stand in between, and counts by the filter', async () => {
    const { officeCode, ids } = await aQueue(`${'a'.repeat(121)}b`, { isOpen: false });
    const sealing = { officeCodes: [officeCode], state: 'sealing' as const };
    const first = await storage.flags.listFamilies(sealing, { limit: 1 });
    expect(first.families).toMatchObject([{ flag: { id: ids[0] }, same: 121 }]);
    const second = await storage.flags.listFamilies(sealing, { limit: 1, cursor: first.nextCursor! });
    expect(second).toMatchObject({ families: [{ flag: { id: ids.at(-1) }, same: 1 }] });
    expect(second.nextCursor).toBeUndefined();
    const { families } = await storage.flags.listFamilies({ ...sealing, accountId: 'akun-1' }, { limit: 5 });
    expect(families.map(({ flag, same }) => [flag.id, same])).toEqual([
      [ids[1], 40],
      [ids.at(-1), 1],
    ]);
    const counts = await storage.flags.countSame(sealing, [ids[5]!, ids.at(-1)!]);
    expect([counts.get(ids[5]!), counts.get(ids.at(-1)!)]).toEqual([121, 1]);
  });

  it('knows of one flag its others that wait, and what was decided of other people', async () => {
    const { officeCode, ids } = await aQueue('aaaaab');
    await Promise.all([ids[1]!, ids[3]!].map(decide));
    const idsOf = (found: Flag[]) => found.map(({ id }) => id);
    expect(idsOf(await storage.flags.listSame(ids[0]!, open(officeCode), 10))).toEqual([ids[2], ids[4]]);
    expect(await storage.flags.findSame(ids[0]!, ids)).toEqual(new Set(ids.slice(0, 5)));
    // Of others: also where the flag itself is no longer of the filter.
    const counted = [ids[0]!, ids[1]!].map((id) => storage.flags.countOthers(id, open(officeCode)));
    expect(await Promise.all(counted)).toEqual([2, 3]);
    // The fourth is of the same person as the first.
    expect(idsOf(await storage.flags.listSameDecided(ids[0]!, [officeCode], 10))).toEqual([ids[1]]);
    expect(await storage.flags.listSameDecided(ids[0]!, ['lain'], 10)).toEqual([]);
    const operator = { $ne: '' } as unknown as string;
    await expect(storage.flags.findSame(operator, [])).rejects.toBeInstanceOf(TypeError);
  });
});

describe('the key of a family', () => {
  it('tells nothing of what was said, and is another one under another key', async () => {
    const { ids } = await aQueue('aab');
    const kept = await flags()
      .find({ _id: { $in: ids } })
      .toArray();
    expect(JSON.stringify(kept)).not.toMatch(/menangkan|pasangan/);
    const [one, two, other] = ids.map((id) => kept.find(({ _id }) => _id === id)!.family);
    expect([one === two, one === other]).toEqual([true, false]);
    await flags().updateMany({ _id: { $in: ids } }, { $unset: { family: '' } });
    await postFamilies.up(raw, { ...keys, hashKey: randomBytes(32) });
    expect((await flags().findOne({ _id: ids[0]! }))!.family).not.toBe(one);
  });

  it('is filled in on older flags, going on where it was cut off; what is gone or odd stands alone', async () => {
    const { officeCode, ids } = await aQueue('aabca');
    await flags().updateMany({ _id: { $in: ids.slice(1) } }, { $unset: { family: '' } });
    const acts = raw.collection<{ _id: string }>('activities');
    await acts.deleteOne({ _id: ids[2]! });
    await acts.updateOne({ _id: ids[3]! }, { $set: { text: { $ne: '' }, media: 7 } });
    await Promise.all([postFamilies.up(raw, keys), postFamilies.up(raw, keys)]);
    const { families } = await storage.flags.listFamilies(open(officeCode), { limit: 9 });
    expect(families.map(({ flag, same }) => [flag.id, same])).toEqual([
      [ids[0], 3],
      [ids[2], 1],
      [ids[3], 1],
    ]);
  });
});
