import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstAfter } from './places.js';

const sorted = fc
  .array(fc.nat(200), { maxLength: 60 })
  .map((firsts) => firsts.sort((a, b) => a - b).map((first) => ({ first, last: first })));

describe('the first place behind a unit', () => {
  it('is the same, wherever the search before ended', () => {
    fc.assert(
      fc.property(sorted, fc.integer({ min: -1, max: 201 }), fc.nat(), (places, unit, before) => {
        const wanted = places.filter(({ first }) => first <= unit).length;
        expect(firstAfter(places, unit, { near: before % (places.length + 1) })).toBe(wanted);
      }),
    );
  });

  it('takes linear time for all that are asked about in order', () => {
    const places = Array.from({ length: 10_000 }, (_, i) => ({ first: 3 * i, last: 3 * i }));
    const work = { steps: 0 };
    let near = 0;
    for (let unit = 0; unit < 30_000; unit += 1) near = firstAfter(places, unit, { work, near });
    expect(work.steps).toBeLessThan(3 * 30_000);
  });
});
