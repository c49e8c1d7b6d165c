import type { AddCommand } from '../../command.js';
import type { OfficeFlags } from './office.js';

export const addOffice: AddCommand = (user, finish) => {
  user
    .command('office')
    .description('OPD yang boleh dilihat, menggantikan yang sebelumnya')
    .argument('<username>')
    .argument('[kode...]')
    .option('--none', 'tanpa OPD')
    .option('--json', 'keluaran JSON')
    .action(async (username: string, codes: string[], flags: OfficeFlags) => {
      const { runUserOffice } = await import('./office.js');
      finish(await runUserOffice(username, codes, flags));
    });
};
