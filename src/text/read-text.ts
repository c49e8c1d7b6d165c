import { CHAR, classOf } from './fold.js';
import { MAX_PIECE, spelledWord } from './letters-apart.js';
import { Quotes } from './quotes.js';
import { endOfDigits, endOfHandle, endOfQuery, endOfTag, endOfUrl, endOfWord, urlHost } from './spans.js';
import { type Token, Tokens } from './tokens.js';
import { SENTENCE, UNIT, type Units } from './units.js';
import type { Vocabulary } from './vocabulary.js';
import { type RolesOf, UNKNOWN, type Word } from './words.js';

/** A new sentence is this many words away, another field further than any rule reaches. */
const SENTENCE_GAP = 3;
const FIELD_GAP = 200;
const COMMA = 44;

/** Reads text of any spelling into units. One reader serves one set of rules; it is not re-entrant. */
export class TextReader {
  readonly #tokens: Tokens;
  /** Characters looked at since the reader was made: what the linear-time tests count. */
  work = 0;

  #text = '';
  #units!: Units;
  #field = 0;
  #position = 0;
  readonly #quotes = new Quotes();

  /** `rolesOf`: who looks for a word, for whoever made the reader. The vocabulary is whole by now. */
  constructor(vocabulary: Vocabulary, slang: ReadonlyMap<string, readonly string[]>, rolesOf: RolesOf = () => 0) {
    this.#tokens = new Tokens(vocabulary, slang, rolesOf);
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
    const plainEnd = this.#tokens.endOfPlain(text, i);
    const end = endOfWord(text, plainEnd);
    const token = end === plainEnd ? this.#tokens.ofPlain(text, i, end) : undefined;
    const spelled = this.#spelled(i, end);
    if (spelled !== undefined) return spelled;
    // Only what a dot, a colon or a hyphen follows can be an address.
    const after = text.charCodeAt(end);
    if (after === 46 || after === 58 || after === 45) {
      const url = endOfUrl(text, i);
      if (url > i) return this.#url(i, url);
    }
    this.#push(token ?? this.#tokens.of(text.slice(i, end)), i, end);
    return end;
  }

  /** The end of a word whose letters stand apart, with its unit appended. */
  #spelled(i: number, end: number): number | undefined {
    const spelled = end <= i + MAX_PIECE ? spelledWord(this.#text, i, this.#tokens.of) : undefined;
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
      this.#one(this.#tokens.word(`keycap${keycap}`), { start: i, end: end.at, flags: UNIT.emoji });
      return end.at;
    }
    if (!end.isPlain) {
      this.#one(UNKNOWN, { start: i, end: end.at, flags: UNIT.number });
      return end.at;
    }
    const spelled = this.#spelled(i, end.at);
    if (spelled !== undefined) return spelled;
    this.#push(this.#tokens.of(text.slice(i, end.at)), i, end.at);
    return end.at;
  }

  #url(start: number, end: number): number {
    const host = urlHost(this.#text.slice(start, Math.min(end, start + 120)));
    this.#one(this.#tokens.word(`host:${host}`), { start, end, flags: UNIT.url });
    return end;
  }

  #emoji(start: number, next: number): number {
    const word = this.#tokens.word(this.#text.slice(start, next));
    this.#one(word, { start, end: next, flags: UNIT.emoji });
    return next;
  }

  #tag(start: number, kind: number, end: number): number {
    if (end - start < 2) return end;
    const token = this.#tokens.ofTag(this.#text.slice(start, end), kind);
    const units = this.#units;
    units.tags.push({ text: token.tag!, firstUnit: units.count });
    this.#parts(token, start, units.tags.length);
    return end;
  }

  #push(token: Token, start: number, end: number): void {
    const { word, flags } = token;
    if (word === undefined) {
      this.#parts(token, start, 0);
      return;
    }
    if ((flags & UNIT.informal) !== 0) this.#units.informal++;
    this.#one(word, { start, end, flags });
  }

  #parts({ parts, flags }: Token, start: number, tag: number): void {
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

  #one(word: Word, { start, end, flags }: { start: number; end: number; flags: number }): void {
    const units = this.#units;
    const i = units.push(word, start, end);
    units.position[i] = this.#position++;
    units.flags[i] = flags;
    units.field[i] = this.#field;
  }
}
