import { join } from 'node:path';
import type { Election } from '../domain/election.js';
import { type FileIssue, FileIssuesError } from '../domain/errors.js';
import { compiledElectionsIn } from './elections/compiled-election.js';
import type { ElectionFile } from './elections/election-schema.js';
import { readElectionFolder } from './elections/load-elections.js';
import { type LoadRulesOptions, type ReadFile, readRuleFolder } from './files/load-rules.js';
import { hashOfRules, type RuleSet } from './files/rule-set.js';
import { scorecardFaults } from './scorecard-faults.js';

export interface SetFolders {
  readonly rulesDir: string;
  /** Default: `elections/` in the rules folder. */
  readonly electionsDir?: string;
  /** Where parsed election files are kept, so that a process starts in a blink; none by default. */
  readonly cacheDir?: string;
}

/** Rules and elections as files say them. */
export interface RuleFiles {
  readonly ruleSet: RuleSet;
  /** Sorted by id. */
  readonly elections: readonly Election[];
  /** `sha256:…` of what the election files say; names, order, comments and layout do not change it. */
  readonly electionsHash: string;
  /** In the words of the files; their order does not matter. */
  readonly electionFiles: readonly ElectionFile[];
}

/** All that the folders hold, whole or not. */
export interface ReadFiles extends RuleFiles {
  readonly issues: readonly FileIssue[];
  /** Rule files and word lists by what they say, also those with faults of shape. */
  readonly files: readonly ReadFile[];
  /** What lies beside them and is not read. */
  readonly passedOver: readonly string[];
}

/**
 * The one way from folders to a set: what a check accepts is what every process starts with. Throws `FileIssuesError`
 * with the faults of rules and elections together, so that one round mends all.
 */
export async function loadFiles(options: SetFolders & LoadRulesOptions): Promise<RuleFiles> {
  const { issues, ...read } = await readFiles(options);
  if (issues.length > 0) throw new FileIssuesError(issues);
  return read;
}

/** Reads as much as can be read, and every fault: what `rules check` shows in one run. */
export async function readFiles({
  rulesDir,
  electionsDir = join(rulesDir, 'elections'),
  cacheDir,
  withSamples,
  isCheck,
}: SetFolders & LoadRulesOptions): Promise<ReadFiles> {
  const compiled = cacheDir === undefined ? undefined : compiledElectionsIn(cacheDir);
  const [{ found, files, card, unread, ...rules }, { issues, hash, ...elections }] = await Promise.all([
    readRuleFolder(rulesDir, { withSamples, isCheck }),
    readElectionFolder(electionsDir, { compiled, isCheck }),
  ]);
  const ofCard = scorecardFaults({ found, unread }).map(
    ({ at, problem, hint }): FileIssue => ({ path: card!.path, ...card!.placeOf(at), problem, hint }),
  );
  return {
    ruleSet: { ...found, hash: hashOfRules(found) },
    elections: elections.elections,
    electionsHash: hash,
    electionFiles: elections.files,
    files,
    issues: [...rules.issues, ...ofCard, ...issues],
    passedOver: [...rules.passedOver, ...elections.passedOver],
  };
}
