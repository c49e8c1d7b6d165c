import { BoundedCache } from './bounded-cache.js';
import { fold } from './fold.js';
import { MAX_SHORT, ShortSpellings } from './short-spellings.js';
import { splitTag } from './split-tag.js';
import { UNIT } from './units.js';
import type { Vocabulary } from './vocabulary.js';
import { isTelling, type Part, type RolesOf, UNKNOWN, type Word, WordResolver } from './words.js';

const MAX_CACHED_TOKEN = 64;
const DIGITS = /^\d+$/;

/** What one spelling says: a word or several, and how it is written. */
export interface Token {
  /** Where it is one word from its first character to its last, as most are. */
  readonly word: Word | undefined;
  readonly parts: readonly Part[];
  readonly flags: number;
  /** The whole tag in plain letters. */
  readonly tag: string | undefined;
}

/** Tokens by their spellings: each is worked out once and then remembered. */
export class Tokens {
  readonly #resolver: WordResolver;
  readonly #unknown = new Map<number, Token>();
  /** 24,000 posts have about 50,000 spellings. */
  readonly #short = new ShortSpellings<Token>(0x40000);
  /** What is longer, written in other letters, or a tag. */
  readonly #others = new BoundedCache<string, Token>(100_000);
  readonly #knows: (word: string) => boolean;

  constructor(vocabulary: Vocabulary, slang: ReadonlyMap<string, readonly string[]>, rolesOf: RolesOf) {
    this.#resolver = new WordResolver(vocabulary, slang, rolesOf);
    this.#knows = (word) => this.#resolver.knows(word);
  }

  /** The number of a word that is written in one way, such as an emoji. */
  word(text: string): Word {
    return this.#resolver.word(text);
  }

  /** Of letters and digits. */
  readonly of = (raw: string): Token => {
    if (this.#short.read(raw, 0) === raw.length && raw.length <= MAX_SHORT) {
      return this.#short.find() ?? this.#learnShort(raw);
    }
    const known = this.#others.get(raw);
    if (known !== undefined) return known;
    const token = this.#resolve(raw);
    this.#remember(raw, token);
    return token;
  };

  /** The end of the plain letters and digits that begin here. */
  endOfPlain(text: string, from: number): number {
    return this.#short.read(text, from);
  }

  /** The token of what `endOfPlain` passed last, from `from` to `end`; nothing where that is too long for it. */
  ofPlain(text: string, from: number, end: number): Token | undefined {
    if (end - from > MAX_SHORT) return undefined;
    return this.#short.find() ?? this.#learnShort(text.slice(from, end));
  }

  /** The short spelling that was read last. */
  #learnShort(raw: string): Token {
    const token = this.#resolve(raw);
    // Sums, dates and numbers of posts come without end, each once: they would drive out what comes again.
    if (token.word === UNKNOWN && DIGITS.test(raw)) return token;
    this.#short.keep(token);
    return token;
  }

  #resolve(raw: string): Token {
    const { parts, isInformal, isRespelled, isBroken } = this.#resolver.resolve(raw);
    let flags = (isInformal ? UNIT.informal : 0) | (isRespelled ? UNIT.respelled : 0) | (isBroken ? UNIT.broken : 0);
    if (raw[0] !== raw[0]!.toLowerCase()) flags |= UNIT.capital;
    if (raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase()) flags |= UNIT.allCaps;
    const [first] = parts;
    const isOne = parts.length === 1;
    if (isOne && first!.word === UNKNOWN) return this.#unknownToken(raw.length, flags);
    const isWhole = isOne && first!.from === 0 && first!.to === raw.length;
    return { word: isWhole ? first!.word : undefined, parts, flags, tag: undefined };
  }

  /** Most words of a stream are of no interest to any rule: all of one length share a token. */
  #unknownToken(length: number, flags: number): Token {
    const key = length * 4096 + flags;
    let token = this.#unknown.get(key);
    if (token === undefined) {
      token = { word: UNKNOWN, parts: [{ word: UNKNOWN, from: 0, to: length }], flags, tag: undefined };
      if (length <= MAX_CACHED_TOKEN) this.#unknown.set(key, token);
    }
    return token;
  }

  /** A slice keeps the whole text alive that it was cut from, so the key is a copy. */
  #remember(raw: string, token: Token): void {
    if (raw.length > MAX_CACHED_TOKEN) return;
    this.#others.set(raw.length < 13 ? raw : Buffer.from(raw, 'utf16le').toString('utf16le'), token);
  }

  /** A hashtag or a handle with its mark. `kind`: the flag that says which. */
  ofTag(raw: string, kind: number): Token {
    const known = this.#others.get(raw);
    if (known !== undefined) return known;
    const token = this.#splitTag(raw, kind);
    this.#remember(raw, token);
    return token;
  }

  #splitTag(raw: string, flags: number): Token {
    const body = raw.slice(1);
    const parts = splitTag(body, this.#knows).flatMap((w) => {
      if (w.text === '') return [{ word: UNKNOWN, from: 1, to: raw.length }];
      return this.#resolver.resolve(w.text).parts.map((p) => ({ ...w, word: p.word, from: w.from + 1, to: w.to + 1 }));
    });
    // A handle of no known word is one unknown word, whatever numbers and pieces it is built of: so it reads like the
    // dots that hide it in what is kept.
    const isStranger = flags === UNIT.mention && !parts.some((part) => isTelling(raw, part));
    return {
      word: undefined,
      parts: isStranger ? [{ word: UNKNOWN, from: 1, to: raw.length }] : parts,
      flags,
      tag: fold(body).text.replaceAll('_', ''),
    };
  }
}
