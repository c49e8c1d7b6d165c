import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import type { DisableFlags } from './disable.js';

const say = sayIn('id');

export const addDisable: AddCommand = (user, finish) => {
  user
    .command('disable')
    .description(say(ABOUT.userDisable))
    .argument('<username>')
    .option('--last-admin', say(OPTIONS.lastAdmin))
    .option('--json', say(OPTIONS.json))
    .action(async (username: string, flags: DisableFlags) => {
      const { runUserDisable } = await import('./disable.js');
      finish(await runUserDisable(username, flags));
    });
};
