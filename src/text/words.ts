import { BoundedCache } from './bounded-cache.js';
import { foldedRuns } from './runs.js';
import { colloquialStems, stemOf } from './stem.js';
import type { Vocabulary } from './vocabulary.js';

/** A word as the rules see it: its own number and its stem's; 0 where no rule, lexicon or ticket knows it. */
export interface Word {
  readonly id: number;
  readonly stem: number;
  /** Who looks for a word like this, by bits of theirs: worked out once, asked at every word of every text. */
  readonly roles: number;
}
export const UNKNOWN: Word = { id: 0, stem: 0, roles: 0 };

/** The roles of a word by its number and its stem's. */
export type RolesOf = (id: number, stem: number) => number;

/** A part of a token: the word and where it stands, from the token's first UTF-16 unit. */
export interface Part {
  readonly word: Word;
  readonly from: number;
  readonly to: number;
  /** Begins with a capital inside a tag (`#GerakanBram`), where other words have that in their flags. */
  readonly isCapital?: boolean;
}

export interface Resolved {
  readonly parts: readonly Part[];
  /** Written otherwise than in a newspaper: slang, stretched letters, digits for letters. */
  readonly isInformal: boolean;
  /** A known name in another spelling. */
  readonly isRespelled?: boolean;
  /** Digits stand for letters. */
  readonly isBroken?: boolean;
}

const MAX_WORD_LENGTH = 48;
/** A word may hide among drawn-as-nothing characters; a longer token is no word of anybody. */
const MAX_TOKEN_LENGTH = 1_000;
/** What most tokens are: nothing to fold but capitals. */
const PLAIN_LETTERS = /^[a-z]+$/i;
const PLAIN_DIGITS = /^\d+$/;
const DOUBLED = /([a-z])\1/;
const CLITICS = ['nya', 'lah', 'kah', 'pun', 'ku', 'mu', 'e', 'é', 'ne'];
const LEET: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 6: 'g', 7: 't', 8: 'b', 9: 'g' };
const REDUPLICATED = /^([a-z]{2,})2(nya|an|kan|lah|kah|pun|ku|mu)?$/;

/** Turns tokens into known words; every spelling is worked out once and then remembered. */
export class WordResolver {
  readonly #vocabulary: Vocabulary;
  readonly #slang: ReadonlyMap<string, readonly string[]>;
  readonly #words = new BoundedCache<string, Word>(20_000);
  readonly #rolesOf: RolesOf;

  constructor(vocabulary: Vocabulary, slang: ReadonlyMap<string, readonly string[]>, rolesOf: RolesOf) {
    this.#vocabulary = vocabulary;
    this.#rolesOf = rolesOf;
    this.#slang = slang;
  }

  /** One token of letters and digits, as it was written. */
  resolve(raw: string): Resolved {
    if (raw.length > MAX_TOKEN_LENGTH) return whole(UNKNOWN, raw.length, false);
    if (PLAIN_LETTERS.test(raw)) return this.#letters(raw.toLowerCase(), raw.length);
    // Times, sums and dates come in any number, and there is nothing to unfold in them.
    if (PLAIN_DIGITS.test(raw) && !this.knows(raw)) return whole(UNKNOWN, raw.length, false);
    const runs = foldedRuns(raw);
    const text = runs.text;
    if (text.length > MAX_WORD_LENGTH) return whole(UNKNOWN, raw.length, false);
    if (runs.hasLetters && runs.hasDigits) return this.#mixed(text, runs.at, raw.length);
    return this.#letters(text, raw.length);
  }

  /** The number of a plain word and of its stem. */
  word(text: string): Word {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    const id = this.#vocabulary.wordId(text);
    const stem = this.#stemId(text);
    // Strange words come in any number; the caller remembers what it must.
    if (id === 0 && stem === 0) return UNKNOWN;
    const word = { id, stem, roles: this.#rolesOf(id, stem) };
    this.#words.set(text, word);
    return word;
  }

  knows(text: string): boolean {
    return this.#vocabulary.knows(text) || this.#slang.has(text);
  }

  /** Letters only or digits only, already folded; `length` is that of the token as written. */
  #letters(text: string, length: number): Resolved {
    if (text.length > MAX_WORD_LENGTH) return whole(UNKNOWN, length, false);
    const { words, isInformal } = this.#plain(text);
    const name = words.length === 1 && !this.knows(words[0]!) ? this.#vocabulary.nameOfSound(words[0]!) : undefined;
    if (name !== undefined) return { ...whole(this.word(name), length, isInformal), isRespelled: true };
    if (words.length === 1) return whole(this.word(words[0]!), length, isInformal);
    return { parts: words.map((w) => ({ word: this.word(w), from: 0, to: length })), isInformal };
  }

  #stemId(text: string): number {
    if (!this.#vocabulary.mayHaveStem(text)) return 0;
    const stem = this.#vocabulary.stemId(stemOf(text));
    if (stem !== 0 || this.#vocabulary.knows(text)) return stem;
    for (const guess of colloquialStems(text)) {
      const id = this.#vocabulary.stemId(guess);
      if (id !== 0) return id;
    }
    return 0;
  }

  /** Plain words for letters only or digits only. */
  #plain(text: string): { words: readonly string[]; isInformal: boolean } {
    const direct = this.#known(text);
    if (direct) return { words: direct, isInformal: direct.length !== 1 || direct[0] !== text };
    for (const squeezed of squeezes(text)) {
      const found = this.#known(squeezed);
      if (found) return { words: found, isInformal: true };
    }
    for (const clitic of CLITICS) {
      if (!text.endsWith(clitic) || text.length - clitic.length < 3) continue;
      const found = this.#known(text.slice(0, -clitic.length));
      if (found) return { words: found, isInformal: false };
    }
    const isStretched = /([a-z])\1\1/.test(text);
    return { words: [isStretched ? text.replace(/([a-z])\1{2,}/g, '$1') : text], isInformal: isStretched };
  }

  #known(text: string): readonly string[] | undefined {
    const slang = this.#slang.get(text);
    if (slang) return slang;
    return this.#vocabulary.knows(text) ? [text] : undefined;
  }

  /** Letters with digits: `orang2`, `m3nang`, `ganjar2024`. */
  #mixed(text: string, at: readonly number[], length: number): Resolved {
    const known = this.#known(text);
    if (known) return { parts: known.map((w) => ({ word: this.word(w), from: 0, to: length })), isInformal: false };
    const double = REDUPLICATED.exec(text);
    if (double) return whole(this.word(this.#plain(double[1]!).words[0]!), length, true);
    const unleet = [...text].map((c) => LEET[c] ?? c).join('');
    for (const guess of [unleet, unleet.replaceAll('i', 'l'), ...squeezes(unleet)]) {
      const found = this.#known(guess);
      if (found) {
        const parts = found.map((w) => ({ word: this.word(w), from: 0, to: length }));
        return { parts, isInformal: true, isBroken: true };
      }
    }
    if (/^[a-z]*\d[a-z]+\d?[a-z]*$/.test(text) && this.#stemId(unleet) !== 0) {
      return { ...whole(this.word(unleet), length, true), isBroken: true };
    }
    const parts: Part[] = [];
    for (const run of text.matchAll(/\d+|\D+/g)) {
      const from = at[run.index]!;
      const to = at[run.index + run[0].length]!;
      for (const w of this.#plain(run[0]).words) parts.push({ word: this.word(w), from, to });
    }
    return { parts, isInformal: false };
  }
}

function* squeezes(text: string): Generator<string> {
  if (!DOUBLED.test(text)) return;
  const once = text.replace(/([a-z])\1{2,}/g, '$1');
  if (once !== text) yield once;
  const twice = text.replace(/([a-z])\1{2,}/g, '$1$1');
  if (twice !== text) yield twice;
  const single = text.replace(/([a-z])\1+/g, '$1');
  if (single !== once) yield single;
}

function whole(word: Word, length: number, isInformal: boolean): Resolved {
  return { parts: [{ word, from: 0, to: length }], isInformal };
}

/** A piece of a handle that is shorter is chance. */
const MIN_TELLING = 3;

/** Whether a part of a handle is a word that somebody asks for. */
export function isTelling(raw: string, { word, from, to }: Part): boolean {
  return word !== UNKNOWN && to - from >= MIN_TELLING && !PLAIN_DIGITS.test(raw.slice(from, to));
}
