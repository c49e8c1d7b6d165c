import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import type { SessionsFlags } from './sessions.js';

const say = sayIn('id');

export const addSessions: AddCommand = (user, finish) => {
  user
    .command('sessions')
    .description(say(ABOUT.userSessions))
    .argument('[username]')
    .option('--end', say(OPTIONS.end))
    .option('--json', say(OPTIONS.jsonSessions))
    .action(async (username: string | undefined, flags: SessionsFlags) => {
      const { runUserSessions } = await import('./sessions.js');
      finish(await runUserSessions(username, flags));
    });
};
