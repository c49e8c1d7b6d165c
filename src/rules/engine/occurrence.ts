import { SENTENCE, UNIT, type Units } from '../../text/units.js';

/** One place where a selection holds. `tickets` are indexes of candidates, of the place itself or of what it stands near to. */
export interface Occurrence {
  readonly first: number;
  readonly last: number;
  readonly tickets: readonly number[] | undefined;
  readonly means: string;
}

/** Stands for "the post that this one answers or shares": near to every word of it. */
export const EVERYWHERE = -1;

/** Words between two places; 0 where they overlap. */
export function distanceBetween(units: Units, a: Occurrence, b: Occurrence): number {
  if (a.first === EVERYWHERE || b.first === EVERYWHERE) return 1;
  if (a.last < b.first) return units.position[b.first]! - units.position[a.last]!;
  if (b.last < a.first) return units.position[a.first]! - units.position[b.last]!;
  return 0;
}

export type Side = 'within' | 'before' | 'after';

/** Steps taken in judging: what the linear-time tests count. */
export interface Work {
  steps: number;
}

export interface Search {
  readonly units: Units;
  readonly work: Work;
  /** Sorted by `first`. */
  readonly places: readonly Occurrence[];
  readonly side: Side;
  readonly reach: number;
}

/**
 * The nearest place to `from` on the wanted side and within reach; of two equally near ones the earlier, since the
 * subject of an Indonesian sentence comes first. Takes logarithmic time: every word of a text may ask.
 */
export function nearest(from: Occurrence, { units, work, places, side, reach }: Search): Occurrence | undefined {
  let best: Occurrence | undefined;
  let bestDistance = reach + 1;
  const next = firstAfter(places, from.first, work);
  const end = Math.min(places.length, next + 2);
  for (let i = Math.max(0, next - 2); i < end; i++) {
    const place = places[i]!;
    work.steps++;
    const isOnSide =
      place.first === EVERYWHERE ||
      side === 'within' ||
      (side === 'before' ? from.last < place.first : place.last < from.first);
    if (!isOnSide) continue;
    const distance = distanceBetween(units, from, place);
    if (distance < bestDistance) {
      best = place;
      bestDistance = distance;
    }
  }
  return best;
}

function firstAfter(places: readonly Occurrence[], unit: number, work: Work): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    work.steps++;
    const middle = (low + high) >> 1;
    if (places[middle]!.first <= unit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const NEGATION_REACH = 3;

/** Which words negate, and which undo that when they follow ("tidak hanya", "jangan lupa"). */
export interface NegationWords {
  readonly negations: ReadonlySet<number>;
  readonly undoing: ReadonlySet<number>;
}

/** A negation at most three words before, in the same sentence and outside of "tidak hanya" and the like. */
export function isNegated(units: Units, first: number, words: NegationWords): boolean {
  if (first <= 0) return false;
  const sentence = units.sentence[first];
  for (let i = first - 1; i >= Math.max(0, first - NEGATION_REACH); i--) {
    if (units.sentence[i] !== sentence) return false;
    if (!words.negations.has(units.words[i]!.id)) continue;
    return !words.undoing.has(units.words[i + 1]!.id);
  }
  return false;
}

export function isQuoted(units: Units, first: number): boolean {
  return first >= 0 && (units.flags[first]! & UNIT.quoted) !== 0;
}

export function isAsked(units: Units, first: number): boolean {
  return first >= 0 && units.sentenceKinds[units.sentence[first]!] === SENTENCE.question;
}

export function isInTag(units: Units, first: number): boolean {
  return first >= 0 && (units.flags[first]! & UNIT.hashtag) !== 0;
}
