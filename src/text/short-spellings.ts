/** Letters of a spelling that fit into its key: longer ones are few and live elsewhere. */
export const MAX_SHORT = 16;

const FIRST_SIZE = 4_096;
/** Spellings that share a bucket: their keys fill one line of the processor's memory. */
const WAYS = 4;
/** Numbers a key, four letters each. */
const PARTS = 4;

/** Of the first 128 characters, those that a key may hold: letters and digits. */
const isPlain = Uint8Array.from({ length: 128 }, (_, code) => (/[a-z0-9]/i.test(String.fromCharCode(code)) ? 1 : 0));

/**
 * What is remembered of short spellings in plain letters and digits, found where they stand in a text. The letters are
 * the key, so that a word costs one look into one line of memory: with a `Map` it is cut out, hashed, and then followed
 * to a text somewhere else, which took a fifth of the time of judging a post. Filled by strangers: a bucket forgets one
 * for the fifth, so that no choice of words makes a search longer, nor an endless stream of them the table larger.
 */
export class ShortSpellings<V> {
  readonly #limit: number;
  #size = FIRST_SIZE;
  #count = 0;
  /** Which of a full bucket is the next to go, counted round over all buckets. */
  #turn = 0;
  /** A key begins with 0 where nothing stands. */
  #keys = new Int32Array(FIRST_SIZE * PARTS);
  #values: (V | undefined)[] = new Array(FIRST_SIZE).fill(undefined);
  /** The key of the spelling that was read last. */
  readonly #key = new Int32Array(PARTS);

  /** `limit`: the most spellings that are remembered, a power of two. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * Reads the plain letters and digits from here and returns their end. Where they are at most `MAX_SHORT`, `find` and
   * `keep` speak of them until the next call.
   */
  read(text: string, from: number): number {
    const key = this.#key;
    key[0] = key[1] = key[2] = key[3] = 0;
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code > 127 || isPlain[code] === 0) break;
      const part = (at - from) >> 2;
      if (part < PARTS) key[part] = (key[part]! << 8) | code;
    }
    return at;
  }

  find(): V | undefined {
    const [key, keys] = [this.#key, this.#keys];
    const first = this.#bucketOf(key[0]!, key[1]!, key[2]! ^ Math.imul(key[3]!, 5));
    for (let slot = first; slot < first + WAYS; slot++) {
      const at = slot * PARTS;
      if (keys[at] === key[0] && keys[at + 1] === key[1] && keys[at + 2] === key[2] && keys[at + 3] === key[3]) {
        return this.#values[slot];
      }
    }
    return undefined;
  }

  /** Remembers a value of the spelling that was read last and not found. */
  keep(value: V): void {
    if (4 * this.#count >= this.#size && this.#size < this.#limit) this.#grow();
    this.#put(this.#key, 0, value);
  }

  #bucketOf(a: number, b: number, c: number): number {
    const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
    const spread = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    return (spread ^ (spread >>> 13)) & (this.#size - WAYS);
  }

  #put(from: Int32Array, start: number, value: V): void {
    const keys = this.#keys;
    const first = this.#bucketOf(from[start]!, from[start + 1]!, from[start + 2]! ^ Math.imul(from[start + 3]!, 5));
    let slot = first;
    while (slot < first + WAYS && keys[slot * PARTS] !== 0) slot++;
    if (slot === first + WAYS) slot = first + (this.#turn++ % WAYS);
    else this.#count++;
    for (let part = 0; part < PARTS; part++) keys[slot * PARTS + part] = from[start + part]!;
    this.#values[slot] = value;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#size *= 2;
    this.#count = 0;
    this.#keys = new Int32Array(this.#size * PARTS);
    this.#values = new Array(this.#size).fill(undefined);
    for (let slot = 0; slot < values.length; slot++) {
      if (keys[slot * PARTS] !== 0) this.#put(keys, slot * PARTS, values[slot]!);
    }
  }
}
