import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_SHORT, ShortSpellings } from './short-spellings.js';

/** One value a spelling, so that a wrong one shows. */
function remember(table: ShortSpellings<string>, spelling: string): void {
  table.read(spelling, 0);
  if (table.find() === undefined) table.keep(`nilai ${spelling}`);
}

function find(table: ShortSpellings<string>, spelling: string): string | undefined {
  table.read(spelling, 0);
  return table.find();
}

describe('a table of short spellings', () => {
  it('finds a spelling wherever it stands, and never another one', () => {
    const letters = [...'abcdeABCDE019'];
    const spelling = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: MAX_SHORT });
    const around = fc.string({ unit: fc.constantFrom(' ', '.', 'é', '-', '\u{1F642}') });
    fc.assert(
      fc.property(
        fc.array(spelling, { maxLength: 400, size: 'max' }),
        spelling,
        fc.tuple(around, around),
        (kept, asked, [before, after]) => {
          const table = new ShortSpellings<string>(0x20000);
          for (const one of kept) remember(table, one);
          for (const one of [...kept, asked]) {
            expect(table.read(`${before}${one}${after}`, before.length)).toBe(before.length + one.length);
            expect([undefined, kept.includes(one) ? `nilai ${one}` : undefined]).toContain(table.find());
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('tells spellings apart that differ in one letter, at whatever place', () => {
    const table = new ShortSpellings<string>(0x20000);
    const words = Array.from({ length: MAX_SHORT }, (_, i) => `${'a'.repeat(i)}b${'a'.repeat(MAX_SHORT - 1 - i)}`);
    const shorter = words.map((word) => word.slice(0, -1));
    for (const word of [...words, ...shorter]) remember(table, word);
    for (const word of [...words, ...shorter]) expect(find(table, word)).toBe(`nilai ${word}`);
  });

  it('ends a spelling where other letters begin', () => {
    const table = new ShortSpellings<string>(0x20000);
    expect(table.read('pilıh', 0)).toBe(3);
    expect(table.read('“ayo”', 0)).toBe(0);
  });

  it('remembers nearly all of them while it grows', () => {
    const table = new ShortSpellings<string>(0x40000);
    const words = Array.from({ length: 50_000 }, (_, i) => `kata${i}`);
    for (const word of words) remember(table, word);
    const lost = words.filter((word) => find(table, word) !== `nilai ${word}`);
    expect(lost.length).toBeLessThan(words.length / 100);
  });

  it('forgets some where more come than it may hold, and says nothing wrong of any', () => {
    const table = new ShortSpellings<string>(4_096);
    const words = Array.from({ length: 50_000 }, (_, i) => `kata${i}`);
    for (const word of words) remember(table, word);
    const found = words.map((word) => find(table, word));
    const kept = words.filter((word, i) => found[i] === `nilai ${word}`);
    expect(found.filter((value) => value !== undefined)).toHaveLength(kept.length);
    expect(kept.length).toBeGreaterThan(2_000);
    expect(kept.length).toBeLessThanOrEqual(4_096);
  });
});
