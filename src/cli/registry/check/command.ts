import type { AddCommand } from '../../command.js';
import type { RegistryFlags } from '../run.js';

export const addCheck: AddCommand = (registry, finish) => {
  registry
    .command('check')
    .description('periksa tanpa menulis')
    .argument('<accounts.csv>')
    .option('--offices <offices.csv>', 'daftar OPD')
    .option('--json', 'keluaran JSON')
    .action(async (accounts: string, flags: RegistryFlags) => {
      const { checkRegistry } = await import('../run.js');
      finish(await checkRegistry(accounts, flags));
    });
};
