import type { PictureSkip } from '../domain/coverage.js';
import type { PictureText } from '../domain/picture.js';

/** A picture of a public page: what it was when it came, and a clean copy of it. */
export interface PublicPicture {
  /** Of the bytes as they came, hex. */
  readonly sha256: string;
  readonly drawn: { readonly bytes: Uint8Array; readonly mime: 'image/jpeg' | 'image/png' };
}

/** Fetches one. Throws nothing but the signal's own reason. */
export type TakePicture = (url: URL, signal: AbortSignal) => Promise<PublicPicture | PictureSkip>;

/** One picture as it was looked at: what stands on it, and whether it is a registered poster. */
export interface SeenPicture extends PictureText {
  /** Of the bytes as they came, hex. */
  readonly sha256: string;
  readonly poster?: string | undefined;
}

/** Fetches one and looks at it. Throws the signal's own reason, and where the system of record is away. */
export type LookAtPicture = (url: URL, signal: AbortSignal) => Promise<SeenPicture | PictureSkip>;
