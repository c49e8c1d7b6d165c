import type { Units } from '../../text/units.js';

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

export const SIDES = ['within', 'before', 'after'] as const;
export type Side = (typeof SIDES)[number];

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
