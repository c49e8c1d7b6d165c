import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { PlatformFailureError, RateLimitedError, TargetUnavailableError } from '../domain/collecting.js';
import type { PictureSkip } from '../domain/coverage.js';
import { PermanentError } from '../domain/errors.js';
import { UPLOAD_LIMITS } from '../intake/uploads/upload-limits.js';
import { lookOfPicture } from '../pictures/look-of-picture.js';
import { findPoster, type Poster } from '../pictures/poster-bank.js';
import { FileTooLargeError, type ReadFile } from '../reach/file-reader.js';
import { unlessAborted } from '../reach/step-limits.js';
import type { LookAtPicture, TakePicture } from '../steps/public-picture.js';
import type { CampaignPictureRepository } from '../storage/campaign-picture-repository.js';
import type { PicturePool } from './picture-pool.js';

export interface PublicPictureDeps {
  readonly readFile: ReadFile;
  readonly pool: Pick<PicturePool, 'drawPicture'>;
}

/** Platforms keep pictures under two megabytes; sites keep what a telephone's camera made. */
export const PICTURE_ASKING = {
  accept: 'image/jpeg, image/png, image/webp, image/gif, image/avif',
  maxBytes: 12 * 1024 * 1024,
  timeoutMs: 15_000,
};

/** Fetches a picture of a public page, and draws it anew where nothing is that is worth taking. */
export function createTakePicture({ readFile, pool }: PublicPictureDeps): TakePicture {
  const { pixels, pictureBytes: bytes, drawSeconds: seconds } = UPLOAD_LIMITS;
  return async (url, signal) => {
    const brought = await readFile(url, signal).catch((error: unknown) => whyNotTaken(error, signal));
    if (typeof brought === 'string') return brought;
    const drawing = pool.drawPicture(brought, { pixels, bytes, seconds });
    const drawn = await unlessAborted(drawing, signal);
    if (drawn === 'pixels') return 'picture_too_large';
    if (drawn === 'broken') return 'picture_unreadable';
    return { sha256: createHash('sha256').update(brought).digest('hex'), drawn };
  };
}

function whyNotTaken(error: unknown, signal: AbortSignal): PictureSkip {
  signal.throwIfAborted();
  if (error instanceof FileTooLargeError) return 'picture_too_large';
  if (error instanceof RateLimitedError) return 'picture_away';
  if (error instanceof TargetUnavailableError) return error.reason === 'gone' ? 'picture_away' : 'picture_closed';
  if (error instanceof PlatformFailureError) return SKIP_OF[error.reason] ?? 'picture_away';
  throw error;
}

const SKIP_OF: Readonly<Record<string, PictureSkip>> = {
  timeout: 'picture_late',
  unreadable: 'picture_unreadable',
};

export interface LookDeps {
  readonly take: TakePicture;
  readonly pool: Pick<PicturePool, 'readPicture'>;
  readonly bank: Pick<CampaignPictureRepository, 'listLooks'>;
  /** For a place among those who wait for the reader, and for its answer: more than one picture may take. */
  readonly waitMs?: number;
}

/** A poster that is registered is known in visits after this. */
const BANK_FOR_MS = 30_000;
const WAIT_MS = 25_000;

/** What stands on a picture of a public page, and whose poster it is. */
export function createLookAtPicture({ take, pool, bank, waitMs = WAIT_MS }: LookDeps): LookAtPicture {
  const posters = new LRUCache<'all', readonly Poster[]>({ max: 1, ttl: BANK_FOR_MS });
  const listPosters = async () => {
    const known = posters.get('all');
    if (known) return known;
    const found = await bank.listLooks();
    posters.set('all', found);
    return found;
  };
  return async (url, signal) => {
    const taken = await take(url, signal);
    if (typeof taken === 'string') return taken;
    const { bytes } = taken.drawn;
    const late = AbortSignal.timeout(waitMs);
    const limit = AbortSignal.any([signal, late]);
    try {
      const text = await unlessAborted(pool.readPicture(bytes, limit), limit);
      const poster = findPoster(await listPosters(), await lookOfPicture(bytes))?.ticket;
      return { ...text, sha256: taken.sha256, poster };
    } catch (error) {
      signal.throwIfAborted();
      if (late.aborted) return 'picture_busy';
      if (error instanceof PermanentError) return 'picture_unreadable';
      throw error;
    }
  };
}
