import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awaitsSecond, isToSettle, mayDecide } from './blind-review.js';
import { decide, type Flag, stateAfter } from './flag.js';
import { noticesOfVerdict } from './notice.js';
import { decidersOf, standingOf } from './standing.js';
import type { Verdict } from './verdict.js';

type Given = readonly [reviewerId: string, verdict: Verdict];
const at = new Date('2026-11-20T02:00:00Z');
const review = ([reviewerId, verdict]: Given) => ({ reviewerId, verdict, reason: 'Contoh.', weighed: [], at });
const standing = (...given: Given[]) => standingOf(given.map(review));

const aFlag = (...given: Given[]): Flag => {
  const reviews = given.map(review);
  return { id: 'f', version: 1 + given.length, cleared: [], state: stateAfter(reviews), reviews } as unknown as Flag;
};
const supervisor = (id: string) => ({ id, role: 'supervisor' }) as const;

describe('what verdicts come to', () => {
  it('is one person’s, then two people’s, and of two contrary ones none', () => {
    expect(standing()).toEqual({ as: 'none' });
    expect(standing(['a', 'needs_context'])).toEqual({ as: 'none' });
    expect(standing(['a', 'confirmed'])).toEqual({ as: 'one', verdict: 'confirmed' });
    expect(standing(['a', 'confirmed'], ['s', 'confirmed'])).toEqual({ as: 'agreed', verdict: 'confirmed' });
    expect(standing(['a', 'confirmed'], ['s', 'dismissed'])).toEqual({ as: 'contrary' });
    expect(standing(['a', 'confirmed'], ['s', 'needs_context'], ['b', 'dismissed'])).toEqual({ as: 'contrary' });
  });

  it('is settled by a third person, and contrary again where a fourth one says otherwise', () => {
    const three: Given[] = [
      ['a', 'confirmed'],
      ['s', 'dismissed'],
      ['t', 'confirmed'],
    ];
    expect(standing(...three)).toEqual({ as: 'settled', verdict: 'confirmed' });
    expect(standing(...three, ['u', 'confirmed'])).toEqual({ as: 'agreed', verdict: 'confirmed' });
    expect(standing(...three, ['u', 'dismissed'])).toEqual({ as: 'contrary' });
  });

  it('is a person’s own to change as long as nobody else has given one', () => {
    expect(standing(['s', 'confirmed'], ['s', 'dismissed'])).toEqual({ as: 'one', verdict: 'dismissed' });
    expect(mayDecide(aFlag(['s', 'confirmed']), supervisor('s'))).toBe(true);
    expect(mayDecide(aFlag(['a', 'confirmed'], ['s', 'confirmed']), supervisor('s'))).toBe(false);
  });

  it('waits for a second person where it was confirmed by one alone, and not where it was dismissed', () => {
    expect(awaitsSecond(aFlag(['a', 'confirmed']))).toBe(true);
    expect(awaitsSecond(aFlag(['a', 'dismissed']))).toBe(false);
    expect(awaitsSecond(aFlag(['a', 'confirmed'], ['s', 'confirmed']))).toBe(false);
    expect(awaitsSecond(aFlag(['a', 'confirmed'], ['s', 'needs_context']))).toBe(false);
  });
});

describe('between two contrary verdicts', () => {
  const contrary = aFlag(['a', 'confirmed'], ['s', 'dismissed']);

  it('only a supervisor decides who gave neither', () => {
    expect(isToSettle(contrary, supervisor('t'))).toBe(true);
    for (const user of [supervisor('s'), supervisor('a'), { id: 'b', role: 'reviewer' } as const]) {
      expect(mayDecide(contrary, user)).toBe(false);
    }
    expect(() => decide(contrary, contrary.version, review(['s', 'confirmed']))).toThrow(/sudah mendapat keputusan/);
    expect(() => decide(contrary, contrary.version, review(['t', 'needs_context']))).toThrow(/berlawanan/);
    expect(decide(contrary, contrary.version, review(['t', 'dismissed'])).state).toBe('decided');
  });

  it('whoever settled it settles nothing by saying the contrary later, after a question', () => {
    const asked = aFlag(['a', 'confirmed'], ['s', 'dismissed'], ['t', 'dismissed'], ['u', 'needs_context']);
    expect(asked.state).toBe('open');
    expect(decide(asked, asked.version, review(['t', 'dismissed'])).state).toBe('decided');
    expect(decide(asked, asked.version, review(['t', 'confirmed'])).state).toBe('contrary');
    const again = aFlag(
      ['a', 'confirmed'],
      ['s', 'dismissed'],
      ['t', 'dismissed'],
      ['u', 'needs_context'],
      ['t', 'dismissed'],
    );
    expect(standingOf([...again.reviews, review(['u', 'needs_context']), review(['t', 'confirmed'])]).as).toBe(
      'contrary',
    );
  });

  it('both hear of it when it begins and when it ends, and whoever settles does not', () => {
    const told = (flag: Flag) => noticesOfVerdict(flag).map(({ userId, kind }) => `${userId} ${kind}`);
    expect(told(aFlag(['a', 'confirmed']))).toEqual([]);
    expect(told(aFlag(['a', 'confirmed'], ['s', 'confirmed']))).toEqual([]);
    expect(told(contrary)).toEqual(['a contrary', 's contrary']);
    expect(told(aFlag(['a', 'confirmed'], ['s', 'dismissed'], ['t', 'confirmed']))).toEqual(['a settled', 's settled']);
  });
});

it('nobody wins by being last: whatever people do one after another, no verdict is in force against another person’s that only came before it', () => {
  const people = fc.constantFrom('a', 's', 't', 'u');
  const verdicts = fc.constantFrom<Verdict>('confirmed', 'dismissed', 'needs_context');
  fc.assert(
    fc.property(fc.array(fc.tuple(people, verdicts), { maxLength: 8 }), (tries) => {
      let flag = aFlag();
      for (const one of tries) {
        const before = flag;
        if (!mayDecide(before, supervisor(one[0]))) continue;
        try {
          flag = decide(before, before.version, review(one));
        } catch {
          continue;
        }
        const others = standingOf(before.reviews);
        const isAgainst = 'verdict' in others && one[1] !== 'needs_context' && others.verdict !== one[1];
        const isOwnAlone = decidersOf(before.reviews).every((id) => id === one[0]);
        if (isAgainst && !isOwnAlone) expect(['contrary', 'open']).toContain(flag.state);
        if (before.state === 'contrary') expect(decidersOf(before.reviews)).not.toContain(one[0]);
      }
    }),
  );
});
