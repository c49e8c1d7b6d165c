import type { AddCommand } from '../../command.js';

export const addEnable: AddCommand = (user, finish) => {
  user
    .command('enable')
    .description('buka lagi akun yang ditutup')
    .argument('<username>')
    .option('--json', 'keluaran JSON')
    .action(async (username: string, flags: { json?: boolean }) => {
      const { runUserEnable } = await import('./enable.js');
      finish(await runUserEnable(username, flags));
    });
};
