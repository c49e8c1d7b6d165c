import { DAY_MS } from '../../domain/days.js';
import type { Contest, Election, Stage, Ticket } from '../../domain/election.js';
import { hasNumbers, STAGES, stageAt } from '../../domain/election.js';
import {
  daysInAllZones,
  isInside,
  localDay,
  NATION,
  type RegionCode,
  type TimeZone,
  timeZoneOf,
} from '../../domain/region.js';
import { BoundedCache } from '../../text/bounded-cache.js';
import { hasEmptyBox } from './signs.js';

/** A ticket with its place in the list of all tickets of all elections. */
export interface Candidate {
  readonly index: number;
  readonly id: string;
  readonly number: number;
  readonly contest: Contest;
  readonly contestIndex: number;
  /** Missing for the empty box. */
  readonly ticket?: Ticket;
}

/** Which contests are in force at one moment, as seen from one region. */
export interface View {
  /** Stage by contest index; -1 where none is in force. */
  readonly stages: Int8Array;
  /** 0 elsewhere, 1 own region for names, 2 own region for numbers too; by contest index. */
  readonly own: Uint8Array;
  /** 1 for contests elsewhere in the own province: their sure names are heard. */
  readonly near: Uint8Array;
  /** The stage an activity stands in where no ticket is named. */
  readonly stage: Stage | null;
  /** Contests with numbers that the account's region votes in. */
  readonly numbered: readonly number[];
  /** When the contests vote that the account's region votes in, as far as the files say. */
  readonly votingDays: readonly VotingDay[];
}

/** A day of voting as people write it, and how far it is from the day of the act: negative once it is over. */
export interface VotingDay {
  readonly day: number;
  readonly month: number;
  /** Sunday is 0. */
  readonly weekday: number;
  readonly daysAhead: number;
}

/** All tickets of all loaded elections, and which of them are up for election when and where. */
export class Ballot {
  readonly contests: readonly Contest[];
  readonly candidates: readonly Candidate[];
  readonly #byContest: ReadonlyMap<number, readonly Candidate[]>;
  readonly #stages = new BoundedCache<string, Int8Array>(2_000);
  readonly #own = new BoundedCache<RegionCode, Uint8Array>(2_000);
  readonly #views = new BoundedCache<string, View>(20_000);

  constructor(elections: readonly Election[]) {
    // Order of files and of contests in them must not change a verdict.
    this.contests = elections
      .flatMap((e) => e.contests)
      .sort((a, b) => compare(a.electionId, b.electionId) || compare(a.id, b.id));
    const candidates: Candidate[] = [];
    const byContest = new Map<number, Candidate[]>();
    this.contests.forEach((contest, contestIndex) => {
      const add = (id: string, number: number, ticket?: Ticket) => {
        const candidate = { index: candidates.length, id, number, contest, contestIndex, ticket };
        candidates.push(candidate);
        byContest.set(contestIndex, [...(byContest.get(contestIndex) ?? []), candidate]);
      };
      for (const t of [...contest.tickets].sort((a, b) => a.number - b.number)) add(t.id, t.number, t);
      if (hasEmptyBox(contest)) add(`${contest.id}/0`, 0);
    });
    this.candidates = candidates;
    this.#byContest = byContest;
  }

  candidatesOf(contestIndex: number): readonly Candidate[] {
    return this.#byContest.get(contestIndex) ?? [];
  }

  /** Whether a contest of three or more has all its tickets among these: of two, one is named to praise the other. */
  isWholeContest(named: ReadonlySet<number>): boolean {
    const contests = new Set([...named].map((index) => this.candidates[index]!.contestIndex));
    return [...contests].some((contest) => {
      const all = this.candidatesOf(contest);
      return all.length > 2 && all.every((candidate) => named.has(candidate.index));
    });
  }

  view(instant: Date, region: RegionCode): View {
    const days = daysInAllZones(instant);
    const key = `${days}|${region}`;
    const known = this.#views.get(key);
    if (known) return known;
    const stages = this.#stagesAt(instant, days, timeZoneOf(region));
    const own = this.#ownOf(region);
    const open = [...stages.keys()].filter((i) => stages[i]! >= 0 && own[i] === 2);
    const latest = open.reduce((max, i) => Math.max(max, stages[i]!), -1);
    const view = {
      stages,
      own,
      near: this.#nearOf(region, own),
      stage: STAGES[latest] ?? null,
      numbered: open.filter((i) => hasNumbers(STAGES[stages[i]!]!)),
      votingDays: open.flatMap((i) => votingDayOf(this.contests[i]!, instant, region) ?? []),
    };
    this.#views.set(key, view);
    return view;
  }

  #stagesAt(instant: Date, days: number, zone: TimeZone): Int8Array {
    const key = `${days} ${zone}`;
    const known = this.#stages.get(key);
    if (known) return known;
    const stages = Int8Array.from(this.contests, (contest) => {
      const stage = stageAt(contest, instant, contest.region === NATION ? zone : timeZoneOf(contest.region));
      return stage === undefined ? -1 : STAGES.indexOf(stage);
    });
    this.#stages.set(key, stages);
    return stages;
  }

  #nearOf(region: RegionCode, own: Uint8Array): Uint8Array {
    const isNear = (contest: RegionCode) => region !== NATION && provinceOf(contest) === provinceOf(region);
    return Uint8Array.from(this.contests, (contest, i) => (own[i] === 0 && isNear(contest.region) ? 1 : 0));
  }

  #ownOf(region: RegionCode): Uint8Array {
    const known = this.#own.get(region);
    if (known) return known;
    const own = Uint8Array.from(this.contests, ({ region: contest }) => {
      if (isInside(region, contest)) return 2;
      // A province sees the contests of its regencies; the nation does not own every regency's.
      return region !== NATION && isInside(contest, region) ? 1 : 0;
    });
    this.#own.set(region, own);
    return own;
  }
}

/** The two digits that a region's code begins with. */
function provinceOf(region: RegionCode): string {
  return region.split('.', 1)[0]!;
}

function votingDayOf({ region, stages }: Contest, instant: Date, own: RegionCode): VotingDay | undefined {
  const date = stages.findLast((span) => span.stage === 'voting')?.from;
  if (date === undefined) return undefined;
  const today = localDay(instant, timeZoneOf(region === NATION ? own : region));
  const daysAhead = Math.round((Date.parse(date) - Date.parse(today)) / DAY_MS);
  return {
    day: Number(date.slice(8, 10)),
    month: Number(date.slice(5, 7)),
    weekday: new Date(date).getUTCDay(),
    daysAhead,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
