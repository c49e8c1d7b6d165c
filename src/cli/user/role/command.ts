import { ROLES } from '../../../domain/abilities.js';
import type { AddCommand } from '../../command.js';
import type { RoleFlags } from './role.js';

export const addRole: AddCommand = (user, finish) => {
  user
    .command('role')
    .description('peran baru')
    .argument('<username>')
    .argument('<peran>', ROLES.join(', '))
    .option('--last-admin', 'juga bila tidak ada admin lain yang aktif')
    .option('--json', 'keluaran JSON')
    .action(async (username: string, role: string, flags: RoleFlags) => {
      const { runUserRole } = await import('./role.js');
      finish(await runUserRole(username, role, flags));
    });
};
