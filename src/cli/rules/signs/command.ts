import { SIGNS_COMMAND } from '../../../words/cli/weigh.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';

const say = sayIn('id');

export const addSigns: AddCommand = (rules, finish) => {
  rules
    .command('signs')
    .description(say(SIGNS_COMMAND.about))
    .option('--rules <dir>', say(SIGNS_COMMAND.rules))
    .option('--json', say(SIGNS_COMMAND.json))
    .action(async ({ rules, json = false }: { rules?: string; json?: boolean }) => {
      const { runRulesSigns } = await import('./signs.js');
      finish(await runRulesSigns({ rulesDir: rules, json }));
    });
};
