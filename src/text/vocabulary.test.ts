import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colloquialStems, stemOf } from './stem.js';
import { Vocabulary } from './vocabulary.js';

const BASES =
  'pilih dukung coblos menang ajar tulis sapu kritik gigi telunjuk sinar nyala ubah proteksi syukur kaji ragu'.split(
    ' ',
  );
const PREFIXES = ['', 'me', 'mem', 'men', 'meng', 'menge', 'meny', 'pe', 'per', 'pem', 'pen', 'ber', 'bel', 'ter'];
const MORE_PREFIXES = ['di', 'ke', 'se', 'ku', 'kau', 'memper', 'mempe', 'keber', 'ny', 'ng', 'nge'];
const SUFFIXES = ['', 'kan', 'an', 'i', 'nya', 'lah', 'kanlah', 'annya', 'in', 'isasi'];
// An infix stands behind the first letter; a prefix may swallow that letter.
const shapes = (base: string) => [
  base,
  base.slice(1),
  ...['er', 'el', 'em', 'in'].map((x) => base[0] + x + base.slice(1)),
];

const affixed = fc
  .tuple(
    fc.constantFrom(...BASES.flatMap(shapes)),
    fc.constantFrom(...PREFIXES, ...MORE_PREFIXES),
    fc.constantFrom(...PREFIXES),
    fc.constantFrom(...SUFFIXES),
  )
  .map(([base, outer, inner, suffix]) => outer + inner + base + suffix);

describe('a word that comes from a known stem', () => {
  it('always passes as one that may', () => {
    fc.assert(
      fc.property(affixed, (word) => {
        for (const stem of [stemOf(word), ...colloquialStems(word)]) {
          const vocabulary = new Vocabulary();
          vocabulary.addStem(stem);
          expect(vocabulary.mayHaveStem(word), `${word} from ${stem}`).toBe(true);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it('is one of few: other words are not stemmed at all', () => {
    const vocabulary = new Vocabulary();
    vocabulary.addStem('pilih');
    expect(['memilih', 'pemilihan', 'dipilihkan'].every((word) => vocabulary.mayHaveStem(word))).toBe(true);
    expect(['makan', 'pagi', 'tilik'].some((word) => vocabulary.mayHaveStem(word))).toBe(false);
  });
});
