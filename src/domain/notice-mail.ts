import { DAY_MS } from './days.js';
import type { NoticeKind } from './notice.js';
import { instantOf, localDay, type TimeZone } from './region.js';

/**
 * `sending`: written before the mail server is spoken to; what stays so has an unknown outcome, and nobody tries again on
 * that day. `deferred`: nothing was accepted, so it may be tried again.
 */
export const NOTICE_MAIL_STATES = ['sending', 'sent', 'deferred', 'refused', 'unknown'] as const;
export type NoticeMailState = (typeof NOTICE_MAIL_STATES)[number];

/** At most one a person and local day, and never one that was sent or may have been. */
export interface NoticeMailTurn {
  readonly userId: string;
  readonly day: string;
}

/** How many unread notices somebody has, by what they tell. */
export interface Unread {
  readonly userId: string;
  readonly counts: Readonly<Partial<Record<NoticeKind, number>>>;
  readonly newest: Date;
}

/** A deferred one is tried again this long after. */
export const NOTICE_MAIL_RETRY_MS = 30 * 60_000;
/** Of a mail nothing but that it went is kept. */
export const NOTICE_MAIL_KEPT_MS = 90 * DAY_MS;

/** The local day whose mail is due, from `hour` on; what nobody sent on its day is told with the next one's. */
export function noticeMailDay(now: Date, { hour, timeZone }: { hour: number; timeZone: TimeZone }): string | undefined {
  const day = localDay(now, timeZone);
  return now >= instantOf(day, hour, timeZone) ? day : undefined;
}

/** Not before there is something that the last mail did not count. */
export function isNews({ newest }: Unread, lastAt: Date | undefined): boolean {
  return lastAt === undefined || newest > lastAt;
}
