import { join } from 'node:path';
import type { Election } from '../../../domain/election.js';
import { type FileIssue, FileIssuesError } from '../../../domain/errors.js';
import { checkRecipes } from '../../../platforms/web/recipe-folder.js';
import { loadElections } from '../../../rules/elections/load-elections.js';
import { readRuleFolder } from '../../../rules/files/load-rules.js';
import { namedCandidates } from '../../../rules/files/named-candidates.js';
import { readYamlFile } from '../../../rules/files/yaml-file.js';
import { RULE_TESTS } from '../../../words/cli/rules.js';
import { say } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { installedRulesDir } from '../rules-folder.js';
import { type RulesOptions, writeJson } from '../rules-options.js';

/** `rules check`: every fault of every file, and rules that name a candidate. Exit code 2 where there is one. */
export async function runRulesCheck(options: RulesOptions): Promise<number> {
  const { rulesDir = installedRulesDir(), electionsDir = join(rulesDir, 'elections'), output } = options;
  const [folder, elections, recipes] = await Promise.all([
    readRuleFolder(rulesDir),
    readElections(electionsDir),
    checkRecipes(rulesDir, readYamlFile),
  ]);
  const count = folder.found.rules.length;
  const issues = [
    ...folder.issues,
    ...namedCandidates(folder.files, elections.found),
    ...elections.issues,
    ...recipes.issues,
  ];
  const { passedOver } = recipes;
  if (options.json) writeJson(output, { rules: count, issues, passedOver });
  else if (issues.length > 0) output.write(`${new FileIssuesError(issues).message}\n`);
  else output.write(`${say(RULE_TESTS.checked, 'id', { rules: count })}\n`);
  if (!options.json) for (const file of passedOver) output.write(`${say(RULE_TESTS.passedOver, 'id', { file })}\n`);
  return issues.length > 0 ? EXIT.badInput : EXIT.ok;
}

async function readElections(dir: string): Promise<{ found: readonly Election[]; issues: readonly FileIssue[] }> {
  try {
    return { found: (await loadElections(dir)).elections, issues: [] };
  } catch (error) {
    if (error instanceof FileIssuesError) return { found: [], issues: error.issues };
    throw error;
  }
}
