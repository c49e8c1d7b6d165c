import { ROLES } from '../../../domain/abilities.js';
import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import type { RoleFlags } from './role.js';

const say = sayIn('id');

export const addRole: AddCommand = (user, finish) => {
  user
    .command('role')
    .description(say(ABOUT.userRole))
    .argument('<username>')
    .argument('<peran>', ROLES.join(', '))
    .option('--last-admin', say(OPTIONS.lastAdmin))
    .option('--json', say(OPTIONS.json))
    .action(async (username: string, role: string, flags: RoleFlags) => {
      const { runUserRole } = await import('./role.js');
      finish(await runUserRole(username, role, flags));
    });
};
