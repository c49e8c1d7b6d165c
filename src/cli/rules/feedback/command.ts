import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';

const say = sayIn('id');

export const addFeedback: AddCommand = (rules, finish) => {
  rules
    .command('feedback')
    .description(say(ABOUT.rulesFeedback))
    .option('--json', say(OPTIONS.json))
    .action(async ({ json = false }: { json?: boolean }) => {
      const { runRulesFeedback } = await import('./feedback.js');
      finish(await runRulesFeedback({ json }));
    });
};
