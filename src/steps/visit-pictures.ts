import type { Activity, ActivityMedia } from '../domain/activity.js';
import { cleanActivity } from '../domain/admission.js';
import type { Clock } from '../domain/clock.js';
import type { PictureSkip } from '../domain/coverage.js';
import type { ActivityKind } from '../domain/platform.js';
import type { LookAtPicture, SeenPicture } from './public-picture.js';

export interface PictureLimits {
  readonly perAct: number;
  readonly perVisit: number;
  /** Of one visit's time, all that it waits for pictures. */
  readonly visitMs: number;
  /** Of one picture: asked for, waited for and read. */
  readonly pictureMs: number;
}

/** As many an act as a pack holds. A picture takes half a second; a visit is made once an hour. */
export const PICTURE_LIMITS: PictureLimits = { perAct: 8, perVisit: 200, visitMs: 180_000, pictureMs: 45_000 };

export interface PictureDeps {
  readonly look: LookAtPicture;
  readonly limits: PictureLimits;
  /** Whether an act could be held against anything: of one outside every stage no picture is asked for. */
  readonly isInStage: (activity: Activity) => boolean;
  readonly clock: Clock;
}

interface VisitOf {
  readonly signal: AbortSignal;
  readonly onSkipped: (kind: ActivityKind, reason: PictureSkip) => void;
}

/**
 * Gives acts what stands on their pictures before they are judged. One for each visit, whose budget it keeps; nothing of
 * it is written down, and of an act that no rule marks nothing stays.
 */
export function createVisitPictures(deps: PictureDeps, { signal, onSkipped }: VisitOf) {
  const { limits, clock } = deps;
  // A page shows one banner beside each of its items.
  const known = new Map<string, SeenPicture | PictureSkip>();
  let leftMs = limits.visitMs;

  async function lookOnce(address: string): Promise<SeenPicture | PictureSkip> {
    const before = known.get(address);
    if (before !== undefined) return before;
    if (known.size >= limits.perVisit || leftMs <= 0) return 'picture_over_budget';
    const startedAt = clock().getTime();
    const found = await lookInTime(new URL(address), Math.min(leftMs, limits.pictureMs));
    leftMs -= clock().getTime() - startedAt;
    known.set(address, found);
    return found;
  }

  /** The end of the visit is thrown; the end of the picture's own time is an answer. */
  async function lookInTime(url: URL, ms: number): Promise<SeenPicture | PictureSkip> {
    const late = AbortSignal.timeout(ms);
    try {
      return await deps.look(url, AbortSignal.any([signal, late]));
    } catch (error) {
      signal.throwIfAborted();
      if (late.aborted) return 'picture_late';
      throw error;
    }
  }

  async function read({ kind, pictures = [] }: Activity): Promise<ActivityMedia[]> {
    const media: ActivityMedia[] = [];
    for (const [place, address] of pictures.entries()) {
      signal.throwIfAborted();
      const found = place < limits.perAct ? await lookOnce(address) : 'picture_over_budget';
      if (typeof found === 'string') onSkipped(kind, found);
      else if (saysSomething(found)) media.push(toMedia(found, address));
    }
    return media;
  }

  return async (acts: readonly Activity[]): Promise<readonly Activity[]> => {
    const ready: Activity[] = [];
    for (const { pictures, ...act } of acts) {
      const isLookedAt = pictures !== undefined && pictures.length > 0 && deps.isInStage(act);
      const shown = isLookedAt ? await read({ ...act, pictures }) : [];
      ready.push(shown.length === 0 ? act : { ...act, ...withShown(act, shown) });
    }
    return ready;
  };
}

function saysSomething({ text, poster }: SeenPicture): boolean {
  return text.trim() !== '' || poster !== undefined;
}

function toMedia({ text, words, sha256, poster }: SeenPicture, url: string): ActivityMedia {
  return { text, url, picture: { sha256, words, poster } };
}

/** Behind what their author says of them: places of that stay where they are. */
function withShown(act: Activity, shown: readonly ActivityMedia[]): Pick<Activity, 'media'> {
  return { media: cleanActivity({ ...act, media: [...(act.media ?? []), ...shown] }).media };
}
