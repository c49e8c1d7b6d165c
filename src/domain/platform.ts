/** Where registered accounts live. `web` is any public page read by a recipe of selectors. */
export const PLATFORMS = [
  'bluesky',
  'web',
  'facebook',
  'instagram',
  'threads',
  'tiktok',
  'x',
  'youtube',
  'telegram',
  'mastodon',
] as const;
export type Platform = (typeof PLATFORMS)[number];

export function isPlatform(value: string): value is Platform {
  return (PLATFORMS as readonly string[]).includes(value);
}

/** Activity Streams: Create, Announce, Like, Create with inReplyTo, Follow. */
export const ACTIVITY_KINDS = ['post', 'share', 'like', 'comment', 'follow'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** What can be looked for on an account; each ends in the coverage ledger on its own. */
export const SIGNALS = ['posts', 'shares', 'likes', 'comments', 'follows'] as const;
export type Signal = (typeof SIGNALS)[number];

const SIGNAL_OF: Record<ActivityKind, Signal> = {
  post: 'posts',
  share: 'shares',
  like: 'likes',
  comment: 'comments',
  follow: 'follows',
};
export function signalOf(kind: ActivityKind): Signal {
  return SIGNAL_OF[kind];
}

/**
 * One spelling of a handle for comparing: no leading `@`, lower case, no surrounding space.
 * Control and bidirectional characters never occur in a valid handle: see `isValidHandle`.
 */
export function normaliseHandle(handle: string): string {
  return handle.trim().replace(/^@/, '').toLowerCase();
}

/** A handle may hold letters, digits and `. _ - : / ~ ? = & %` (a `web` handle is a URL); at most 300 characters. */
export function isValidHandle(handle: string): boolean {
  return handle.length > 0 && handle.length <= 300 && /^[\p{L}\p{N}._\-:/~?=&%@#+]+$/u.test(handle);
}
