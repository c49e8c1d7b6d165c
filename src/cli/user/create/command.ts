import { ROLES } from '../../../domain/abilities.js';
import type { AddCommand } from '../../command.js';
import type { CreateFlags } from './create.js';

export const addCreate: AddCommand = (user, finish) => {
  user
    .command('create')
    .description('buat pengguna; kata sandi dibaca dari masukan standar')
    .argument('<username>')
    .requiredOption('--name <nama>', 'nama lengkap')
    .requiredOption('--role <peran>', ROLES.join(', '))
    .option('--office <kode...>', 'OPD yang boleh dilihat, beserta bawahannya', [])
    .option('--json', 'keluaran JSON')
    .action(async (username: string, flags: CreateFlags) => {
      const { runUserCreate } = await import('./create.js');
      finish(await runUserCreate(username, flags));
    });
};
