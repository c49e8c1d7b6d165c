import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, PAIRS, pairOf } from './agreement.js';
import type { Verdict } from './verdict.js';

const reviews = (...given: (readonly [string, Verdict])[]) =>
  given.map(([reviewerId, verdict]) => ({ reviewerId, verdict }));

describe('a pair', () => {
  it('is the first verdicts of the first two people', () => {
    expect(pairOf(reviews(['a', 'confirmed']))).toBeUndefined();
    expect(pairOf(reviews(['a', 'confirmed'], ['a', 'dismissed']))).toBeUndefined();
    expect(pairOf(reviews(['a', 'confirmed'], ['s', 'needs_context'], ['b', 'dismissed']))).toBe('confirmed dismissed');
    expect(pairOf(reviews(['a', 'confirmed'], ['s', 'dismissed'], ['t', 'confirmed']))).toBe('confirmed dismissed');
  });
});

describe('agreement', () => {
  it('is Cohen’s own example: 20 and 15 of 50 alike are 0.4', () => {
    const { kappa, observed } = agreementOf({
      'confirmed confirmed': 20,
      'confirmed dismissed': 5,
      'dismissed confirmed': 10,
      'dismissed dismissed': 15,
    });
    expect(observed.rate).toBeCloseTo(0.7);
    expect(kappa!.value).toBeCloseTo(0.4);
    expect(kappa!.low).toBeLessThan(0.2);
    expect(kappa!.high).toBeGreaterThan(0.55);
  });

  it('is not told of few flags, nor where everybody said the same of all', () => {
    expect(agreementOf({ 'confirmed confirmed': 5, 'dismissed dismissed': 4 }).kappa).toBeUndefined();
    expect(agreementOf({ 'dismissed dismissed': 90 }).kappa).toBeUndefined();
    expect(agreementOf({}).observed.cases).toBe(0);
  });

  it('is full where no two differ, and still no certainty', () => {
    const { kappa } = agreementOf({ 'confirmed confirmed': 10, 'dismissed dismissed': 10 });
    expect(kappa).toMatchObject({ value: 1, high: 1 });
    expect(kappa!.low).toBeLessThan(0.8);
  });

  it('lies within its own interval, and does not change with who is called the first', () => {
    const count = fc.nat({ max: 400 });
    fc.assert(
      fc.property(count, count, count, count, (...counts) => {
        const of = (order: readonly number[]) =>
          agreementOf(Object.fromEntries(PAIRS.map((pair, i) => [pair, counts[order[i]!]!])));
        const { kappa } = of([0, 1, 2, 3]);
        const turned = of([0, 2, 1, 3]).kappa;
        expect(turned?.value).toBe(kappa?.value);
        if (!kappa) return;
        expect(kappa.low).toBeLessThanOrEqual(kappa.value);
        expect(kappa.high).toBeGreaterThanOrEqual(kappa.value);
        expect(kappa.high).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
