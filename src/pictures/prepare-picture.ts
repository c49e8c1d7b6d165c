import sharp from 'sharp';
import { drawLetters, findLetterLevel } from './letter-level.js';

/** What the reader of letters is given: dark letters on white, of a size at which they are 20 to 60 pixels high. */
export interface PreparedPicture {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 1_000;
const HEIGHT = 1_400;
/** A telephone's camera gives 50 megapixels. More is no picture that a person would send. */
const MAX_PIXELS = 52_000_000;

/** Throws where the bytes are no picture. */
export async function preparePicture(bytes: Uint8Array): Promise<PreparedPicture> {
  const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'none' })
    .rotate()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize({ width: WIDTH, height: HEIGHT, fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixels = { data, width, height, channels };
  const letters = drawLetters(pixels, findLetterLevel(pixels));
  const png = await sharp(letters, { raw: { width, height, channels: 1 } })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return { png, width, height };
}
