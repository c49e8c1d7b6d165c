import { addDays } from './days.js';
import type { Platform } from './platform.js';
import { isInside, localDay, NATION, type RegionCode, type TimeZone, timeZoneOf } from './region.js';

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

/** Where a ticket stands on the ballot paper, as a voter sees it: across, and down where there is more than one row. */
export const BALLOT_PLACES = ['left', 'middle', 'right', 'top', 'bottom'] as const;
export type BallotPlace = (typeof BALLOT_PLACES)[number];

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
  /** Said of every ticket of a contest or of none: a sign that only one side has would weigh on that side alone. */
  readonly colours?: readonly string[];
  readonly places?: readonly BallotPlace[];
  readonly isIncumbent?: boolean;
  /** Accounts of teams and volunteers, which nobody registered. */
  readonly teams?: readonly TicketAccount[];
}

/** In a contest against the empty box that is the other side, and its ticket has no number of a pair. */
export function isEmptyBox(ticketId: string): boolean {
  return ticketId.endsWith('/0');
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
 * the zone of the account's region, since campaign ends at midnight where the person is.
 */
export function stageAt(
  contest: Pick<Contest, 'region' | 'stages'>,
  instant: Date,
  zone: TimeZone = timeZoneOf(contest.region),
): Stage | undefined {
  return stageOn(contest.stages, localDay(instant, zone));
}

/**
 * The stage in force on a local day. Where spans overlap (an open `determined` and `campaign`), the one that began
 * last; of two that begin together (`voting` and `counting` by the decree's dates), the one that ends first, else the
 * later line.
 */
export function stageOn(stages: readonly StageSpan[], day: string): Stage | undefined {
  let found: { stage: Stage; from: string; end: string } | undefined;
  for (const span of stages) {
    const end = lastDayOf(span, stages);
    if (day < span.from || day > end) continue;
    const isNearer = !found || span.from > found.from || (span.from === found.from && end <= found.end);
    if (isNearer) found = { stage: span.stage, from: span.from, end };
  }
  return found?.stage;
}

const FOR_EVER = '9999-12-31';

/** The last day of a span, inclusive; without an end, the day before the next one begins. */
function lastDayOf(span: StageSpan, stages: readonly StageSpan[]): string {
  if (span.to !== undefined) return span.to;
  const next = stages.reduce((first, s) => (s.from > span.from && s.from < first ? s.from : first), FOR_EVER);
  return next === FOR_EVER ? FOR_EVER : addDays(next, -1);
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
  /** The account's region lies inside the contest's, or the contest's inside the account's. */
  readonly isOwnRegion: boolean;
}

/** Every contest with a stage in force at the time of the act, as seen from an account's region. */
export function contestsInForce(
  elections: readonly Election[],
  instant: Date,
  accountRegion: RegionCode,
): ContestInForce[] {
  const accountZone = timeZoneOf(accountRegion);
  const stageFor = createStageLookup(instant);
  return elections.flatMap((election) =>
    election.contests.flatMap((contest) => {
      const stage = stageFor(contest.stages, contest.region === NATION ? accountZone : timeZoneOf(contest.region));
      if (stage === undefined) return [];
      const isOwnRegion = isInside(accountRegion, contest.region) || isInside(contest.region, accountRegion);
      return [{ contest, stage, isOwnRegion }];
    }),
  );
}

/** Elections of which some contest has a stage in force at an instant, anywhere in the country. */
export function electionsInForce(elections: readonly Election[], instant: Date): Election[] {
  return elections.filter((election) => contestsInForce([election], instant, NATION).length > 0);
}

/** Hundreds of contests share one calendar and three zones: each pair is worked out once. */
function createStageLookup(instant: Date): (stages: readonly StageSpan[], zone: TimeZone) => Stage | undefined {
  const known = new Map<TimeZone, Map<readonly StageSpan[], Stage | undefined>>();
  return (stages, zone) => {
    const inZone = known.get(zone) ?? new Map<readonly StageSpan[], Stage | undefined>();
    known.set(zone, inZone);
    if (!inZone.has(stages)) inZone.set(stages, stageOn(stages, localDay(instant, zone)));
    return inZone.get(stages);
  };
}
