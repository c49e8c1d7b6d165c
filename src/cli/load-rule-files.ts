import { join } from 'node:path';
import type { Election } from '../domain/election.js';
import { type FileIssue, FileIssuesError } from '../domain/errors.js';
import { compiledElectionsIn } from '../rules/elections/compiled-election.js';
import { loadElections } from '../rules/elections/load-elections.js';
import { loadRules } from '../rules/load-rules.js';
import type { RuleSet } from '../rules/rule-set.js';
import { installedRulesDir } from './rules-folder.js';

export interface RuleFiles {
  readonly dir: string;
  readonly ruleSet: RuleSet;
  readonly elections: readonly Election[];
  readonly electionsHash: string;
}

export interface RuleFilesOptions {
  readonly rulesDir?: string;
  readonly electionsDir?: string;
  /** Where parsed election files are kept; none by default. */
  readonly cacheDir?: string;
  readonly withSamples?: boolean;
}

/** Reads rules and elections; throws `FileIssuesError` with every fault of both, so that one round mends all. */
export async function loadRuleFiles(options: RuleFilesOptions): Promise<RuleFiles> {
  const { rulesDir: dir = installedRulesDir(), electionsDir, cacheDir, withSamples = true } = options;
  const [rules, elections] = await Promise.allSettled([
    loadRules(dir, { withSamples }),
    loadElections(electionsDir ?? join(dir, 'elections'), cacheDir ? { compiled: compiledElectionsIn(cacheDir) } : {}),
  ]);
  const issues: FileIssue[] = [];
  for (const outcome of [rules, elections]) {
    if (outcome.status === 'fulfilled') continue;
    if (!(outcome.reason instanceof FileIssuesError)) throw outcome.reason;
    issues.push(...outcome.reason.issues);
  }
  if (rules.status === 'rejected' || elections.status === 'rejected') throw new FileIssuesError(issues);
  return { dir, ruleSet: rules.value, elections: elections.value.elections, electionsHash: elections.value.hash };
}
