import type { Account } from '../domain/account.js';
import type { Activity } from '../domain/activity.js';
import { localDay, timeZoneOf } from '../domain/region.js';
import type { CountedAct } from '../domain/rule-counts.js';
import type { Screener, ScreenInput, ScreenResult } from '../domain/screening.js';

/** One act with the account behind it, as the rules saw it. */
export interface JudgedAct {
  readonly account: Account;
  readonly activity: Activity;
  readonly input: ScreenInput;
  readonly result: ScreenResult;
  readonly isMarked: boolean;
}

const NONE: readonly never[] = [];

/** What is to be counted of one act: shadow rules that would have fired, and education notes that were given. */
export function toCountedActs(
  screener: Screener,
  { account, activity, input, result, isMarked }: JudgedAct,
): readonly CountedAct[] {
  const fired = screener.wouldFire(input);
  const { notes: noted = NONE } = result;
  if (fired.length + noted.length === 0) return NONE;
  const shadow = fired.map((rule) => ({ as: 'shadow' as const, rule }));
  const notes = noted.map(({ rule }) => ({ as: 'note' as const, rule }));
  return [...shadow, ...notes].map(({ as, rule }) => ({
    as,
    rule,
    title: screener.describe({ rule, tickets: [], basis: [] }, result.stage ?? 'campaign').title,
    activityId: activity.id,
    accountId: account.id,
    officeCode: account.officeCode,
    // Not of today: a batch that is done again after a crash may fall on another day.
    day: localDay(activity.collectedAt, timeZoneOf(account.region)),
    isMarked,
  }));
}
