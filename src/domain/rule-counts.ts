import { addDays } from './days.js';
import { ALARM_Z, wilson } from './interval.js';
import { MIN_ACCOUNTS, type RuleAlarm } from './rule-feedback.js';

/** `shadow`: a rule that would have fired if it were live; `note`: an education note. */
export type CountedAs = 'shadow' | 'note';

/** One act on which a rule fired that marks nothing. Storage keeps a keyed hash of each of the two ids, never together. */
export interface CountedAct {
  readonly as: CountedAs;
  readonly rule: string;
  /** As the office reads it: the rule may be reworded or gone when the digest goes out. */
  readonly title: string;
  readonly activityId: string;
  readonly accountId: string;
  readonly officeCode: string;
  /** Local day, in the zone of the account's region, on which the act was collected: the same however often it is judged. */
  readonly day: string;
  /** Live rules marked the act anyway. */
  readonly isMarked: boolean;
}

/** A rule's day. `accounts`: distinct ones of that day; of notes none are kept. */
export interface RuleDay {
  readonly as: CountedAs;
  readonly rule: string;
  readonly day: string;
  readonly acts: number;
  /** Of these acts, those that live rules marked anyway. */
  readonly marked: number;
  readonly accounts: number;
}

/** The same length as the recent part of a live rule's feedback. */
export const WINDOW_DAYS = 30;
/** As many windows as fit into what storage keeps (180 days), the present one included. */
const MAX_WINDOWS = 6;

/** Days from `from` to `to`, both counted. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

/** The present window first. They are of one length, since the longer one looks the more accounts there are. */
export function windowsUntil(today: string): Window[] {
  return Array.from({ length: MAX_WINDOWS }, (_, n) => {
    const to = addDays(today, -n * WINDOW_DAYS);
    return { from: addDays(to, 1 - WINDOW_DAYS), to };
  });
}

/** How often a rule fired lately beside its own earlier windows, in distinct accounts. */
export interface AccountRate {
  readonly recent: number;
  /** Whole windows before the present one in which the rule was already counted. */
  readonly windows: number;
  /** Mean of these windows; `undefined` without any. */
  readonly usual?: number;
  readonly alarm?: RuleAlarm;
}

/**
 * `counts`: distinct accounts of each window, the present one first. An alarm on the terms of live rules: distinct
 * accounts, `ALARM_Z`, and no word below `MIN_ACCOUNTS` on either side. If nothing changed, the recent accounts are
 * one window's share of all.
 */
export function rateOf({
  counts,
  windows,
  firstDay,
}: {
  counts: readonly number[];
  windows: readonly Window[];
  firstDay: string;
}): AccountRate {
  const [recent = 0] = counts;
  const earlier = counts.filter((_, n) => n > 0 && windows[n]!.from >= firstDay);
  if (earlier.length === 0) return { recent, windows: 0 };
  const before = earlier.reduce((sum, count) => sum + count, 0);
  const alarm = alarmOf(recent, { before, windows: earlier.length });
  return { recent, windows: earlier.length, usual: before / earlier.length, alarm };
}

function alarmOf(recent: number, { before, windows }: { before: number; windows: number }): RuleAlarm | undefined {
  if (recent < MIN_ACCOUNTS || before < MIN_ACCOUNTS) return undefined;
  const share = wilson(recent, recent + before, ALARM_Z);
  const usualShare = 1 / (windows + 1);
  if (share.high < usualShare) return 'fell';
  return share.low > usualShare ? 'rose' : undefined;
}
