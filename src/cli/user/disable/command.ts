import type { AddCommand } from '../../command.js';
import type { DisableFlags } from './disable.js';

export const addDisable: AddCommand = (user, finish) => {
  user
    .command('disable')
    .description('tutup akun: tidak dapat masuk, sesinya berakhir')
    .argument('<username>')
    .option('--last-admin', 'juga bila tidak ada admin lain yang aktif')
    .option('--json', 'keluaran JSON')
    .action(async (username: string, flags: DisableFlags) => {
      const { runUserDisable } = await import('./disable.js');
      finish(await runUserDisable(username, flags));
    });
};
