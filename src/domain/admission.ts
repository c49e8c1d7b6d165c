import { type CollectedActivity, MAX_TEXT_LENGTH } from './activity.js';
import type { CollectorEvent } from './collecting.js';
import { signalOf } from './platform.js';

/** Clocks of platforms and of ours differ by minutes; more than that is a made-up date. */
export const MAX_CLOCK_SKEW_MS = 5 * 60_000;

export interface Admission {
  readonly now: Date;
  /** Acts older than this are counted as `too_old`; without it every age is let in. */
  readonly since?: Date;
}

/** What one act becomes: seen, skipped, or (when its text had to be cut) seen and counted as `too_large`. */
export function admit(activity: CollectedActivity, { now, since }: Admission): CollectorEvent[] {
  const signal = signalOf(activity.kind);
  const url = activity.url ?? activity.externalId;
  const time = activity.publishedAt.getTime();
  if (Number.isNaN(time)) return [{ type: 'skipped', url, signal, reason: 'unreadable' }];
  if (time > now.getTime() + MAX_CLOCK_SKEW_MS) return [{ type: 'skipped', url, signal, reason: 'in_future' }];
  if (since && time < since.getTime()) return [{ type: 'skipped', url, signal, reason: 'too_old' }];
  const clean = cleanActivity(activity);
  const seen: CollectorEvent = { type: 'seen', activity: clean };
  return isTooLarge(activity) ? [seen, { type: 'skipped', url, signal, reason: 'too_large' }] : [seen];
}

export function isTooLarge(activity: CollectedActivity): boolean {
  return textsOf(activity).some((text) => text.length > MAX_TEXT_LENGTH);
}

/** The same act with every text cut to `MAX_TEXT_LENGTH` and free of control characters. */
export function cleanActivity(activity: CollectedActivity): CollectedActivity {
  const { target, media } = activity;
  return {
    ...activity,
    text: cleanText(activity.text),
    ...(target?.text === undefined ? {} : { target: { ...target, text: cleanText(target.text) } }),
    ...(media === undefined
      ? {}
      : { media: media.map((m) => (m.text === undefined ? m : { ...m, text: cleanText(m.text) })) }),
  };
}

function textsOf(activity: CollectedActivity): string[] {
  return [activity.text, activity.target?.text ?? '', ...(activity.media ?? []).map((m) => m.text ?? '')];
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
