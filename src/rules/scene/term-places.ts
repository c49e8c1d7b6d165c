import type { Place } from '../tickets/places.js';

const NONE: readonly Place[] = [];

/** Where the terms of each set stand in an act, in order. */
export interface SetPlaces {
  has(set: number): boolean;
  of(set: number): readonly Place[];
}

/**
 * Filled at every act, asked about at few: what was found lies in flat columns, each place with the one before it of its
 * set, and is told as objects only of a set that somebody asks for.
 */
export class TermPlaces implements SetPlaces {
  /** Sets that occur, each once, in the order in which they were found. */
  readonly filled: number[] = [];
  #count = 0;
  #first = new Int32Array(256);
  #last = new Int32Array(256);
  /** The place before it of the same set; 0 where there is none, so that places count from 1. */
  #before = new Int32Array(256);
  /** By set, its last place. */
  readonly #latest: Int32Array;
  readonly #told: (readonly Place[] | undefined)[];

  constructor(setCount: number) {
    this.#latest = new Int32Array(setCount);
    this.#told = new Array(setCount).fill(undefined);
  }

  clear(): void {
    for (const set of this.filled) {
      this.#latest[set] = 0;
      this.#told[set] = undefined;
    }
    this.filled.length = 0;
    this.#count = 0;
    if (this.#first.length > 16_384) this.#resize(256);
  }

  /** Each set stands once at one place, whichever of its terms do. */
  add(sets: readonly number[], first: number, last: number): void {
    for (let i = 0; i < sets.length; i++) {
      const set = sets[i]!;
      const latest = this.#latest[set]!;
      if (latest === 0) this.filled.push(set);
      else if (this.#first[latest] === first && this.#last[latest] === last) continue;
      const place = ++this.#count;
      if (place >= this.#first.length) this.#resize(2 * place);
      this.#first[place] = first;
      this.#last[place] = last;
      this.#before[place] = latest;
      this.#latest[set] = place;
    }
  }

  has(set: number): boolean {
    return this.#latest[set] !== 0;
  }

  of(set: number): readonly Place[] {
    if (this.#latest[set] === 0) return NONE;
    const told = this.#told[set] ?? this.#tell(set);
    this.#told[set] = told;
    return told;
  }

  #tell(set: number): Place[] {
    const places: Place[] = [];
    for (let at = this.#latest[set]!; at !== 0; at = this.#before[at]!) {
      places.push({ first: this.#first[at]!, last: this.#last[at]! });
    }
    return places.reverse();
  }

  #resize(size: number): void {
    this.#first = resized(this.#first, size);
    this.#last = resized(this.#last, size);
    this.#before = resized(this.#before, size);
  }
}

function resized(column: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const other = new Int32Array(size);
  other.set(column.subarray(0, size));
  return other;
}
