import { BoundedCache } from './bounded-cache.js';
import { CHAR, classOf, fold } from './fold.js';
import { MAX_PIECE, spelledWord } from './letters-apart.js';
import { Quotes } from './quotes.js';
import { endOfDigits, endOfHandle, endOfQuery, endOfTag, endOfUrl, endOfWord, urlHost } from './spans.js';
import { splitTag } from './split-tag.js';
import { SENTENCE, UNIT, type Units } from './units.js';
import type { Vocabulary } from './vocabulary.js';
import { isTelling, type Part, UNKNOWN, WordResolver } from './words.js';

/** A new sentence is this many words away, another field further than any rule reaches. */
const SENTENCE_GAP = 3;
const FIELD_GAP = 200;
const MAX_CACHED_TOKEN = 64;
const COMMA = 44;

interface Token {
  readonly parts: readonly Part[];
  readonly flags: number;
  /** The whole tag in plain letters. */
  readonly tag?: string;
}

/** Reads text of any spelling into units. One reader serves one set of rules; it is not re-entrant. */
export class TextReader {
  readonly #resolver: WordResolver;
  readonly #knows: (word: string) => boolean;
  readonly #unknown = new Map<number, Token>();
  /** 24,000 posts have about 50,000 spellings; a half of the cache that holds fewer forgets what comes next. */
  readonly #tokens = new BoundedCache<string, Token>(200_000);
  /** Characters looked at since the reader was made: what the linear-time tests count. */
  work = 0;

  #text = '';
  #units!: Units;
  #field = 0;
  #position = 0;
  readonly #quotes = new Quotes();

  constructor(vocabulary: Vocabulary, slang: ReadonlyMap<string, readonly string[]>) {
    this.#resolver = new WordResolver(vocabulary, slang);
    this.#knows = (word) => this.#resolver.knows(word);
  }

  /** Appends the units of one field; `field` is the caller's own number of it. */
  read(text: string, units: Units, field = 0): void {
    this.#text = text;
    this.#units = units;
    this.#field = field;
    this.#position = units.count === 0 ? 0 : units.position[units.count - 1]! + FIELD_GAP;
    this.#quotes.begin(units);
    if (units.count > 0) units.endSentence(SENTENCE.plain);
    let i = 0;
    while (i < text.length) i = this.#step(i);
    this.work += text.length + this.#quotes.marked;
  }

  #step(i: number): number {
    const text = this.#text;
    const code = text.charCodeAt(i);
    const point = code >= 0xd800 && code <= 0xdbff ? text.codePointAt(i)! : code;
    const next = i + (point > 0xffff ? 2 : 1);
    switch (classOf(point)) {
      case CHAR.letter:
        return this.#letters(i);
      case CHAR.digit:
        return this.#digits(i);
      case CHAR.hash:
        return this.#tag(i, UNIT.hashtag, endOfTag(text, next));
      case CHAR.at:
        return this.#tag(i, UNIT.mention, endOfHandle(text, next));
      case CHAR.emoji:
        return this.#emoji(i, next);
      case CHAR.quote:
        this.#quotes.double(text, i, next);
        return next;
      case CHAR.apostrophe:
        return this.#quotes.single(text, i, next);
      case CHAR.newline:
        this.#quotes.endLine();
        this.#endSentence(SENTENCE.plain);
        return next;
      case CHAR.end:
        return endOfQuery(text, i) ?? this.#end(i, next);
      case CHAR.pause:
        if (code === COMMA && text.charCodeAt(next) === COMMA) this.#quotes.commas(text, i, next + 1);
        this.#position++;
        return next;
      default:
        return next;
    }
  }

  #end(i: number, next: number): number {
    const c = this.#text[i]!;
    if (c === '!' || c === '！') this.#units.exclamations++;
    const isQuestion = c === '?' || c === '？' || c === '⁉';
    this.#endSentence(isQuestion ? SENTENCE.question : c === '!' ? SENTENCE.exclamation : SENTENCE.plain);
    return next;
  }

  #endSentence(kind: number): void {
    const units = this.#units;
    const isEmpty = units.count === 0 || units.sentence[units.count - 1]! !== units.currentSentence;
    if (!isEmpty) {
      units.endSentence(kind);
      this.#position += SENTENCE_GAP;
    } else if (kind === SENTENCE.question && units.currentSentence > 0) {
      // "!?" and "...?": the question mark belongs to the sentence that has just ended.
      units.sentenceKinds[units.currentSentence - 1] = SENTENCE.question;
    }
  }

  #letters(i: number): number {
    const text = this.#text;
    const end = endOfWord(text, i);
    const spelled = this.#spelled(i, end);
    if (spelled !== undefined) return spelled;
    // Only what a dot, a colon or a hyphen follows can be an address.
    const after = text.charCodeAt(end);
    if (after === 46 || after === 58 || after === 45) {
      const url = endOfUrl(text, i);
      if (url > i) return this.#url(i, url);
    }
    this.#push(this.#tokenOf(text.slice(i, end)), i);
    return end;
  }

  /** The end of a word whose letters stand apart, with its unit appended. */
  #spelled(i: number, end: number): number | undefined {
    const spelled = end <= i + MAX_PIECE ? spelledWord(this.#text, i, this.#tokenOf) : undefined;
    if (spelled === undefined) return undefined;
    this.#units.informal++;
    this.#one(spelled.word, { start: i, end: spelled.end, flags: spelled.flags });
    return spelled.end;
  }

  #digits(i: number): number {
    const text = this.#text;
    const end = endOfDigits(text, i);
    const keycap = end.keycap;
    if (keycap !== undefined) {
      this.#one(this.#resolver.word(`keycap${keycap}`), { start: i, end: end.at, flags: UNIT.emoji });
      return end.at;
    }
    if (!end.isPlain) {
      this.#one(UNKNOWN, { start: i, end: end.at, flags: UNIT.number });
      return end.at;
    }
    const spelled = this.#spelled(i, end.at);
    if (spelled !== undefined) return spelled;
    this.#push(this.#tokenOf(text.slice(i, end.at)), i);
    return end.at;
  }

  #url(start: number, end: number): number {
    const host = urlHost(this.#text.slice(start, Math.min(end, start + 120)));
    this.#one(this.#resolver.word(`host:${host}`), { start, end, flags: UNIT.url });
    return end;
  }

  #emoji(start: number, next: number): number {
    const word = this.#resolver.word(this.#text.slice(start, next));
    this.#one(word, { start, end: next, flags: UNIT.emoji });
    return next;
  }

  #tag(start: number, kind: number, end: number): number {
    if (end - start < 2) return end;
    const raw = this.#text.slice(start, end);
    let token = this.#tokens.get(raw);
    if (token === undefined) {
      token = this.#splitTag(raw, kind);
      this.#remember(raw, token);
    }
    const units = this.#units;
    units.tags.push({ text: token.tag!, firstUnit: units.count });
    this.#push(token, start, units.tags.length);
    return end;
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
      parts: isStranger ? [{ word: UNKNOWN, from: 1, to: raw.length }] : parts,
      flags,
      tag: fold(body).text.replaceAll('_', ''),
    };
  }

  readonly #tokenOf = (raw: string): Token => {
    const known = this.#tokens.get(raw);
    if (known !== undefined) return known;
    const { parts, isInformal, isRespelled, isBroken } = this.#resolver.resolve(raw);
    let flags = (isInformal ? UNIT.informal : 0) | (isRespelled ? UNIT.respelled : 0) | (isBroken ? UNIT.broken : 0);
    if (raw[0] !== raw[0]!.toLowerCase()) flags |= UNIT.capital;
    if (raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase()) flags |= UNIT.allCaps;
    const isUnknown = parts.length === 1 && parts[0]!.word === UNKNOWN;
    const token = isUnknown ? this.#unknownToken(raw.length, flags) : { parts, flags };
    this.#remember(raw, token);
    return token;
  };

  /** Most words of a stream are of no interest to any rule: all of one length share a token. */
  #unknownToken(length: number, flags: number): Token {
    const key = length * 4096 + flags;
    let token = this.#unknown.get(key);
    if (token === undefined) {
      token = { parts: [{ word: UNKNOWN, from: 0, to: length }], flags };
      if (length <= MAX_CACHED_TOKEN) this.#unknown.set(key, token);
    }
    return token;
  }

  /** A slice keeps the whole text alive that it was cut from, so the key is a copy. */
  #remember(raw: string, token: Token): void {
    if (raw.length > MAX_CACHED_TOKEN) return;
    this.#tokens.set(raw.length < 13 ? raw : Buffer.from(raw, 'utf16le').toString('utf16le'), token);
  }

  #push(token: Token, start: number, tag = 0): void {
    const { parts, flags } = token;
    const units = this.#units;
    if ((flags & UNIT.informal) !== 0) units.informal++;
    for (let k = 0; k < parts.length; k++) {
      const part = parts[k]!;
      const i = units.push(part.word, start + part.from, start + part.to);
      units.position[i] = this.#position++;
      units.flags[i] = part.isCapital === true ? flags | UNIT.capital : flags;
      units.tag[i] = tag;
      units.field[i] = this.#field;
    }
  }

  #one(word: Part['word'], { start, end, flags }: { start: number; end: number; flags: number }): void {
    const units = this.#units;
    const i = units.push(word, start, end);
    units.position[i] = this.#position++;
    units.flags[i] = flags;
    units.field[i] = this.#field;
  }
}
