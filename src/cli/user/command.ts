import { ROLES } from '../../domain/abilities.js';
import type { AddCommand } from '../command.js';
import type { UserFlags } from './user.js';

export const addUser: AddCommand = (program, finish) => {
  program
    .command('user')
    .description('buat pengguna konsol; kata sandi dibaca dari masukan standar')
    .argument('<username>')
    .requiredOption('--name <nama>', 'nama lengkap')
    .requiredOption('--role <peran>', ROLES.join(', '))
    .option('--office <kode...>', 'OPD yang boleh dilihat, beserta bawahannya', [])
    .option('--json', 'keluaran JSON')
    .action(async (username: string, flags: UserFlags) => {
      const { runUserCreate } = await import('./user.js');
      finish(await runUserCreate(username, flags));
    });
};
