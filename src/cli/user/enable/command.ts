import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';

const say = sayIn('id');

export const addEnable: AddCommand = (user, finish) => {
  user
    .command('enable')
    .description(say(ABOUT.userEnable))
    .argument('<username>')
    .option('--json', say(OPTIONS.json))
    .action(async (username: string, flags: { json?: boolean }) => {
      const { runUserEnable } = await import('./enable.js');
      finish(await runUserEnable(username, flags));
    });
};
