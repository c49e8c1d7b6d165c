import { fold } from './fold.js';
import { colloquialStems, isBaseWord, stemOf } from './stem.js';

/** More different words than a person writes in one act by hand. */
const MAX_WORDS = 300;
const MAX_LENGTH = 32;
const MAX_TEXT = 20_000;

/**
 * What a text is found by: its words in plain letters, each by its base. Where everyday speech stands for a base word
 * that the dictionary knows (`nyoblos` for coblos), by that as well. One group a word, so that a query asks for any of each group.
 */
export function searchWordsOf(text: string): readonly (readonly string[])[] {
  const { text: plain } = fold(text.slice(0, MAX_TEXT));
  const words = new Set(plain.replaceAll(/['`_]/g, '').split(/[^\p{L}\p{N}]+/u));
  return [...words].filter(isSearchable).slice(0, MAX_WORDS).map(basesOf);
}

/** A single letter finds everything; a single digit may be a ballot number. */
function isSearchable(word: string): boolean {
  return word.length <= MAX_LENGTH && (word.length > 1 || /\d/.test(word));
}

function basesOf(word: string): string[] {
  const stem = stemOf(word);
  if (stem !== word || isBaseWord(word)) return [stem];
  return [...new Set([word, ...[...colloquialStems(word)].filter(isBaseWord)])];
}
