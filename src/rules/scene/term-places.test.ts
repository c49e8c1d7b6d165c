import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TermPlaces } from './term-places.js';

const SETS = 5;
const found = fc.record({
  sets: fc.uniqueArray(fc.nat(SETS - 1), { minLength: 1 }),
  first: fc.nat(3),
  last: fc.nat(3),
});

describe('the places of terms', () => {
  it('tells of each set what was found of it, in order, and of every act only its own', () => {
    const places = new TermPlaces(SETS);
    fc.assert(
      fc.property(fc.array(found, { maxLength: 400, size: 'max' }), (all) => {
        places.clear();
        const expected = Array.from({ length: SETS }, (): { first: number; last: number }[] => []);
        for (const { sets, first, last } of all) {
          places.add(sets, first, last);
          for (const set of sets) {
            const latest = expected[set]!.at(-1);
            if (latest?.first !== first || latest.last !== last) expected[set]!.push({ first, last });
          }
        }
        expect(expected.map((_, set) => places.of(set))).toEqual(expected);
        expect(expected.map((_, set) => places.has(set))).toEqual(expected.map((one) => one.length > 0));
        expect([...places.filled].sort()).toEqual([...expected.keys()].filter((set) => expected[set]!.length > 0));
      }),
    );
  });

  it('forgets a long text as well as a short one', () => {
    const places = new TermPlaces(SETS);
    for (let i = 0; i < 20_000; i++) places.add([1], i, i);
    expect(places.of(1)).toHaveLength(20_000);
    places.clear();
    expect(places.of(1)).toEqual([]);
    places.add([1], 7, 8);
    expect(places.of(1)).toEqual([{ first: 7, last: 8 }]);
  });
});
