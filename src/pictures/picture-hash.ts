/**
 * What a picture looks like, in 256 bits: of its 16 by 16 lowest frequencies, which are not below the median. Recompressed,
 * scaled or a little brighter, a picture keeps almost all of them. (The idea is that of pHash and PDQ.)
 */
export type PictureHash = Uint32Array;

/** A hash is taken of so many grey pixels each way. */
export const HASHED_SIZE = 64;
const FREQUENCIES = 16;
const BITS = FREQUENCIES * FREQUENCIES;

const COSINES = Array.from({ length: FREQUENCIES }, (_, frequency) =>
  Float64Array.from({ length: HASHED_SIZE }, (_, at) =>
    Math.cos(((2 * at + 1) * (frequency + 1) * Math.PI) / (2 * HASHED_SIZE)),
  ),
);

/** `grey`: `HASHED_SIZE` rows of as many bytes. */
export function hashGrey(grey: Uint8Array): PictureHash {
  const rows = new Float64Array(FREQUENCIES * HASHED_SIZE);
  for (let across = 0; across < FREQUENCIES; across += 1) {
    for (let y = 0; y < HASHED_SIZE; y += 1) {
      rows[across * HASHED_SIZE + y] = sumOf(COSINES[across]!, (x) => grey[y * HASHED_SIZE + x]!);
    }
  }
  const strengths = new Float64Array(BITS);
  for (let across = 0; across < FREQUENCIES; across += 1) {
    for (let down = 0; down < FREQUENCIES; down += 1) {
      strengths[down * FREQUENCIES + across] = sumOf(COSINES[down]!, (y) => rows[across * HASHED_SIZE + y]!);
    }
  }
  const median = strengths.toSorted()[BITS / 2]!;
  const hash = new Uint32Array(BITS / 32);
  for (const [bit, strength] of strengths.entries()) if (strength >= median) hash[bit >> 5]! |= 1 << (bit & 31);
  return hash;
}

function sumOf(cosines: Float64Array, valueAt: (at: number) => number): number {
  let sum = 0;
  for (let at = 0; at < HASHED_SIZE; at += 1) sum += cosines[at]! * valueAt(at);
  return sum;
}

/** In how many of 256 bits two pictures differ: 128 where they have nothing to do with each other. */
export function bitsApart(one: PictureHash, other: PictureHash): number {
  let apart = 0;
  for (let at = 0; at < one.length; at += 1) apart += bitsSet(one[at]! ^ other[at]!);
  return apart;
}

function bitsSet(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
