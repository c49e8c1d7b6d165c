import sharp from 'sharp';
import { drawLetters, findLetterLevel } from './letter-level.js';
import { openPicture } from './open-picture.js';

/** What the reader of letters is given: dark letters on white, of a size at which they are 20 to 60 pixels high. */
export interface PreparedPicture {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 1_000;
const HEIGHT = 1_400;

/** Throws where the bytes are no picture. */
export async function preparePicture(bytes: Uint8Array): Promise<PreparedPicture> {
  const picture = await openPicture(bytes);
  const { data, info } = await picture
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
