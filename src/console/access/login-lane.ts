import pLimit from 'p-limit';
import { Refusal } from './refusal.js';

/** How many log-ins may wait, and how many of them from one place. */
export interface LaneLimits {
  readonly waiting: number;
  readonly perPlace: number;
}

const RETRY_SECONDS = 3;

/**
 * One log-in after the other: a hash costs 19 MiB and a core for some 20 ms, so many at once would starve everything else,
 * and of two tries of one place the second has to know how the first one ended.
 */
export function createLoginLane(limits: LaneLimits): <T>(place: string, work: () => Promise<T>) => Promise<T> {
  const limit = pLimit(1);
  const inPlace = new Map<string, number>();
  return async (place, work) => {
    const own = inPlace.get(place) ?? 0;
    if (limit.pendingCount >= limits.waiting || own >= limits.perPlace) {
      throw new Refusal('login_busy').after(RETRY_SECONDS);
    }
    inPlace.set(place, own + 1);
    try {
      return await limit(work);
    } finally {
      const left = inPlace.get(place)! - 1;
      if (left === 0) inPlace.delete(place);
      else inPlace.set(place, left);
    }
  };
}
