import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import { writeOut } from '../../print.js';

const say = sayIn('id');

interface DiffFlags {
  readonly with: string;
  readonly rules?: string;
  readonly json?: boolean;
}

export const addDiff: AddCommand = (rules, finish) => {
  rules
    .command('diff')
    .description(say(ABOUT.rulesDiff))
    .requiredOption('--with <dir>', say(OPTIONS.after))
    .option('--rules <dir>', say(OPTIONS.before))
    .option('--json', say(OPTIONS.json))
    .action(async ({ with: withDir, rules, json = false }: DiffFlags) => {
      const { readRuleFolders } = await import('../../../config/rule-folders.js');
      const { rulesDir } = readRuleFolders(process.env, { rules });
      const { runRulesDiff } = await import('./diff.js');
      finish(await runRulesDiff({ rulesDir, withDir, json, write: writeOut }));
    });
};
