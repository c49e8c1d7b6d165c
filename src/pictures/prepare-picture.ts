import sharp from 'sharp';

/** What the reader of letters is given: grey, of a size at which letters are 20 to 60 pixels high. */
export interface PreparedPicture {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 1_000;
const HEIGHT = 1_400;
/** A telephone's camera gives 50 megapixels. More is no picture that a person would send. */
const MAX_PIXELS = 52_000_000;
/** Every how many pixels a channel is looked at to see how much it tells apart. */
const STRIDE = 7;
const COLOURS = [0, 1, 2] as const;
type Channel = (typeof COLOURS)[number];

/**
 * Campaign colours make grey of grey: yellow on white, red on blue. Of red, green and blue that one is taken which
 * tells most apart. Throws where the bytes are no picture.
 */
export async function preparePicture(bytes: Uint8Array): Promise<PreparedPicture> {
  const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'none' })
    .rotate()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize({ width: WIDTH, height: HEIGHT, fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const png = await sharp(data, { raw: { width, height, channels } })
    .extractChannel(channels < 3 ? 0 : strongestChannel(data, channels))
    .normalise()
    .png({ compressionLevel: 0 })
    .toBuffer();
  return { png, width, height };
}

function strongestChannel(data: Uint8Array, channels: number): Channel {
  const variances = COLOURS.map((channel) => varianceOf(data, channel, channels));
  return COLOURS[variances.indexOf(Math.max(...variances))]!;
}

function varianceOf(data: Uint8Array, channel: number, channels: number): number {
  let [sum, squares, count] = [0, 0, 0];
  for (let at = channel; at < data.length; at += channels * STRIDE) {
    const value = data[at]!;
    sum += value;
    squares += value * value;
    count += 1;
  }
  return squares / count - (sum / count) ** 2;
}
