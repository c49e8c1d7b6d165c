import type { Activity } from '../domain/activity.js';
import type { Attempt } from '../domain/attempt.js';
import type { PictureSkip } from '../domain/coverage.js';
import { RetryableError } from '../domain/errors.js';
import { broughtItemName, type MissingItem } from '../domain/evidence.js';
import type { PackFile } from '../evidence/evidence-store.js';
import { SKIP_TERMS } from '../words/coverage-terms.js';
import { say, sayError } from '../words/say.js';
import { STEP_FAULTS } from '../words/steps.js';
import type { TakePicture } from './public-picture.js';

interface OwnPictures {
  readonly beside: readonly PackFile[];
  readonly absent: readonly MissingItem[];
}

/**
 * The pictures of a marked act whose words were read, for its pack. They are asked for again: nothing of them was kept
 * while nobody knew that the act is marked. What lies there now and is another picture is not the one that was judged.
 */
export async function findOwnPictures(
  takePicture: TakePicture,
  { id, media = [] }: Pick<Activity, 'id' | 'media'>,
  { signal, isLastTry }: Attempt,
): Promise<OwnPictures> {
  const beside: PackFile[] = [];
  const absent: MissingItem[] = [];
  for (const [place, { url, sha256 }] of readPictures(media).entries()) {
    const taken = await takePicture(new URL(url), signal);
    if (typeof taken === 'string' && MAY_COME.includes(taken) && !isLastTry) {
      throw new RetryableError(...sayError(STEP_FAULTS.pictureAway, 'id', { flag: id }));
    }
    if (typeof taken === 'string')
      absent.push(missing(place, REASON_OF[taken] ?? 'failed', say(SKIP_TERMS[taken], 'id')));
    else if (taken.sha256 !== sha256) absent.push(missing(place, 'gone', say(STEP_FAULTS.pictureChanged, 'id')));
    else beside.push(toFile(place, taken));
  }
  return { beside, absent };
}

/** Those that have an address; each once, as many as a pack holds. */
function readPictures(media: NonNullable<Activity['media']>): { url: string; sha256: string }[] {
  const found = new Map(
    media.flatMap(({ url, picture }) =>
      url !== undefined && picture ? [[picture.sha256, { url, sha256: picture.sha256 }] as const] : [],
    ),
  );
  return [...found.values()].filter((_, place) => broughtItemName(place, 'image/jpeg') !== undefined);
}

function toFile(place: number, { sha256, drawn }: Exclude<Awaited<ReturnType<TakePicture>>, PictureSkip>): PackFile {
  const name = broughtItemName(place, drawn.mime)!;
  return { name, content: drawn.bytes, source: 'author', broughtSha256: sha256 };
}

function missing(place: number, reason: MissingItem['reason'], detail: string): MissingItem {
  return { name: broughtItemName(place, 'image/jpeg')!, reason, detail };
}

const MAY_COME: readonly PictureSkip[] = ['picture_away', 'picture_late'];

const REASON_OF: Partial<Record<PictureSkip, MissingItem['reason']>> = {
  picture_too_large: 'too_large',
  picture_away: 'unreachable',
  picture_late: 'timeout',
};
