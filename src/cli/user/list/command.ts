import type { AddCommand } from '../../command.js';

export const addList: AddCommand = (user, finish) => {
  user
    .command('list')
    .description('semua pengguna, perannya, OPD-nya dan sesi yang terbuka')
    .option('--json', 'keluaran JSON, satu pengguna sebaris')
    .action(async (flags: { json?: boolean }) => {
      const { runUserList } = await import('./list.js');
      finish(await runUserList(flags));
    });
};
