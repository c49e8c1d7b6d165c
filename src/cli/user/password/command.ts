import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';

const say = sayIn('id');

export const addPassword: AddCommand = (user, finish) => {
  user
    .command('password')
    .description(say(ABOUT.userPassword))
    .argument('<username>')
    .option('--json', say(OPTIONS.json))
    .action(async (username: string, flags: { json?: boolean }) => {
      const { runUserPassword } = await import('./password.js');
      finish(await runUserPassword(username, flags));
    });
};
