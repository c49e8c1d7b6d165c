import { describe, expect, it } from 'vitest';
import { type Calibration, goldenAnswerOf, isCopy, isTold, isToReadAgain, toCopy } from './calibration.js';
import type { Flag, Review } from './flag.js';
import type { Verdict } from './verdict.js';

const at = new Date('2024-10-01T03:00:00.000Z');
const review = (reviewerId: string, verdict: Verdict): Review => ({
  verdict,
  reason: 'Contoh.',
  weighed: [],
  reviewerId,
  at,
});
const decided = (...reviews: Review[]) => ({ state: 'decided', reviews }) as const;

describe('a flag can be a golden one', () => {
  it('where two people said the same, also where one of them had asked before', () => {
    const [a, b] = [review('a', 'confirmed'), review('b', 'confirmed')];
    expect(goldenAnswerOf(decided(a, b))).toBe('confirmed');
    expect(
      goldenAnswerOf(decided(review('a', 'needs_context'), review('a', 'dismissed'), review('b', 'dismissed'))),
    ).toBe('dismissed');
  });

  it('not by one person, not where anybody ever said otherwise, and not while a decision is about to count', () => {
    const [a, b] = [review('a', 'confirmed'), review('b', 'confirmed')];
    expect(goldenAnswerOf(decided(a, a))).toBeUndefined();
    expect(goldenAnswerOf(decided(a, review('b', 'dismissed'), review('c', 'confirmed')))).toBeUndefined();
    expect(goldenAnswerOf(decided(review('a', 'dismissed'), a, b))).toBeUndefined();
    expect(goldenAnswerOf({ state: 'open', reviews: [a, b, review('c', 'needs_context')] })).toBeUndefined();
    expect(goldenAnswerOf({ ...decided(a, b), pending: { id: 'x', by: 'c', countsFrom: at } })).toBeUndefined();
  });
});

it('is asked as it stood when it opened, with nothing of what was said or done since', () => {
  const flag = {
    ...{ id: 'tanda', activityId: 'tanda', accountId: 'akun', version: 9, openedAt: at, createdAt: at },
    ...decided(review('a', 'confirmed'), review('b', 'confirmed')),
    assigned: { to: 'a', by: 'b', at },
    question: { to: 'a', day: '2024-10-02', by: 'b', at, until: at },
  } as unknown as Flag;
  const calibration = { id: 'latihan', flagId: 'tanda', userId: 'c', heldUntil: at } as Calibration;
  const copy = toCopy(flag, calibration);
  expect(copy).toEqual({
    ...{ id: 'latihan', activityId: 'tanda', accountId: 'akun', version: 2, openedAt: at, createdAt: at },
    ...{ state: 'open', reviews: [], claim: { by: 'c', until: at } },
  });
  expect([isCopy(copy), isCopy(flag)]).toEqual([true, false]);
  expect(toCopy(flag, { ...calibration, said: 'dismissed' })).toMatchObject({ state: 'decided', reviews: [] });
});

it('is read again where most of three or more people read it otherwise, and tells nothing of fewer', () => {
  const toRead = [
    [3, 1],
    [3, 2],
    [4, 2],
    [2, 0],
  ].map(([answered, agreed]) => isToReadAgain({ answered: answered!, agreed: agreed! }));
  expect(toRead).toEqual([true, false, false, false]);
  expect([isTold({ answered: 2, agreed: 0 }), isTold({ answered: 3, agreed: 3 })]).toEqual([false, true]);
});
