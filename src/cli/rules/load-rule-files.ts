import { join } from 'node:path';
import type { Election } from '../../domain/election.js';
import { compiledElectionsIn } from '../../rules/elections/compiled-election.js';
import type { RuleSet } from '../../rules/files/rule-set.js';
import { loadFiles } from '../../rules/load-set.js';
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
  const { rules, elections, hash } = await loadFiles({
    rulesDir: dir,
    electionsDir: electionsDir ?? join(dir, 'elections'),
    withSamples,
    ...(cacheDir && { compiled: compiledElectionsIn(cacheDir) }),
  });
  return { dir, ruleSet: rules, elections, electionsHash: hash };
}
