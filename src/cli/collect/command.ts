import { ABOUT, OPTIONS } from '../../words/cli/commands.js';
import { sayIn } from '../../words/say.js';
import type { AddCommand } from '../command.js';

const say = sayIn('id');

export const addCollect: AddCommand = (program, finish) => {
  program
    .command('collect')
    .description(say(ABOUT.collect))
    .option('--account <id>', say(OPTIONS.account))
    .option('--json', say(OPTIONS.json))
    .action(async ({ account, json = false }: { account?: string; json?: boolean }) => {
      const { runCollect } = await import('./collect.js');
      finish(await runCollect({ accountId: account, json }));
    });
};
