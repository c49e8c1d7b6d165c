import { MAX_CLOCK_SKEW_MS, timeOfAct } from './act-time.js';
import {
  type ActivityMedia,
  type ActivityTarget,
  aimsOf,
  type CollectedActivity,
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
  const { media = [] } = activity;
  const isMediaCut = media.length > MAX_MEDIA || lengthOf(media) > MAX_TEXT_LENGTH;
  return isMediaCut || textsOf(activity).some((text) => text.length > MAX_TEXT_LENGTH);
}

/** More pictures than any platform we know lets one act have. */
const MAX_MEDIA = 100;

/** The same act with every text, and all that is said of its pictures together, cut to `MAX_TEXT_LENGTH` and free of control characters. */
export function cleanActivity(activity: CollectedActivity): CollectedActivity {
  return {
    ...activity,
    text: cleanText(activity.text),
    target: activity.target && cleanTarget(activity.target),
    media: activity.media && cleanMedia(activity.media),
  };
}

function cleanMedia(media: readonly ActivityMedia[]): ActivityMedia[] {
  let room = MAX_TEXT_LENGTH;
  return media.slice(0, MAX_MEDIA).map((item) => {
    const text = item.text === undefined ? undefined : cleanText(item.text.slice(0, room));
    room -= text?.length ?? 0;
    return { ...item, text };
  });
}

function lengthOf(media: readonly ActivityMedia[]): number {
  return media.reduce((sum, { text = '' }) => sum + text.length, 0);
}

function cleanTarget(target: ActivityTarget): ActivityTarget {
  const { text, quoted } = target;
  return { ...target, text: text === undefined ? undefined : cleanText(text), quoted: quoted && cleanTarget(quoted) };
}

function textsOf({ text, target, media }: CollectedActivity): string[] {
  return [text, ...[...aimsOf(target), ...(media ?? [])].map((part) => part.text ?? '')];
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
