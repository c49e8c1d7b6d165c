import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Role } from './abilities.js';
import { mayReadQuestion, reviewsFor } from './blind-review.js';
import type { Review } from './flag.js';
import type { Verdict } from './verdict.js';

const review = (reviewerId: string, verdict: Verdict): Review => ({
  ...{
    reviewerId,
    verdict,
    reason: `alasan ${reviewerId} (contoh)`,
    weighed: [],
    at: new Date('2026-11-20T02:00:00Z'),
  },
});
const decided = (...reviews: Review[]) => ({ state: 'decided', reviews }) as const;
const supervisor = { id: 's', role: 'supervisor' } as const;
const reviewer = { id: 'r', role: 'reviewer' } as const;

describe('the second review', () => {
  it('is given without the first verdict in sight', () => {
    expect(reviewsFor(decided(review('a', 'confirmed')), supervisor)).toEqual({ isBlind: true, shown: [], hidden: 1 });
  });

  it('shows both once the second person has decided, to that person and to those who come later', () => {
    const flag = decided(review('a', 'confirmed'), review('s', 'dismissed'));
    for (const user of [supervisor, { id: 'later', role: 'supervisor' } as const]) {
      expect(reviewsFor(flag, user)).toEqual({ isBlind: false, shown: flag.reviews, hidden: 0 });
    }
  });

  it('is closed as well to who cannot decide now: a question, or another role, may bring the flag to them', () => {
    const flag = decided(review('a', 'confirmed'));
    expect(reviewsFor(flag, reviewer)).toEqual({ isBlind: true, shown: [], hidden: 1 });
    expect(reviewsFor(flag, { id: 'x', role: 'auditor' })).toEqual({ isBlind: false, shown: flag.reviews, hidden: 0 });
  });

  it('hides no own verdict', () => {
    const flag = decided(review('s', 'confirmed'));
    expect(reviewsFor(flag, supervisor)).toEqual({ isBlind: false, shown: flag.reviews, hidden: 0 });
  });

  it('keeps questions in sight: they are no verdict', () => {
    const asked = review('a', 'needs_context');
    expect(reviewsFor(decided(asked, review('a', 'confirmed')), supervisor)).toEqual({
      ...{ isBlind: true, shown: [asked], hidden: 1 },
    });
    expect(reviewsFor({ reviews: [asked] }, reviewer)).toMatchObject({ isBlind: false, hidden: 0 });
  });

  it('hides what the first person asks after their verdict: it may tell that one', () => {
    const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 2, minute));
    const first = { ...review('a', 'confirmed'), at: at(1) };
    const asked = { ...review('a', 'needs_context'), at: at(2) };
    const ofOther = { ...review('s', 'needs_context'), at: at(3) };
    const flag = { reviews: [first, asked, ofOther] };
    expect(reviewsFor(flag, reviewer)).toEqual({ isBlind: true, shown: [ofOther], hidden: 2 });
    const reads = (by: string, user: typeof reviewer | typeof supervisor) =>
      mayReadQuestion(flag, { by, at: by === 'a' ? at(2) : at(3) }, user);
    expect([reads('a', reviewer), reads('s', reviewer)]).toEqual([false, true]);
    const both = { reviews: [first, asked, { ...review('s', 'confirmed'), at: at(4) }] };
    expect(mayReadQuestion(both, { by: 'a', at: at(2) }, reviewer)).toBe(true);
  });

  it('stays blind where the second person only asked and the flag went back to the queue', () => {
    const flag = { state: 'open', reviews: [review('a', 'confirmed'), review('s', 'needs_context')] } as const;
    for (const user of [supervisor, reviewer]) {
      expect(reviewsFor(flag, user)).toMatchObject({ isBlind: true, hidden: 1 });
    }
    expect(reviewsFor(flag, { id: 'a', role: 'reviewer' })).toMatchObject({ isBlind: false, hidden: 0 });
  });

  it('counts one person who decided twice as one', () => {
    const flag = decided(review('a', 'confirmed'), review('a', 'dismissed'));
    expect(reviewsFor(flag, supervisor)).toEqual({ isBlind: true, shown: [], hidden: 2 });
  });

  it('always accounts for every review, and never shows another verdict to who must still give the second', () => {
    const anyReview = fc
      .tuple(fc.constantFrom('a', 'b', 's'), fc.constantFrom<Verdict>('confirmed', 'dismissed', 'needs_context'))
      .map(([id, verdict]) => review(id, verdict));
    const anyone = fc.record({
      id: fc.constantFrom('a', 's', 'x'),
      role: fc.constantFrom<Role>('reviewer', 'supervisor'),
    });
    fc.assert(
      fc.property(fc.array(anyReview, { maxLength: 5 }), anyone, (reviews, user) => {
        const { isBlind, shown, hidden } = reviewsFor({ reviews }, user);
        expect(shown.length + hidden).toBe(reviews.length);
        expect(isBlind).toBe(hidden > 0);
        if (isBlind) expect(shown.every((r) => r.verdict === 'needs_context')).toBe(true);
      }),
    );
  });
});
