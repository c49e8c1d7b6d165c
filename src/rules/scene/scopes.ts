import { SENTENCE, UNIT, type Units } from '../../text/units.js';

/** What may be around a word that changes what it says. */
export const SCOPES = ['negated', 'quoted', 'question', 'hashtag', 'broken'] as const;
export type Scope = (typeof SCOPES)[number];

const NEGATION_REACH = 3;

/** Which words negate, and which undo that when they follow ("tidak hanya", "jangan lupa"). */
export interface NegationWords {
  readonly negations: ReadonlySet<number>;
  readonly undoing: ReadonlySet<number>;
}

export function isInScope(
  { units, negation }: { readonly units: Units; readonly negation: NegationWords },
  scope: Scope,
  first: number,
): boolean {
  switch (scope) {
    case 'negated':
      return isNegated(units, first, negation);
    case 'quoted':
      return isQuoted(units, first);
    case 'question':
      return isAsked(units, first);
    case 'hashtag':
      return isInTag(units, first);
    case 'broken':
      return isBroken(units, first);
  }
}

/** A negation at most three words before, in the same sentence and outside of "tidak hanya" and the like. */
function isNegated(units: Units, first: number, words: NegationWords): boolean {
  if (first <= 0) return false;
  const sentence = units.sentence[first];
  for (let i = first - 1; i >= Math.max(0, first - NEGATION_REACH); i--) {
    if (units.sentence[i] !== sentence) return false;
    if (!words.negations.has(units.words[i]!.id)) continue;
    return !words.undoing.has(units.words[i + 1]!.id);
  }
  return false;
}

function isQuoted(units: Units, first: number): boolean {
  return first >= 0 && (units.flags[first]! & UNIT.quoted) !== 0;
}

function isAsked(units: Units, first: number): boolean {
  return first >= 0 && units.sentenceKinds[units.sentence[first]!] === SENTENCE.question;
}

export function isInTag(units: Units, first: number): boolean {
  return first >= 0 && (units.flags[first]! & UNIT.hashtag) !== 0;
}

/** Letters apart or digits for letters: hidden from those who search for the word. */
function isBroken(units: Units, first: number): boolean {
  return first >= 0 && (units.flags[first]! & UNIT.broken) !== 0;
}
