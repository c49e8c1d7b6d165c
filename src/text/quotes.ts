import { CHAR, classOf } from './fold.js';
import { UNIT, type Units } from './units.js';

/** A longer stretch between two marks is no quotation: one of them was forgotten. */
const MAX_QUOTED_UNITS = 60;
/** Quotations inside quotations; more open marks than that are forgotten ones. */
const MAX_OPEN = 4;
/** What the spelling rules write with an apostrophe in front: bukan, telah. */
const ELIDED = /^(?:kan|lah)(?![\p{L}\p{N}])/iu;

/**
 * Finds what stands between quotation marks and marks it `quoted`. A mark whose place tells (`"kata`, `kata"`) opens or
 * closes by its place, any other by its turn; so an unclosed one silences nothing. Single marks are apostrophes unless
 * one stands before a word and one behind a word of the same line. Linear: a unit lies in at most `MAX_OPEN` pairs.
 */
export class Quotes {
  #units!: Units;
  /** For each open double mark, the first unit behind it; the outermost first. */
  readonly #open: number[] = [];
  #single = -1;
  /** Two commas, drawn as a low mark: only two apostrophes close them, since many write two commas for a pause. */
  #commas = -1;
  /** Units marked since `begin`, again and again: what the linear-time tests count. */
  marked = 0;

  begin(units: Units): void {
    this.#units = units;
    this.#open.length = 0;
    this.#single = -1;
    this.#commas = -1;
    this.marked = 0;
  }

  endLine(): void {
    this.#single = -1;
  }

  /** A double mark from `start` to `end`. */
  double(text: string, start: number, end: number): void {
    this.#forgetOld();
    const isFirst = this.#open.length === 0;
    const place = placeOf(text, start, end);
    const opens =
      place === 'before' ||
      (place === 'unclear' && (isFirst || OPENING.test(text[start]!))) ||
      (place === 'behind' && isFirst && mayOpenBehind(text, start));
    if (!opens) {
      const from = this.#open.pop();
      if (from !== undefined) this.#quote(from);
    } else if (this.#open.push(this.#units.count) > MAX_OPEN) this.#open.shift();
  }

  /** An apostrophe or single mark that stands in no word; returns the place behind it, or behind two that make one. */
  single(text: string, start: number, end: number): number {
    if (end < text.length && classOf(text.charCodeAt(end)) === CHAR.apostrophe) {
      this.#two(text, start, end + 1);
      return end + 1;
    }
    const place = placeOf(text, start, end);
    if (place === 'behind') {
      if (this.#isNear(this.#single)) this.#quote(this.#single);
      this.#single = -1;
    } else if (place === 'before' && !ELIDED.test(text.slice(end, end + 4))) {
      this.#single = this.#units.count;
    }
    return end;
  }

  /** Two commas in a row: `,,kata''`. */
  commas(text: string, start: number, end: number): void {
    if (placeOf(text, start, end) === 'before') this.#commas = this.#units.count;
  }

  #two(text: string, start: number, end: number): void {
    if (this.#open.length === 0 && this.#isNear(this.#commas)) this.#quote(this.#commas);
    else this.double(text, start, end);
    this.#commas = -1;
  }

  #quote(from: number): void {
    const units = this.#units;
    for (let i = from; i < units.count; i++) units.flags[i]! |= UNIT.quoted;
    this.marked += units.count - from;
  }

  #isNear(from: number): boolean {
    return from >= 0 && this.#units.count - from <= MAX_QUOTED_UNITS;
  }

  #forgetOld(): void {
    while (this.#open.length > 0 && !this.#isNear(this.#open[0]!)) this.#open.shift();
  }
}

/** Where a mark stands: before a word, behind one, or where nothing tells (`kata " kata`, `kata"kata`). */
function placeOf(text: string, start: number, end: number): 'before' | 'behind' | 'unclear' {
  const isAfterGap = isGapBefore(text, start);
  const next = end < text.length ? classOf(text.codePointAt(end)!) : CHAR.space;
  const isBeforeWord = WORDLIKE.has(next);
  if (isAfterGap === isBeforeWord) return isAfterGap ? 'before' : 'behind';
  return 'unclear';
}

const WORDLIKE: ReadonlySet<number> = new Set([CHAR.letter, CHAR.digit, CHAR.hash, CHAR.at, CHAR.emoji]);

const GAPS: ReadonlySet<number> = new Set([CHAR.space, CHAR.newline, CHAR.pause, CHAR.quote]);

function isGapBefore(text: string, at: number): boolean {
  // A comma or a bracket may end a quotation as well as stand before one.
  return at === 0 || (!',;)]'.includes(text[at - 1]!) && GAPS.has(classOf(text.charCodeAt(at - 1))));
}

const OPENING = /[\p{Pi}\p{Ps}]/u;
const CLOSING = /[\p{Pf}\p{Pe}]/u;

/** Many misplace the space (`kata" ayo coblos"`); a mark that can only close, or inches (`17"`), open nothing there. */
function mayOpenBehind(text: string, at: number): boolean {
  return !CLOSING.test(text[at]!) && classOf(text.charCodeAt(at - 1)) !== CHAR.digit;
}
