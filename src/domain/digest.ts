import type { Office } from './account.js';
import type { CoverageSummary } from './coverage.js';
import { addDays } from './days.js';
import { type DigestCounts, type DigestDetail, mondayAfter, WEEK } from './digest-detail.js';
import { PermanentError, RetryableError } from './errors.js';
import { localDay, type RegionCode, type TimeZone } from './region.js';
import type { ReportState } from './report.js';
import type { PlatformWays } from './signal-way.js';

/** `withheld`: coverage was too low to say anything; the mail says only that. Each state has a receipt. */
export const DIGEST_STATES = ['building', 'sending', 'sent', 'sent_empty', 'withheld', 'failed'] as const;
export type DigestState = (typeof DIGEST_STATES)[number];

/** A worker holds it, or died over it. */
export const UNSETTLED_DIGEST_STATES = ['building', 'sending'] as const satisfies readonly DigestState[];

/** Counts of one office (and those below it) on one local day; no names, no quotes. */
export interface Digest extends DigestCounts {
  readonly officeCode: string;
  readonly officeName: string;
  readonly region: RegionCode;
  readonly timeZone: TimeZone;
  /** The last local day the digest speaks of: the day before it is sent, or the Sunday before. */
  readonly day: string;
  /** How many days it speaks of, `day` the last of them. */
  readonly days: number;
  readonly detail: DigestDetail;
  readonly coverage: CoverageSummary;
  /** Where this digest begins before anything was ever looked at: the first day of which `coverage` tells. */
  readonly watchedFrom?: string | undefined;
  /** How acts come here at all, of each platform on which the office has accounts. */
  readonly ways?: readonly PlatformWays[] | undefined;
  /** Reports whose step is late, by the step they wait in; also those tied to no account yet, as in the console. */
  readonly overdueReports?: Readonly<Partial<Record<ReportState, number>>> | undefined;
  /** Where the audit log ended when the digest was built, as it leaves the house (`formatHead`). */
  readonly auditHead?: string;
  /** Education notes by rule title, most frequent first; no finding, so that they make no digest less empty. */
  readonly notes?: readonly { readonly title: string; readonly acts: number }[];
}

/** Exactly one a day and office; `attempts` counts tries, `messageId` is the SMTP server's or our own. */
export interface DigestReceipt {
  readonly officeCode: string;
  readonly day: string;
  readonly state: DigestState;
  readonly attempts: number;
  readonly recipient: string;
  readonly messageId?: string;
  readonly smtpResponse?: string;
  /** Of a weekly one, how many days it told of, `day` the last of them. */
  readonly days?: number | undefined;
  /** Of a failed one, out of `DIGEST_FAILURES`. */
  readonly reason?: string;
  readonly at: Date;
}

/** Below this share of signals that could be seen, a digest is withheld: it would read as "nothing happened". */
export const MIN_COVERAGE_SHARE = 0.2;

/** What a machine could look at: of all else acts are brought or shown to nobody, and their silence was never promised. */
export function readableSignals({ signals, reasons }: CoverageSummary): number {
  return signals - (reasons.no_collector ?? 0) - (reasons.shown_to_nobody ?? 0);
}

/** Seen and none both count as looked at; without any signal due there is nothing to say either. */
export function isCoverageTooLow(coverage: CoverageSummary): boolean {
  if (coverage.signals === 0) return true;
  const readable = readableSignals(coverage);
  return readable > 0 && (coverage.seen + coverage.none) / readable < MIN_COVERAGE_SHARE;
}

export function isEmpty(digest: Digest): boolean {
  return digest.newFlags + digest.waiting + digest.overdue + digest.decided === 0;
}

/**
 * Why a digest failed. `deferred`: nothing was accepted, it is tried again by itself; `refused`: the server or the
 * address says no, a person must act; `unknown_outcome`: the mail may or may not have gone out, so only a person sends
 * it again; `missed`: nothing ran while its day was yesterday, nothing was sent.
 */
export const DIGEST_FAILURES = ['deferred', 'refused', 'unknown_outcome', 'missed'] as const;
export type DigestFailure = (typeof DIGEST_FAILURES)[number];

/** A claim this old is dead: a build takes seconds and an SMTP dialogue is cut after one minute. */
export const DIGEST_STALE_MS = 15 * 60_000;

/** What may be done next about one office's day. `give_up`: it died while talking to the server. */
export type DigestStep = 'attempt' | 'wait' | 'give_up' | 'done';

/**
 * At most one mail without a person asking: a dead `building` has sent nothing and is taken over, a dead `sending`
 * may have sent and is not. `isForced` is a person's wish: it reopens what failed, never what was sent, and waits for
 * a living worker all the same.
 */
export function nextDigestStep(
  receipt: DigestReceipt | undefined,
  { now, isForced = false }: { now: Date; isForced?: boolean },
): DigestStep {
  if (receipt === undefined) return 'attempt';
  const isStale = now.getTime() - receipt.at.getTime() >= DIGEST_STALE_MS;
  switch (receipt.state) {
    case 'building':
      return isStale ? 'attempt' : 'wait';
    case 'sending':
      return isStale ? 'give_up' : 'wait';
    case 'failed':
      return isForced || receipt.reason === 'deferred' ? 'attempt' : 'done';
    default:
      return 'done';
  }
}

/** One office's day, as the queue carries it. */
export interface OfficeDay {
  readonly officeCode: string;
  readonly day: string;
}

/** Of a day that goes on any count is too small, and a receipt for it would keep the whole one from being sent. */
export function hasEnded(day: string, office: Pick<Office, 'timeZone'>, now: Date): boolean {
  return day < localDay(now, office.timeZone);
}

type Rhythm = Pick<Office, 'timeZone' | 'digestEvery'>;

/** The last day that an office's digest speaks of now: its own yesterday, or the Sunday that has ended last. */
export function digestDay(office: Rhythm, now: Date): string {
  const today = localDay(now, office.timeZone);
  return office.digestEvery === 'weekly' ? addDays(mondayAfter(today), -WEEK - 1) : addDays(today, -1);
}

/** How many days a digest of this office speaks of. */
export function digestDays({ digestEvery }: Pick<Office, 'digestEvery'>): number {
  return digestEvery === 'weekly' ? WEEK : 1;
}

/**
 * Of a digest's days those of which it can be said that somebody was to look: what lies before the first look ever is "not
 * yet", and no gap. Where all lie before, all are told: nobody has begun.
 */
export function watchedDays(days: readonly string[], firstDay: string | undefined): readonly string[] {
  const watched = days.filter((day) => firstDay !== undefined && day >= firstDay);
  return watched.length === 0 ? days : watched;
}

/** Whether a digest of this office ends with that day: any day, or a Sunday. Between Sundays one would tell of days twice. */
export function endsSpan(day: string, { digestEvery }: Pick<Office, 'digestEvery'>): boolean {
  return digestEvery !== 'weekly' || addDays(mondayAfter(day), -1) === day;
}

/** How a built digest ends when its mail is accepted. */
export function outcomeOf(digest: Digest): 'sent' | 'sent_empty' | 'withheld' {
  if (isCoverageTooLow(digest.coverage)) return 'withheld';
  if (!isEmpty(digest)) return 'sent';
  // Nothing was brought and nothing can be read: "no flags" would read as if somebody had looked.
  return readableSignals(digest.coverage) === 0 ? 'withheld' : 'sent_empty';
}

const DOT_ATOM = /^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/;

/** Same office and day, same id, so that a mail server or reader may fold a repeated mail. */
export function digestMessageId(officeCode: string, day: string, domain: string): string {
  const isPlain = DOT_ATOM.test(officeCode) && !officeCode.startsWith('x-');
  const name = isPlain ? officeCode : `x-${Buffer.from(officeCode).toString('base64url')}`;
  return `<digest.${name}.${day}@${domain}>`;
}

/** The server was away, slow or said "later". Nothing was accepted: trying again cannot double the mail. */
export class MailDeferredError extends RetryableError {}

/** The server said no for good, or the address or the settings cannot work. */
export class MailRefusedError extends PermanentError {}

/** The whole mail went over and no answer came back. Permanent: trying again might double it. */
export class MailOutcomeUnknownError extends PermanentError {}
