import sharp, { type Sharp } from 'sharp';
import { openPicture } from './open-picture.js';
import { HASHED_SIZE, hashGrey, type PictureHash } from './picture-hash.js';

/** Cuts are made on a copy of this size. */
const SIDE = 300;
/** Whoever cuts a poster cuts its edge off: so many pixels of `SIDE` on a side, a tenth of the whole at most. */
const CUTS = [0, 10, 20, 30];
const MOST_CUT = 30;

/** Throws where the bytes are no picture. */
export async function lookOfPicture(bytes: Uint8Array): Promise<PictureHash> {
  return hashGrey(await shrink(await openPicture(bytes)));
}

/** How a picture looks whole, and cut by up to a tenth each way. */
export async function looksOfCuts(bytes: Uint8Array): Promise<PictureHash[]> {
  const raw = { width: SIDE, height: SIDE, channels: 1 as const };
  const picture = await openPicture(bytes);
  const small = await picture.greyscale().resize(SIDE, SIDE, { fit: 'fill' }).raw().toBuffer();
  const looks: PictureHash[] = [];
  for (const { left, top, width, height } of cuts()) {
    looks.push(hashGrey(await shrink(sharp(small, { raw }).extract({ left, top, width, height }))));
  }
  return looks;
}

function shrink(picture: Sharp): Promise<Buffer> {
  return picture.greyscale().resize(HASHED_SIZE, HASHED_SIZE, { fit: 'fill', kernel: 'cubic' }).raw().toBuffer();
}

function* cuts() {
  const pairs = CUTS.flatMap((first) => CUTS.map((last) => [first, last] as const)).filter(
    ([a, b]) => a + b <= MOST_CUT,
  );
  for (const [left, right] of pairs) {
    for (const [top, bottom] of pairs) yield { left, top, width: SIDE - left - right, height: SIDE - top - bottom };
  }
}
