import type { AddCommand } from '../../command.js';
import type { SessionsFlags } from './sessions.js';

export const addSessions: AddCommand = (user, finish) => {
  user
    .command('sessions')
    .description('sesi yang terbuka, semua atau milik satu orang; --end mengakhirinya')
    .argument('[username]')
    .option('--end', 'akhiri semua sesi orang ini')
    .option('--json', 'keluaran JSON, satu sesi sebaris')
    .action(async (username: string | undefined, flags: SessionsFlags) => {
      const { runUserSessions } = await import('./sessions.js');
      finish(await runUserSessions(username, flags));
    });
};
