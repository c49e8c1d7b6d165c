import { createRequire } from 'node:module';
import { BoundedCache } from './bounded-cache.js';

interface Stemmer {
  stem(word: string): string;
}

const require = createRequire(import.meta.url);
const MAX_STEMMED_LENGTH = 32;
const cache = new BoundedCache<string, string>(40_000);
let stemmer: Stemmer | undefined;

/** The base of an Indonesian word (`memenangkan` gives `menang`); a word that is not Indonesian comes back as it is. */
export function stemOf(word: string): string {
  if (word.length < 4 || word.length > MAX_STEMMED_LENGTH || !/^[a-z]+$/.test(word)) return word;
  const known = cache.get(word);
  if (known !== undefined) return known;
  // `import 'natural'` prints banners and loads database drivers: only this one file of it is wanted.
  stemmer ??= require('natural/lib/natural/stemmers/indonesian/stemmer_id.js') as Stemmer;
  const stem = stemmer.stem(word);
  cache.set(word, stem);
  return stem;
}

let baseWords: ReadonlySet<string> | undefined;

/** Whether the stemmer's dictionary has it as a base. */
export function isBaseWord(word: string): boolean {
  baseWords ??= new Set(require('natural/lib/natural/stemmers/indonesian/data/kata-dasar.json') as string[]);
  return baseWords.has(word);
}

const COLLOQUIAL_PREFIXES: readonly (readonly [prefix: string, starts: readonly string[]])[] = [
  ['nge', ['']],
  ['ny', ['c', 's']],
  ['ng', ['k', '']],
  ['m', ['p', 'b']],
  ['n', ['t', 'c']],
  ['di', ['']],
  ['ke', ['']],
  ['tak', ['']],
  ['ta', ['']],
];
const COLLOQUIAL_SUFFIXES = ['', 'in', 'ke', 'keun', 'no', 'na', 'an'];

/**
 * Bases that a word of everyday speech, Javanese or Sundanese may stand for (`nyoblos` for coblos, `menangin` for
 * menang). Only guesses: the caller takes one that it already knows.
 */
export function* colloquialStems(word: string): Generator<string> {
  for (const suffix of COLLOQUIAL_SUFFIXES) {
    if (!word.endsWith(suffix) || word.length - suffix.length < 3) continue;
    const body = word.slice(0, word.length - suffix.length);
    if (suffix !== '') yield body;
    for (const [prefix, starts] of COLLOQUIAL_PREFIXES) {
      if (!body.startsWith(prefix) || body.length - prefix.length < 3) continue;
      for (const start of starts) yield start + body.slice(prefix.length);
    }
  }
}
