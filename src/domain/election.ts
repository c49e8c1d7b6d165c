import type { Platform } from './platform.js';
import { isInside, localDay, type RegionCode, type TimeZone, timeZoneOf } from './region.js';

export const STAGES = [
  'registration',
  'verification',
  'determined',
  'numbers_drawn',
  'campaign',
  'quiet',
  'voting',
  'counting',
] as const;
export type Stage = (typeof STAGES)[number];

/** Inclusive local days. Without `to` the stage lasts until the next one begins. */
export interface StageSpan {
  readonly stage: Stage;
  readonly from: string;
  readonly to?: string;
}

/** A sign of a ticket in text; an ambiguous one counts only beside another sign of the same ticket. */
export interface Sign {
  readonly text: string;
  readonly ambiguous: boolean;
}

export interface TicketAccount {
  readonly platform: Platform;
  readonly handle: string;
}

/** One pair or party on one ballot. `id` is `contest/number`. */
export interface Ticket {
  readonly id: string;
  readonly number: number;
  readonly names: readonly string[];
  readonly aliases: readonly Sign[];
  readonly hashtags: readonly Sign[];
  readonly slogans: readonly Sign[];
  readonly parties: readonly Sign[];
  readonly accounts: readonly TicketAccount[];
}

/** One seat in one region. `stages` are its own where it has them (re-votes), else the election's. */
export interface Contest {
  readonly id: string;
  readonly electionId: string;
  readonly seat: string;
  readonly region: RegionCode;
  readonly stages: readonly StageSpan[];
  readonly tickets: readonly Ticket[];
  /** A single pair runs against the empty box, which is then a lawful side of its own. */
  readonly hasEmptyBox: boolean;
}

export interface Election {
  readonly id: string;
  readonly title: string;
  readonly contests: readonly Contest[];
}

/**
 * The stage in force for a contest at an instant, or `undefined` outside every stage.
 * Days are local to `zone`: by default the contest's own region; for a contest of the nation the caller passes
 * the zone of the account's region, since campaign ends at midnight where the person is. Where spans overlap
 * (an open `determined` and `campaign`), the one that began last is in force.
 */
export function stageAt(
  contest: Pick<Contest, 'region' | 'stages'>,
  instant: Date,
  zone: TimeZone = timeZoneOf(contest.region),
): Stage | undefined {
  const day = localDay(instant, zone);
  let found: StageSpan | undefined;
  contest.stages.forEach((span, i) => {
    if (day < span.from || !isWithinEnd(contest.stages, i, day)) return;
    // On equal first days the later line wins: a file lists stages in their order.
    if (found === undefined || span.from >= found.from) found = span;
  });
  return found?.stage;
}

function isWithinEnd(stages: readonly StageSpan[], index: number, day: string): boolean {
  const span = stages[index]!;
  if (span.to !== undefined) return day <= span.to;
  const next = stages.filter((s, i) => i !== index && s.from > span.from).map((s) => s.from);
  return next.length === 0 || day < next.reduce((a, b) => (a < b ? a : b));
}

/** `from_determined` once a ticket is a *calon*; before that it is a *bakal calon* and other clauses apply. */
export function clausePeriod(stage: Stage): 'before_determined' | 'from_determined' {
  return stage === 'registration' || stage === 'verification' ? 'before_determined' : 'from_determined';
}

/** Ballot numbers mean something only after the draw. */
export function hasNumbers(stage: Stage): boolean {
  return STAGES.indexOf(stage) >= STAGES.indexOf('numbers_drawn');
}

export interface ContestInForce {
  readonly contest: Contest;
  readonly stage: Stage;
  /** The account's region lies inside the contest's, or the contest's inside the account's province. */
  readonly isOwnRegion: boolean;
}

/** Every contest with a stage in force at the time of the act, as seen from an account's region. */
export function contestsInForce(
  elections: readonly Election[],
  instant: Date,
  accountRegion: RegionCode,
): ContestInForce[] {
  const zone = timeZoneOf(accountRegion);
  return elections.flatMap((election) =>
    election.contests.flatMap((contest) => {
      const stage = stageAt(contest, instant, contest.region === 'ID' ? zone : timeZoneOf(contest.region));
      if (stage === undefined) return [];
      const isOwnRegion = isInside(accountRegion, contest.region) || isInside(contest.region, accountRegion);
      return [{ contest, stage, isOwnRegion }];
    }),
  );
}
