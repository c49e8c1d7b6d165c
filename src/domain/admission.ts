import { MAX_CLOCK_SKEW_MS, timeOfAct } from './act-time.js';
import {
  type ActivityMedia,
  type ActivityTarget,
  aimsOf,
  type CollectedActivity,
  lettersOf,
  MAX_READ_LENGTH,
  MAX_TEXT_LENGTH,
} from './activity.js';
import type { CollectorEvent } from './collecting.js';
import { signalOf } from './platform.js';

export interface Admission {
  readonly now: Date;
  /** Acts older than this are counted as `too_old`; without it every age is let in. */
  readonly since?: Date;
}

/**
 * What one act becomes: seen, skipped, or (when its text had to be cut) seen and counted as `too_large`. An impossible
 * date gives way to that of the first sight.
 */
export function admit(activity: CollectedActivity, { now, since }: Admission): CollectorEvent[] {
  const signal = signalOf(activity.kind);
  const url = activity.url ?? activity.externalId;
  if (Number.isNaN(activity.publishedAt.getTime())) return [{ type: 'skipped', url, signal, reason: 'unreadable' }];
  const dated = { ...activity, ...believedTime(activity, now) };
  const time = dated.publishedAt.getTime();
  if (time > now.getTime() + MAX_CLOCK_SKEW_MS) return [{ type: 'skipped', url, signal, reason: 'in_future' }];
  if (since && time < since.getTime()) return [{ type: 'skipped', url, signal, reason: 'too_old' }];
  const seen: CollectorEvent = { type: 'seen', activity: cleanActivity(dated) };
  return isTooLarge(activity) ? [seen, { type: 'skipped', url, signal, reason: 'too_large' }] : [seen];
}

function believedTime(activity: CollectedActivity, now: Date) {
  if (activity.publishedAtSource !== undefined) return undefined;
  return timeOfAct({ written: activity.publishedAt, firstSeenAt: now });
}

export function isTooLarge(activity: CollectedActivity): boolean {
  return (activity.media?.length ?? 0) > MAX_MEDIA || lettersOf(activity) > roomOf(activity);
}

/** More pictures than any platform we know lets one act have. */
const MAX_MEDIA = 100;

/** The act's own words are read once more with each aim. */
function roomOf({ target }: CollectedActivity): number {
  return Math.floor(MAX_READ_LENGTH / Math.max(1, aimsOf(target).length));
}

/**
 * The same act with its texts free of control characters and cut to what rules read at once: its own words first, then
 * those of what it is aimed at, then what is said of its pictures.
 */
export function cleanActivity(activity: CollectedActivity): CollectedActivity {
  const texts = new Texts(roomOf(activity));
  return {
    ...activity,
    text: texts.take(activity.text),
    target: activity.target && texts.takeTarget(activity.target),
    media: activity.media && texts.takeMedia(activity.media),
  };
}

/** Takes texts as long as there is room. */
class Texts {
  #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  take(text: string): string {
    const kept = cleanText(text.slice(0, this.#room));
    this.#room -= kept.length;
    return kept;
  }

  takeTarget(target: ActivityTarget): ActivityTarget {
    const { text, quoted } = target;
    return {
      ...target,
      text: text === undefined ? undefined : this.take(text),
      quoted: quoted && this.takeTarget(quoted),
    };
  }

  takeMedia(media: readonly ActivityMedia[]): ActivityMedia[] {
    const kept = media.slice(0, MAX_MEDIA);
    return kept.map((item) => ({ ...item, text: item.text === undefined ? undefined : this.take(item.text) }));
  }
}

// Everything below U+0020 but tab and line ends, DEL, and C1: invisible, and a terminal would obey some of them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is the point.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

/** Lone surrogates become U+FFFD, since MongoDB and SHA-256 want well-formed text. */
export function cleanText(text: string): string {
  return text
    .slice(0, MAX_TEXT_LENGTH)
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(CONTROL, '');
}
