import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';

const say = sayIn('id');

export const addList: AddCommand = (user, finish) => {
  user
    .command('list')
    .description(say(ABOUT.userList))
    .option('--json', say(OPTIONS.jsonUsers))
    .action(async (flags: { json?: boolean }) => {
      const { runUserList } = await import('./list.js');
      finish(await runUserList(flags));
    });
};
