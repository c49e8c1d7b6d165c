/** Units from `first` to `last`, both included. */
export interface Place {
  readonly first: number;
  readonly last: number;
}

/** Steps taken in judging: what the linear-time tests count. */
export interface Work {
  steps: number;
}

/** The index of the first of the sorted places that begins behind a unit; takes logarithmic time. */
export function firstAfter(places: readonly Place[], unit: number, work?: Work): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    if (work !== undefined) work.steps++;
    const middle = (low + high) >> 1;
    if (places[middle]!.first <= unit) low = middle + 1;
    else high = middle;
  }
  return low;
}
