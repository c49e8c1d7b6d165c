import type { Units } from '../../text/units.js';
import { firstAfter, type Place, type Work } from '../tickets/places.js';

/** One place where a selection holds. `tickets` are indexes of candidates, of the place itself or of what it stands near to. */
export interface Occurrence extends Place {
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

export interface Search {
  readonly units: Units;
  readonly work: Work;
  /** Sorted by `first`. */
  readonly places: readonly Occurrence[];
  readonly side: Side;
  readonly reach: number;
  /** Where the search before ended: places are asked about in order. Starts at 0. */
  near: number;
}

/**
 * The nearest place to `from` on the wanted side and within reach; of two equally near ones the earlier, since the
 * subject of an Indonesian sentence comes first. All that ask in order take linear time: every word of a text may ask.
 */
export function nearest(from: Occurrence, search: Search): Occurrence | undefined {
  const { units, work, places, side, reach } = search;
  let best: Occurrence | undefined;
  let bestDistance = reach + 1;
  const next = firstAfter(places, from.first, search);
  search.near = next;
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
