/** Rows of pixels, `channels` bytes each: red, green and blue first, or one grey. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** Where letters part from their ground: of which channel, and at which value. */
export interface LetterLevel {
  readonly channel: number;
  readonly level: number;
}

/** Two pixels so far apart are compared: the edge of a letter is that wide after a picture was scaled. */
const LAG = 2;
/** Of 255. An edge of a letter jumps by more, the shades of a photograph by less. */
const SHARP = 48;
/** What one soft edge takes from the score of a value: a value that a crowd crosses is no level of letters. */
const SOFT_COST = 30;
/** Every other row says as much. */
const ROW_STEP = 2;
const VALUES = 256;

/**
 * The channel and value that most sharp edges cross and fewest soft ones: letters have the first, a crowd or a sky behind
 * them the second, and campaign colours differ in one channel where they are the same grey.
 */
export function findLetterLevel(pixels: Pixels): LetterLevel {
  let best = { channel: 0, level: VALUES / 2, score: Number.NEGATIVE_INFINITY };
  for (let channel = 0; channel < Math.min(pixels.channels, 3); channel += 1) {
    const scores = scoresOf(pixels, channel);
    for (let level = 1; level < VALUES; level += 1) {
      if (scores[level]! > best.score) best = { channel, level, score: scores[level]! };
    }
  }
  return { channel: best.channel, level: best.level };
}

/** Per value: the sum of the sharp edges that cross it less what the soft ones cost. */
function scoresOf({ data, width, height, channels }: Pixels, channel: number): Float64Array {
  // An edge from 40 to 90 counts at 41 and is taken back at 91: one sum over the values then gives all of them.
  const changes = new Float64Array(VALUES + 1);
  for (let y = 0; y < height; y += ROW_STEP) {
    const row = y * width * channels + channel;
    for (let x = 0; x + LAG < width; x += 1) {
      const one = data[row + x * channels]!;
      const other = data[row + (x + LAG) * channels]!;
      const [low, high] = one < other ? [one, other] : [other, one];
      const weight = high - low >= SHARP ? high - low : -SOFT_COST;
      if (high === low) continue;
      changes[low + 1]! += weight;
      changes[high + 1]! -= weight;
    }
  }
  for (let value = 1; value < changes.length; value += 1) changes[value]! += changes[value - 1]!;
  return changes;
}

/** So far from the level a value is black or white; in between the soft edge of a letter is kept. */
const SLOPE = 24;

/** One byte a pixel: dark letters on a light ground, whichever was the lighter, and nothing of what lies behind. */
export function drawLetters({ data, width, height, channels }: Pixels, { channel, level }: LetterLevel): Uint8Array {
  const grey = new Uint8Array(width * height);
  const steepness = VALUES / 2 / SLOPE;
  let light = 0;
  for (let at = 0; at < grey.length; at += 1) {
    const value = data[at * channels + channel]!;
    if (value >= level) light += 1;
    grey[at] = Math.min(VALUES - 1, Math.max(0, (value - level) * steepness + VALUES / 2));
  }
  // Letters cover less than their ground.
  if (light * 2 < grey.length) for (let at = 0; at < grey.length; at += 1) grey[at] = VALUES - 1 - grey[at]!;
  return grey;
}
