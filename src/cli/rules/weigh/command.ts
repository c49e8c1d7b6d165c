import { InvalidArgumentError } from 'commander';
import { WEIGH_COMMAND } from '../../../words/cli/weigh.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import { writeOut } from '../../print.js';

const say = sayIn('id');

interface WeighFlags {
  readonly rules?: string;
  readonly precision: number;
  readonly with?: string;
  readonly write?: boolean;
  readonly json?: boolean;
}

/** `1.5` and `96` are slips that no line could ever reach. */
function shareOf(text: string): number {
  const share = text.trim() === '' ? Number.NaN : Number(text);
  if (share > 0 && share <= 1) return share;
  throw new InvalidArgumentError(say(WEIGH_COMMAND.precisionBounds));
}

export const addWeigh: AddCommand = (rules, finish) => {
  rules
    .command('weigh')
    .description(say(WEIGH_COMMAND.about))
    .argument('<dir...>', say(WEIGH_COMMAND.dirs))
    .option('--rules <dir>', say(WEIGH_COMMAND.rules))
    .option('--precision <share>', say(WEIGH_COMMAND.precision), shareOf, 0.96)
    .option('--with <file>', say(WEIGH_COMMAND.with))
    .option('--write', say(WEIGH_COMMAND.write))
    .option('--json', say(WEIGH_COMMAND.json))
    .action(async (dirs: string[], { rules, precision, with: decisions, write = false, json = false }: WeighFlags) => {
      const { readRuleFolders } = await import('../../../config/rule-folders.js');
      const { rulesDir } = readRuleFolders(process.env, { rules });
      const { runRulesWeigh } = await import('./weigh.js');
      const asked = { rulesDir, dirs, precision, decisions, write, json };
      finish(await runRulesWeigh({ ...asked, output: writeOut }));
    });
};
