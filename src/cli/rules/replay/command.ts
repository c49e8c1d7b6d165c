import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';

const say = sayIn('id');

export const addReplay: AddCommand = (rules, finish) => {
  rules
    .command('replay')
    .description(say(ABOUT.rulesReplay))
    .argument('<flag>', say(OPTIONS.flag))
    .option('--json', say(OPTIONS.json))
    .action(async (flagId: string, { json = false }: { json?: boolean }) => {
      const { runRulesReplay } = await import('./replay.js');
      finish(await runRulesReplay(flagId, { json }));
    });
};
