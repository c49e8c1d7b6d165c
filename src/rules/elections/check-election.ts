import { STAGES } from '../../domain/election.js';
import { normaliseHandle } from '../../domain/platform.js';
import { DOUBLE_WORDS, ELECTION_FAULTS } from '../../words/rules/elections.js';
import { sayIn } from '../../words/say.js';
import { quoted } from '../files/quoted.js';
import { sayProblem } from '../files/say-problem.js';
import { ticketFaults } from './check-tickets.js';
import { type CrossFault, doublesOf } from './cross-fault.js';
import type { ContestFile, ElectionFile, StageFile } from './election-schema.js';
import { knownRegions } from './known-regions.js';

const say = sayIn('id');

/** What a shape cannot say: order of stages, doubles, regions that do not exist. */
export function faultsOf(election: ElectionFile): CrossFault[] {
  return [
    ...stageFaults(election.stages, ['stages']),
    ...election.contests.flatMap((contest, i) => contestFaults(contest, election, ['contests', i])),
    ...doublesOf(
      election.contests.map(({ id }, i) => ({ value: id, path: ['contests', i, 'id'] })),
      say(DOUBLE_WORDS.contest),
    ),
  ];
}

function contestFaults(contest: ContestFile, election: ElectionFile, path: CrossFault['path']): CrossFault[] {
  const faults = stageFaults(contest.stages, [...path, 'stages']);
  if (contest.stages.length === 0 && election.stages.length === 0) {
    faults.push({
      path,
      ...sayProblem(ELECTION_FAULTS.noStages, { contest: quoted(contest.id) }),
    });
  }
  if (!knownRegions().has(contest.region)) faults.push(unknownRegion(contest.region, [...path, 'region']));
  faults.push(
    ...doublesOf(
      contest.tickets.map(({ number }, i) => ({ value: number, path: [...path, 'tickets', i, 'number'] })),
      say(DOUBLE_WORDS.number),
    ),
    ...sharedAccounts(contest, path),
    ...ticketFaults(contest, path),
  );
  return faults;
}

function unknownRegion(region: string, path: CrossFault['path']): CrossFault {
  return { path, ...sayProblem(ELECTION_FAULTS.unknownRegion, { region: quoted(region) }) };
}

/** One account cannot speak for two sides of one contest: every act on it would count for both. */
function sharedAccounts(contest: ContestFile, path: CrossFault['path']): CrossFault[] {
  const listed = (field: 'accounts' | 'teams') =>
    contest.tickets.flatMap((ticket, t) =>
      (ticket[field] ?? []).map((account, a) => ({
        value: `${account.platform}:${normaliseHandle(account.handle)}`,
        path: [...path, 'tickets', t, field, a],
      })),
    );
  return doublesOf([...listed('accounts'), ...listed('teams')], say(DOUBLE_WORDS.account));
}

// After a vote a second round may follow: these may come again.
const SECOND_ROUND = new Set(['numbers_drawn', 'campaign', 'quiet', 'voting']);

function stageFaults(stages: readonly StageFile[], path: CrossFault['path']): CrossFault[] {
  return stages.flatMap((span, i) => {
    const at = (key: string) => [...path, i, key];
    const previous = stages[i - 1];
    const faults: CrossFault[] = [];
    if (span.to !== undefined && span.to < span.from) {
      faults.push({
        path: at('to'),
        ...sayProblem(ELECTION_FAULTS.endsBefore, { stage: quoted(span.stage) }),
      });
    }
    if (!previous) return faults;
    if (!mayFollow(previous, span)) {
      faults.push({
        path: at('stage'),
        ...sayProblem(ELECTION_FAULTS.order, {
          stage: quoted(span.stage),
          previous: quoted(previous.stage),
          stages: STAGES.join(', '),
        }),
      });
    }
    if (span.from < previous.from) {
      faults.push({
        path: at('from'),
        ...sayProblem(ELECTION_FAULTS.beginsBefore, {
          stage: quoted(span.stage),
          previous: quoted(previous.stage),
          from: previous.from,
        }),
      });
    } else if (outlasts(previous, span)) {
      faults.push({
        path: [...path, i - 1, 'to'],
        ...sayProblem(ELECTION_FAULTS.outlasts, {
          previous: quoted(previous.stage),
          until: previous.to ?? '',
          stage: quoted(span.stage),
          end: span.to ?? '',
          from: span.from,
        }),
      });
    }
    return faults;
  });
}

function mayFollow(previous: StageFile, next: StageFile): boolean {
  if (STAGES.indexOf(next.stage) > STAGES.indexOf(previous.stage)) return true;
  return (previous.stage === 'voting' || previous.stage === 'counting') && SECOND_ROUND.has(next.stage);
}

/** An earlier stage that comes back after a later one has ended is a slip of the pen, never a plan. */
function outlasts(earlier: StageFile, later: StageFile): boolean {
  return earlier.to !== undefined && later.to !== undefined && later.from > earlier.from && earlier.to > later.to;
}
