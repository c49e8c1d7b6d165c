import type { CoverageSummary } from './coverage.js';
import type { RegionCode, TimeZone } from './region.js';

/** `withheld`: coverage was too low to say anything; the mail says only that. Each state has a receipt. */
export const DIGEST_STATES = ['building', 'sending', 'sent', 'sent_empty', 'withheld', 'failed'] as const;
export type DigestState = (typeof DIGEST_STATES)[number];

/** Counts of one office (and those below it) on one local day; no names, no quotes. */
export interface Digest {
  readonly officeCode: string;
  readonly officeName: string;
  readonly region: RegionCode;
  readonly timeZone: TimeZone;
  /** The local day the digest speaks of: the day before it is sent. */
  readonly day: string;
  readonly newFlags: number;
  readonly waiting: number;
  readonly overdue: number;
  readonly decided: number;
  readonly coverage: CoverageSummary;
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
  readonly reason?: string;
  readonly at: Date;
}

/** Below this share of signals that could be seen, a digest is withheld: it would read as "nothing happened". */
export const MIN_COVERAGE_SHARE = 0.2;

/** Seen and none both count as looked at; without any signal due there is nothing to say either. */
export function isCoverageTooLow(coverage: CoverageSummary): boolean {
  if (coverage.signals === 0) return true;
  return (coverage.seen + coverage.none) / coverage.signals < MIN_COVERAGE_SHARE;
}

export function isEmpty(digest: Digest): boolean {
  return digest.newFlags + digest.waiting + digest.overdue + digest.decided === 0;
}
