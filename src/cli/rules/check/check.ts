import { electionsInForce } from '../../../domain/election.js';
import { FileIssuesError } from '../../../domain/errors.js';
import { checkMappings } from '../../../intake/formats/mapping-folder.js';
import { checkRecipes } from '../../../platforms/web/recipe-folder.js';
import { namedCandidates } from '../../../rules/files/named-candidates.js';
import { readYamlFile } from '../../../rules/files/yaml-file.js';
import { readFiles } from '../../../rules/load-files.js';
import { RULE_TESTS } from '../../../words/cli/rules.js';
import { say } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { type RulesOptions, writeJson } from '../rules-options.js';

/** `rules check`: every fault of every file, and rules that name a candidate. Exit code 2 where there is one. */
export async function runRulesCheck(options: RulesOptions): Promise<number> {
  const { rulesDir, electionsDir, output, clock = () => new Date() } = options;
  const [read, recipes, mappings] = await Promise.all([
    readFiles({ rulesDir, electionsDir, isCheck: true }),
    checkRecipes(rulesDir, readYamlFile),
    checkMappings(rulesDir),
  ]);
  const count = read.ruleSet.rules.length;
  const issues = [
    ...read.issues,
    ...namedCandidates(read.files, read.elections),
    ...recipes.issues,
    ...mappings.issues,
  ];
  const inForce = electionsInForce(read.elections, clock()).length;
  const counts = { elections: read.elections.length, inForce };
  const notRecipes = [...recipes.passedOver, ...mappings.passedOver];
  const passedOver = [...read.passedOver, ...notRecipes];
  if (options.json) writeJson(output, { rules: count, ...counts, issues, passedOver });
  else if (issues.length > 0) output.write(`${new FileIssuesError(issues).message}\n`);
  else {
    output.write(`${say(RULE_TESTS.checked, 'id', { rules: count })}\n${say(RULE_TESTS.elections, 'id', counts)}\n`);
    if (inForce === 0) output.write(`${say(RULE_TESTS.noElection, 'id')}\n`);
  }
  if (!options.json) {
    for (const file of read.passedOver) output.write(`${say(RULE_TESTS.notRead, 'id', { file })}\n`);
    for (const file of notRecipes) output.write(`${say(RULE_TESTS.passedOver, 'id', { file })}\n`);
  }
  return issues.length > 0 ? EXIT.badInput : EXIT.ok;
}
