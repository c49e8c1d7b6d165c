import type { NotWatchable } from './account.js';
import type { Platform, Signal } from './platform.js';

/** Why a signal of an account could not be seen. Silence is never read as innocence or guilt. */
export const NOT_OBSERVABLE_REASONS = [
  'unproven',
  'no_mandate',
  'no_collector',
  'shown_to_nobody',
  'broken_recipe',
  'not_offered',
  'not_public',
  'login_wall',
  'rate_limited',
  'gone',
  'robots',
  'drift',
  'unreachable',
  'timeout',
  'unreadable',
  'interrupted',
] as const;
export type NotObservableReason = (typeof NOT_OBSERVABLE_REASONS)[number] & (NotWatchable | string);

/** Why one item, or one picture of an act, was passed over although its page or list was read. */
export const SKIP_REASONS = [
  'outside_mandate',
  'unreadable',
  'too_old',
  'in_future',
  'duplicate',
  'unregistered_account',
  'third_party',
  'unsupported',
  'too_large',
  'unresolved',
  'failed_to_judge',
  'picture_off',
  'picture_over_budget',
  'picture_too_large',
  'picture_unreadable',
  'picture_closed',
  'picture_away',
  'picture_late',
  'picture_busy',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** Why a picture of an act that was seen says nothing: the act itself is judged by its words. */
export type PictureSkip = Extract<SkipReason, `picture_${string}`>;

export type Observation =
  | { readonly state: 'seen'; readonly count: number }
  | { readonly state: 'none' }
  | { readonly state: 'not_observable'; readonly reason: NotObservableReason };

/** One line of the ledger: an account × signal on one local day of its office, latest visit wins. */
export interface CoverageEntry {
  readonly accountId: string;
  readonly officeCode: string;
  readonly platform: Platform;
  readonly signal: Signal;
  readonly day: string;
  readonly observation: Observation;
  readonly skipped: Partial<Record<SkipReason, number>>;
  readonly at: Date;
}

/** Signals of an office or of everything, by state; the parts of `notObservable` add up to it. */
export interface CoverageSummary {
  readonly accounts: number;
  readonly signals: number;
  readonly seen: number;
  readonly none: number;
  readonly notObservable: number;
  readonly reasons: Partial<Record<NotObservableReason, number>>;
}

/** Accounts by what was seen of one signal on one day. */
interface SignalCell {
  readonly signal: Signal;
  readonly seen: number;
  readonly none: number;
  readonly notObservable: number;
  readonly reasons: Partial<Record<NotObservableReason, number>>;
}

/** Of one office. */
export interface CoverageCell extends SignalCell {
  readonly officeCode: string;
}

/** Of one platform, over the offices that were asked for. */
export interface PlatformCell extends SignalCell {
  readonly platform: Platform;
}
