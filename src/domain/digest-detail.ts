import { addDays, daysBack } from './days.js';
import type { Stage } from './election.js';
import type { ActivityKind, Platform } from './platform.js';
import type { Verdict } from './verdict.js';

/** New flags that share an office, a kind of act, a stage and a platform. */
export interface FlagGroup {
  readonly officeCode: string;
  readonly kind: ActivityKind;
  readonly stage: Stage;
  readonly platform: Platform;
  readonly flags: number;
}

/**
 * What a flag that waits is waiting for. `context`: somebody looked at it and asked for more; `settling`: two people
 * decided against each other.
 */
export const WAITS_FOR = ['evidence', 'decision', 'context', 'settling'] as const;
export type WaitsFor = (typeof WAITS_FOR)[number];

/** One value of a list and how many flags have it. */
export interface Share<Value extends string = string> {
  readonly value: Value;
  readonly flags: number;
}

/** New flags of one day, and of the same day of the week before. */
export interface DayBeside {
  readonly day: string;
  readonly newFlags: number;
  readonly weekBefore: number;
}

/** What stands behind the counts of a digest; numbers alone, of offices and never of people. */
export interface DigestDetail {
  /** Each list from most to least; offices by code, with their names. */
  readonly newBy: {
    readonly office: readonly (Share & { readonly name: string })[];
    readonly kind: readonly Share<ActivityKind>[];
    readonly stage: readonly Share<Stage>[];
    readonly platform: readonly Share<Platform>[];
  };
  /** The local day since which the oldest of those that wait has waited. */
  readonly waitingSince?: string | undefined;
  readonly waitsFor: Readonly<Record<WaitsFor, number>>;
  /** Overdue before the running week is over, unless somebody decides. */
  readonly dueThisWeek: number;
  readonly decidedAs: Readonly<Partial<Record<Verdict, number>>>;
  /** The seven days up to the digest's, oldest first. */
  readonly week: readonly DayBeside[];
}

export interface DigestCounts {
  readonly newFlags: number;
  /** A flag still in `sealing` waits too: a pack that cannot be made must not hide a mark from its office. */
  readonly waiting: number;
  /** Open for too long. Not one in `sealing`, because nobody may decide it yet. */
  readonly overdue: number;
  readonly decided: number;
}

interface Counted extends Pick<DigestDetail, 'waitsFor' | 'decidedAs'>, Pick<DigestCounts, 'overdue'> {
  readonly groups: readonly FlagGroup[];
}

/** The counts of a digest are the sums of what stands behind them, so that one mail never says two numbers. */
export function countsOf({ groups, waitsFor, overdue, decidedAs }: Counted): DigestCounts {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  return {
    newFlags: sum(groups.map(({ flags }) => flags)),
    waiting: sum(Object.values(waitsFor)),
    overdue,
    decided: sum(Object.values(decidedAs)),
  };
}

export const WEEK = 7;

/** How many flags have each value, most first; equal ones in the order of their names, so that a digest reads the same twice. */
export function sharesOf<Value extends string>(
  groups: readonly FlagGroup[],
  pick: (group: FlagGroup) => Value,
): Share<Value>[] {
  const sums = new Map<Value, number>();
  for (const group of groups) sums.set(pick(group), (sums.get(pick(group)) ?? 0) + group.flags);
  const shares = [...sums].map(([value, flags]) => ({ value, flags }));
  return shares.sort((a, b) => b.flags - a.flags || (a.value < b.value ? -1 : 1));
}

/** The last seven days beside the seven before; `newOn`: new flags of a local day, absent where there were none. */
export function weekUpTo(day: string, newOn: ReadonlyMap<string, number>): DayBeside[] {
  const beside = (here: string) => ({
    day: here,
    newFlags: newOn.get(here) ?? 0,
    weekBefore: newOn.get(addDays(here, -WEEK)) ?? 0,
  });
  return daysBack(day, WEEK).reverse().map(beside);
}

/** The Monday after a local day: where its week ends. */
export function mondayAfter(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % WEEK; // Monday is 0.
  return addDays(day, WEEK - weekday);
}
