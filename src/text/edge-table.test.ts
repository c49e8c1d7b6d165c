import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EdgeTable } from './edge-table.js';

it('finds every edge that was set and no other, however many there are', () => {
  const edge = fc.tuple(fc.nat(5_000), fc.integer({ min: 1, max: 5_000 }));
  fc.assert(
    fc.property(
      fc.uniqueArray(edge, { selector: String, maxLength: 3_000, size: 'max' }),
      fc.array(edge),
      (set, asked) => {
        const table = new EdgeTable();
        const nexts = new Map(set.map(([node, symbol], i) => [`${node} ${symbol}`, i + 1]));
        for (const [i, [node, symbol]] of set.entries()) table.set(node, symbol, i + 1);
        for (const [node, symbol] of [...set, ...asked]) {
          expect(table.get(node, symbol)).toBe(nexts.get(`${node} ${symbol}`) ?? 0);
        }
        expect(new Set(table.nodes())).toEqual(new Set(set.map(([node]) => node)));
      },
    ),
    { numRuns: 30 },
  );
});
