import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewsFor } from '../../src/domain/blind-review.js';
import type { Review } from '../../src/domain/flag.js';
import type { Verdict } from '../../src/domain/verdict.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import { testServices, uniqueName } from '../support/test-services.js';
import { A_SEAL, aFlagDraft, minutesAfter, NOW, saveFlags } from './builders.js';

const databaseName = uniqueName('second');
let storage: Storage;
beforeAll(async () => {
  const keys = { hashKey: randomBytes(32), fieldKey: randomBytes(32), auditKey: randomBytes(32) };
  storage = await openStorage({ uri: testServices().mongodbUri, databaseName, ...keys });
});
afterAll(async () => {
  await storage.close();
  const raw = await createConnection(testServices().mongodbUri, { dbName: databaseName }).asPromise();
  await raw.dropDatabase();
  await raw.close();
});

type Given = readonly [reviewerId: string, verdict: Verdict];

/** A flag that went through these reviews, one after the other. */
async function aReviewedFlag(officeCode: string, given: readonly Given[], at = 0): Promise<string> {
  const draft = aFlagDraft({ officeCode, createdAt: minutesAfter(at) });
  await saveFlags(storage, [draft]);
  await storage.flags.openFlag(draft.id, A_SEAL, NOW);
  let flag = (await storage.flags.findFlag(draft.id))!;
  for (const [reviewerId, verdict] of given) {
    const review: Review = { reviewerId, verdict, reason: 'Contoh.', weighed: [], at: NOW };
    const state = verdict === 'needs_context' ? 'open' : 'decided';
    flag = { ...flag, state, version: flag.version + 1, reviews: [...flag.reviews, review] };
    await storage.flags.saveDecision(flag, review);
  }
  return draft.id;
}

const waitingFor = (id: string, officeCode: string) => ({ officeCodes: [officeCode], awaitsSecondBy: id });

describe('flags that wait for a second review', () => {
  it('are those decided by one other person, whatever the verdict, oldest first, and are counted the same', async () => {
    const officeCode = uniqueName('office');
    const ids: string[] = [];
    const histories: readonly (readonly Given[])[] = [
      [['a', 'dismissed']],
      [['a', 'confirmed']],
      [
        ['b', 'needs_context'],
        ['a', 'dismissed'],
      ],
      [
        ['a', 'confirmed'],
        ['a', 'dismissed'],
      ],
      [['s', 'confirmed']],
      [
        ['a', 'confirmed'],
        ['b', 'confirmed'],
      ],
      [
        ['a', 'confirmed'],
        ['s', 'needs_context'],
      ],
      [],
    ];
    for (const [n, given] of histories.entries()) ids.push(await aReviewedFlag(officeCode, given, n));
    const filter = waitingFor('s', officeCode);
    const first = await storage.flags.listFlagQueue(filter, { limit: 3 });
    const rest = await storage.flags.listFlagQueue(filter, { limit: 3, cursor: first.nextCursor! });
    expect([...first.flags, ...rest.flags].map((flag) => flag.id)).toEqual(ids.slice(0, 4));
    expect(rest.nextCursor).toBeUndefined();
    expect(await storage.flags.countFlagQueue(filter)).toBe(4);
    // Beyond a limit, that there are more is told, and not how many.
    const upTo = [2, 3, 4, 10].map((limit) => storage.flags.countFlagQueue(filter, { upTo: limit }));
    expect(await Promise.all(upTo)).toEqual([3, 4, 4, 4]);
    expect(await storage.flags.countFlagQueue(waitingFor('a', officeCode))).toBe(1);
    expect(await storage.flags.countFlagQueue({ ...filter, officeCodes: [] })).toBe(0);
    expect(await storage.flags.countFlagQueue({ ...filter, kind: 'like' })).toBe(0);
  });

  it('are always exactly those that the domain holds blind for a supervisor', async () => {
    const one = fc.tuple(
      fc.constantFrom('a', 'b', 's', '$s'),
      fc.constantFrom<Verdict>('confirmed', 'dismissed', 'needs_context'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(one, { maxLength: 4 }), fc.constantFrom('s', 'a', '$s'), async (given, id) => {
        const officeCode = uniqueName('office');
        const flag = (await storage.flags.findFlag(await aReviewedFlag(officeCode, given)))!;
        const isBlind = flag.state === 'decided' && reviewsFor(flag, { id, role: 'supervisor' }).isBlind;
        const { flags } = await storage.flags.listFlagQueue(waitingFor(id, officeCode), { limit: 5 });
        expect(flags.map((found) => found.id)).toEqual(isBlind ? [flag.id] : []);
      }),
      { numRuns: 60 },
    );
  });

  it('are not found by anything but text', async () => {
    const operator = { $ne: '' } as unknown as string;
    await expect(storage.flags.countFlagQueue({ awaitsSecondBy: operator })).rejects.toBeInstanceOf(TypeError);
  });
});
