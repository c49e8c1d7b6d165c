import type { AddCommand } from '../../command.js';
import type { RegistryFlags } from '../run.js';

export const addImport: AddCommand = (registry, finish) => {
  registry
    .command('import')
    .description('masukkan daftar akun; satu salah, tidak ada yang masuk')
    .argument('<accounts.csv>')
    .option('--offices <offices.csv>', 'daftar OPD')
    .option('--json', 'keluaran JSON')
    .action(async (accounts: string, flags: RegistryFlags) => {
      const { importRegistry } = await import('../run.js');
      finish(await importRegistry(accounts, flags));
    });
};
