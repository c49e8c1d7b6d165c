import type { AddCommand } from '../../command.js';

export const addPassword: AddCommand = (user, finish) => {
  user
    .command('password')
    .description('kata sandi baru, dibaca dari masukan standar')
    .argument('<username>')
    .option('--json', 'keluaran JSON')
    .action(async (username: string, flags: { json?: boolean }) => {
      const { runUserPassword } = await import('./password.js');
      finish(await runUserPassword(username, flags));
    });
};
