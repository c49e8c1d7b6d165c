import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Sharp } from 'sharp';

/** A telephone's camera gives 50 megapixels. More is no picture that a person would send. */
const MAX_PIXELS = 52_000_000;
/** Drawing at any size takes a second or two; a file made to take longer is given up. */
const MAX_SECONDS = 10;
/** No SVG, no PDF: what has to be run to be seen is no picture. */
const READ: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'];
const HEAD_BYTES = 4_100;

/** The picture upright, on white where it is clear. By its content, whatever its name; throws where it is none of ours. */
export async function openPicture(bytes: Uint8Array): Promise<Sharp> {
  const type = await fileTypeFromBuffer(bytes.subarray(0, HEAD_BYTES));
  if (type === undefined || !READ.includes(type.mime)) throw new TypeError(`no picture: ${type?.mime ?? 'unknown'}`);
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'none' })
    .timeout({ seconds: MAX_SECONDS })
    .rotate()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb');
}
