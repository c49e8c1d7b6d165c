import { CHAR, classOf } from './fold.js';
import { UNIT } from './units.js';
import type { Resolved, Word } from './words.js';

/** Fewer letters apart are initials. */
const MIN_SPELLED = 3;
const MAX_LETTERS = 24;
/** Pieces of a broken word are short, and most of them single: `s t e n . m e i`, `t0 l 4 k`, `sya w a`. */
export const MAX_PIECE = 3;
const MIN_SINGLES = 2;
const MAX_GAP = 3;
const BULLET = 0x2022;
/** Asked at every short word: by number, not by text. */
const BETWEEN = tableOf(' .-_*·|/~,+=:');
/** Marks that stand for a letter where letters stand apart: `M.U.T.1.@.R.A`. */
const MARKED: Readonly<Record<string, string>> = { '@': 'a', $: 's', '!': 'i' };
const MARKS = tableOf(Object.keys(MARKED).join(''));
const HAS_LETTER = /\p{L}/u;

/** Where each piece from the place asked begins and ends, and how many of them may make a word; reused from word to word. */
const begins = new Int32Array(MAX_LETTERS + 1);
const ends = new Int32Array(MAX_LETTERS + 1);
const isWord = new Uint8Array(MAX_LETTERS + 1);

/**
 * The number of pieces that may make a word, at most: 0 where too few stand alone, as behind most short words, and then
 * no text is cut out. Looks at a fixed number of characters.
 */
function piecesFrom(text: string, from: number): number {
  let most = 0;
  let singles = 0;
  let letters = 0;
  for (let at = from, pieces = 0; letters < MAX_LETTERS; ) {
    const end = endOfPiece(text, at);
    if (end === at) break;
    begins[pieces] = at;
    ends[pieces] = end;
    pieces++;
    letters += end - at;
    if (end === at + 1) singles++;
    const mayBeWord = letters >= MIN_SPELLED && singles >= MIN_SINGLES && singles * 2 >= pieces;
    isWord[pieces] = mayBeWord ? 1 : 0;
    if (mayBeWord) most = pieces;
    at = endOfGap(text, end);
    if (at === end) break;
  }
  return most;
}

function joined(text: string, pieces: number): string {
  let letters = '';
  for (let i = 0; i < pieces; i++) {
    const piece = text.slice(begins[i], ends[i]);
    letters += piece.length === 1 ? (MARKED[piece] ?? piece) : piece;
  }
  return letters;
}

/** A word of letters that stand apart, with its end in the text and the flags of the unit that it becomes. */
export interface SpelledWord {
  readonly word: Word;
  readonly end: number;
  readonly flags: number;
}

/**
 * The longest word that somebody looks for among the letters that stand apart from here. `resolve`: what a token says,
 * remembered, since a row of numbers is joined in many ways.
 */
export function spelledWord(
  text: string,
  from: number,
  resolve: (token: string) => Pick<Resolved, 'parts'>,
): SpelledWord | undefined {
  const second = endOfGap(text, endOfPiece(text, from));
  // Behind most short words stands a longer one.
  if (second === from || endOfPiece(text, second) === second) return undefined;
  const most = piecesFrom(text, from);
  let letters = joined(text, most);
  for (let pieces = most; pieces > 0; pieces--) {
    // What fewer pieces spell is a beginning of it.
    if (pieces < most) letters = letters.slice(0, begins[pieces]! - ends[pieces]!);
    if (isWord[pieces] === 0) continue;
    if (!HAS_LETTER.test(letters)) continue;
    const { parts } = resolve(letters);
    const word = parts[0]!.word;
    if (parts.length > 1 || word.id === 0) continue;
    const isShouted = letters === letters.toUpperCase() && letters !== letters.toLowerCase();
    return { word, end: ends[pieces - 1]!, flags: UNIT.informal | UNIT.broken | (isShouted ? UNIT.allCaps : 0) };
  }
  return undefined;
}

/** The end of up to three letters or digits with nothing of a word behind them, else where they begin. */
function endOfPiece(text: string, at: number): number {
  if (at >= text.length) return at;
  if (isIn(MARKS, text.charCodeAt(at)) && (at + 1 === text.length || isBetween(text.charCodeAt(at + 1)))) return at + 1;
  let end = at;
  while (end - at <= MAX_PIECE && isWordlike(text, end)) end++;
  return end - at > MAX_PIECE ? at : end;
}

function endOfGap(text: string, at: number): number {
  let end = at;
  while (end - at < MAX_GAP && end < text.length && isBetween(text.charCodeAt(end))) end++;
  return end;
}

function isWordlike(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const kind = classOf(text.charCodeAt(at));
  return kind === CHAR.letter || kind === CHAR.digit;
}

function isBetween(code: number): boolean {
  return isIn(BETWEEN, code) || code === BULLET;
}

function isIn(table: Uint8Array, code: number): boolean {
  return code < table.length && table[code] === 1;
}

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}
