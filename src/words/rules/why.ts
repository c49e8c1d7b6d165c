import type { Points, WeighedSign } from '../../domain/screening.js';
import type { Language } from '../language.js';
import { type Catalogue, sayIn } from '../say.js';

/** Why an act is marked, in one sentence. */
export const WHY = {
  marked: { id: 'Ditandai karena {for}.', en: 'Marked for {for}.' },
  markedYet: { id: 'Ditandai karena {for}; sebaliknya, {against}.', en: 'Marked for {for}; yet {against}.' },
  notMarked: { id: 'Tidak sampai ditandai: {against}.', en: 'Not marked: {against}.' },
  tooLittle: {
    id: 'Tidak sampai ditandai: terlalu sedikit yang memberatkan.',
    en: 'Not marked: too little speaks for it.',
  },
  and: { id: '{one} dan {two}', en: '{one} and {two}' },
} as const satisfies Catalogue;

export interface WhyWords {
  readonly language: Language;
  readonly nameOf: (sign: string) => string;
  /** The words that a sign was found in; nothing where it has none. */
  readonly quote: (sign: WeighedSign) => string;
}

/** What a person can be told first: a rule or what somebody wrote, before how the text is built. */
const TELLING = ['rule.', 'word.', 'ticket', 'anchor.'];
const MOST = 2;

/** The strongest reasons of a mark and the strongest thing against it; what holds an act below the line where it is unmarked. */
export function whyInOneSentence({ signs, total, line }: Points, words: WhyWords): string {
  const say = sayIn(words.language);
  const named = (some: readonly WeighedSign[]) =>
    some
      .map((sign) => inSentence(words.nameOf(sign.sign)) + words.quote(sign))
      .reduce((one, two) => say(WHY.and, { one, two }));
  const grounds = signs.filter(({ points }) => points > 0).sort((a, b) => rankOf(a.sign) - rankOf(b.sign));
  const against = signs.filter(({ points }) => points < 0).slice(0, total < line ? MOST : 1);
  if (total < line) return against.length === 0 ? say(WHY.tooLittle) : say(WHY.notMarked, { against: named(against) });
  const told = named(grounds.slice(0, MOST));
  return against.length === 0
    ? say(WHY.marked, { for: told })
    : say(WHY.markedYet, { for: told, against: named(against) });
}

const MOST_QUOTED = 3;

/** ` (“coblos”, “nomor 2”)`, each once; nothing where there are none. */
export function quotedWords(words: readonly string[]): string {
  const distinct = [...new Set(words.map((word) => word.trim()))].filter((word) => word !== '');
  const shown = distinct.slice(0, MOST_QUOTED).map((word) => `“${word}”`);
  return shown.length === 0 ? '' : ` (${shown.join(', ')}${distinct.length > MOST_QUOTED ? ', …' : ''})`;
}

/** Signs come strongest first, and stay so within a rank. */
function rankOf(sign: string): number {
  const rank = TELLING.findIndex((prefix) => sign.startsWith(prefix));
  return rank === -1 ? TELLING.length : Math.min(rank, 1);
}

/** Titles begin with a capital; abbreviations keep theirs. */
function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
