import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, wilson } from './interval.js';

const counts = fc.nat(500).chain((cases) => fc.tuple(fc.nat(cases), fc.constant(cases)));

describe('the interval of a share', () => {
  it('is the one of the textbooks', () => {
    // Newcombe 1998, table I: 81 of 263.
    const { low, high } = wilson(81, 263);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.2553', '0.3662']);
    expect(wilson(0, 20)).toMatchObject({ low: 0, rate: 0 });
    expect(wilson(0, 20).high).toBeCloseTo(0.1611, 4);
  });

  it('says nothing where nothing was decided', () => {
    expect(wilson(0, 0)).toEqual({ rate: 0, low: 0, high: 1, cases: 0 });
  });

  it('always lies in 0 to 1 around the share itself, and narrows with more of the same', () => {
    fc.assert(
      fc.property(counts, ([successes, cases]) => {
        const { rate, low, high } = wilson(successes, cases);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        if (cases === 0) return;
        expect(low).toBeLessThanOrEqual(rate);
        expect(high).toBeGreaterThanOrEqual(rate);
        const more = wilson(successes * 4, cases * 4);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });

  it('mirrors when successes and failures swap', () => {
    fc.assert(
      fc.property(counts, ([successes, cases]) => {
        const [one, other] = [wilson(successes, cases), wilson(cases - successes, cases)];
        if (cases > 0) expect(one.low).toBeCloseTo(1 - other.high, 10);
      }),
    );
  });
});

describe('the interval of a difference', () => {
  it('is the one of the textbooks', () => {
    // Newcombe 1998, method 10: 56/70 against 48/80.
    const { low, high } = difference(wilson(56, 70), wilson(48, 80));
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.0524', '0.3339']);
  });

  it('always holds 0 for a share against itself, and changes sides with its parts', () => {
    fc.assert(
      fc.property(counts, counts, ([a, n], [b, m]) => {
        const [x, y] = [wilson(a, n), wilson(b, m)];
        expect(difference(x, x).low).toBeLessThanOrEqual(0);
        expect(difference(x, y).low).toBeCloseTo(-difference(y, x).high, 10);
      }),
    );
  });
});
