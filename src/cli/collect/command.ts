import type { AddCommand } from '../command.js';

export const addCollect: AddCommand = (program, finish) => {
  program
    .command('collect')
    .description('kunjungi akun yang jatuh tempo, atau satu akun, sekarang')
    .option('--account <id>', 'hanya akun ini')
    .option('--json', 'keluaran JSON')
    .action(async ({ account, json = false }: { account?: string; json?: boolean }) => {
      const { runCollect } = await import('./collect.js');
      finish(await runCollect({ accountId: account, json }));
    });
};
