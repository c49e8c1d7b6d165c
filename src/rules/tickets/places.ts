/** Units from `first` to `last`, both included. */
export interface Place {
  readonly first: number;
  readonly last: number;
}

/** Steps taken in judging: what the linear-time tests count. */
export interface Work {
  steps: number;
}

interface Asked {
  readonly work?: Work;
  readonly near?: number;
}

/**
 * The index of the first of the sorted places that begins behind a unit; takes logarithmic time. `near`: where the search
 * before ended. Whoever asks in order gets on by steps that are twice as long each time, and all searches together take
 * linear time.
 */
export function firstAfter(places: readonly Place[], unit: number, { work, near = 0 }: Asked = {}): number {
  let low = 0;
  let high = places.length;
  if (near > 0 && places[near - 1]!.first > unit) high = near;
  else {
    low = near;
    for (let step = 1; low < high; step *= 2) {
      const ahead = Math.min(low + step, high) - 1;
      if (work !== undefined) work.steps++;
      if (places[ahead]!.first > unit) {
        high = ahead;
        break;
      }
      low = ahead + 1;
    }
  }
  while (low < high) {
    if (work !== undefined) work.steps++;
    const middle = (low + high) >> 1;
    if (places[middle]!.first <= unit) low = middle + 1;
    else high = middle;
  }
  return low;
}
