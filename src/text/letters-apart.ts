import { CHAR, classOf } from './fold.js';
import { UNIT } from './units.js';
import type { Word, WordResolver } from './words.js';

/** Fewer letters apart are initials. */
const MIN_SPELLED = 3;
const MAX_LETTERS = 24;
const BETWEEN: ReadonlySet<string> = new Set([' ', '.', '-', '_', '*', '·', '•', '|', '/']);

/**
 * The letters of a word whose letters stand apart, each behind the same mark: `S Y A D I A N`, `R.U.S.M.I`,
 * `H-E-N-D-R-A-N-I`; `undefined` where too few do. Looks at a fixed number of characters.
 */
function lettersApart(text: string, from: number): string | undefined {
  const mark = text[from + 1];
  if (mark === undefined || !BETWEEN.has(mark)) return undefined;
  let letters = text[from]!;
  let end = from + 1;
  while (letters.length < MAX_LETTERS && text[end] === mark && isSingle(text, end + 1)) {
    letters += text[end + 1]!;
    end += 2;
  }
  return letters.length < MIN_SPELLED ? undefined : letters;
}

/** A word of letters that stand apart, with its end in the text and the flags of the unit that it becomes. */
export interface SpelledWord {
  readonly word: Word;
  readonly end: number;
  readonly flags: number;
}

/** The longest word that somebody looks for among the letters that stand apart from here. */
export function spelledWord(text: string, from: number, resolver: WordResolver): SpelledWord | undefined {
  const letters = lettersApart(text, from) ?? '';
  for (let count = letters.length; count >= MIN_SPELLED; count--) {
    const raw = letters.slice(0, count);
    const { parts } = resolver.resolve(raw);
    const word = parts[0]!.word;
    if (parts.length > 1 || word.id === 0) continue;
    const isShouted = raw === raw.toUpperCase() && raw !== raw.toLowerCase();
    return { word, end: from + 2 * count - 1, flags: UNIT.informal | (isShouted ? UNIT.allCaps : 0) };
  }
  return undefined;
}

/** A letter or digit with nothing of a word right behind it. */
function isSingle(text: string, at: number): boolean {
  return isWordlike(text, at) && !isWordlike(text, at + 1);
}

function isWordlike(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const kind = classOf(text.charCodeAt(at));
  return kind === CHAR.letter || kind === CHAR.digit;
}
