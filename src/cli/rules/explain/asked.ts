import { isDay } from '../../../domain/days.js';
import { contestsInForce, type Election, type Stage } from '../../../domain/election.js';
import { PermanentError } from '../../../domain/errors.js';
import { readInstant } from '../../../domain/instant.js';
import { instantOf, NATION, type RegionCode, timeZoneOf } from '../../../domain/region.js';
import { knownRegions } from '../../../rules/elections/known-regions.js';
import { WRONG_QUESTION } from '../../../words/cli/rules.js';
import { sayAdvice } from '../../../words/say.js';

/** When and where a text is judged, and by which elections: the same words are lawful a day or a border away. */
export interface Asked {
  readonly at: string;
  readonly region: RegionCode;
  /** Nobody named a region: one in which an election is in force was taken. */
  readonly isRegionChosen: boolean;
  readonly elections: readonly { readonly id: string; readonly title: string; readonly stage: Stage }[];
}

export interface Question {
  /** An instant with its zone, or a day: noon of it in the region. */
  readonly at: string | undefined;
  readonly region: RegionCode | undefined;
  readonly now: Date;
}

const NOON = 12;

export function askedOf({ at, region, now }: Question, elections: readonly Election[]): Asked {
  if (region !== undefined && !knownRegions().has(region)) throw wrong(WRONG_QUESTION.region, region);
  const instant = at === undefined ? now : momentOf(at, region ?? NATION);
  const chosen = region ?? contestsInForce(elections, instant, NATION)[0]?.contest.region ?? NATION;
  const open = contestsInForce(elections, instant, chosen).filter(({ isOwnRegion }) => isOwnRegion);
  return {
    at: instant.toISOString(),
    region: chosen,
    isRegionChosen: region === undefined,
    elections: elections.flatMap(({ id, title }) => {
      // Contests of one election share their days but for re-votes.
      const stage = open.find(({ contest }) => contest.electionId === id)?.stage;
      return stage === undefined ? [] : [{ id, title, stage }];
    }),
  };
}

/** The first day and the region of the last campaign there is; `undefined` where no election is loaded. */
export function exampleQuestion(elections: readonly Election[]): { at: string; region: RegionCode } | undefined {
  const campaigns = elections
    .flatMap(({ contests }) => contests)
    .flatMap(({ region, stages }) =>
      stages.flatMap(({ stage, from }) => (stage === 'campaign' ? { at: from, region } : [])),
    );
  return campaigns.sort((a, b) => (a.at < b.at ? 1 : -1))[0];
}

function momentOf(at: string, region: RegionCode): Date {
  const instant = isDay(at) ? instantOf(at, NOON, timeZoneOf(region)) : readInstant(at);
  if (instant === undefined) throw wrong(WRONG_QUESTION.at, at);
  return instant;
}

function wrong(advice: (typeof WRONG_QUESTION)[keyof typeof WRONG_QUESTION], value: string): PermanentError {
  const { message, hint } = sayAdvice(advice, 'id', { value: JSON.stringify(value.slice(0, 40)) });
  return new PermanentError(message, hint);
}
