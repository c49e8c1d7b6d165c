import { describe, expect, it } from 'vitest';
import { differencesOf } from './replay-differences.js';

describe('where two results part', () => {
  it('is told leaf by leaf, in order of the stored one, what is missing on either side included', () => {
    const stored = { flagged: true, matches: [{ rule: 'a', tickets: ['x/1', 'x/2'] }], stage: 'campaign' };
    const recomputed = { flagged: true, matches: [{ rule: 'b', tickets: ['x/1'] }], notes: [] };
    expect(differencesOf(stored, recomputed)).toEqual([
      { path: 'matches.0.rule', stored: 'a', recomputed: 'b' },
      { path: 'matches.0.tickets.1', stored: 'x/2', recomputed: undefined },
      { path: 'stage', stored: 'campaign', recomputed: undefined },
      { path: 'notes', stored: undefined, recomputed: [] },
    ]);
  });

  it('is the order where nothing else differs, and nothing where a key only has no value', () => {
    expect(differencesOf({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([
      { path: '(urutan)', stored: ['a', 'b'], recomputed: ['b', 'a'] },
    ]);
    expect(differencesOf({ a: 1, notes: undefined }, { a: 1 })).toEqual([]);
  });

  it('is told by its first twenty places', () => {
    const numbers = (from: number) => ({ spans: Array.from({ length: 100 }, (_, i) => i + from) });
    expect(differencesOf(numbers(0), numbers(1))).toHaveLength(20);
  });
});
