import type { Contest, Election } from '../../domain/election.js';
import type { FileIssue } from '../../domain/errors.js';
import { ELECTION_FAULTS } from '../../words/rules/elections.js';
import { quoted } from '../files/quoted.js';
import { sayProblem } from '../files/say-problem.js';

export interface ParsedFile {
  readonly path: string;
  readonly election: Election;
}

/**
 * Ids that two files share. A contest id may come again in another election, since every act is judged by its own
 * day, but never on the same day: `pilpres/1` would then mean two pairs.
 */
export function clashes(files: readonly ParsedFile[]): FileIssue[] {
  const electionIds = new Map<string, string>();
  const contests = new Map<string, { contest: Contest; path: string }[]>();
  const issues: FileIssue[] = [];
  for (const { path, election } of files) {
    const other = electionIds.get(election.id);
    if (other)
      issues.push(clash(path, sayProblem(ELECTION_FAULTS.clashElection, { id: quoted(election.id), file: other })));
    else electionIds.set(election.id, path);
    for (const contest of election.contests) {
      const namesakes = contests.get(contest.id) ?? [];
      const rival = namesakes.find((namesake) => namesake.path !== path && overlap(namesake.contest, contest));
      if (rival)
        issues.push(
          clash(path, sayProblem(ELECTION_FAULTS.clashContest, { id: quoted(contest.id), file: rival.path })),
        );
      contests.set(contest.id, [...namesakes, { contest, path }]);
    }
  }
  return issues;
}

function clash(path: string, said: Pick<FileIssue, 'problem' | 'hint'>): FileIssue {
  return { path, line: 1, column: 1, ...said };
}

function overlap(a: Contest, b: Contest): boolean {
  return firstDay(a) <= lastDay(b) && firstDay(b) <= lastDay(a);
}

function firstDay({ stages }: Contest): string {
  return stages.map((span) => span.from).sort()[0]!;
}

/** A stage without an end, with none after it, lasts for ever. */
function lastDay({ stages }: Contest): string {
  return stages
    .map((span, i) => span.to ?? (i === stages.length - 1 ? '9999-12-31' : span.from))
    .sort()
    .at(-1)!;
}
