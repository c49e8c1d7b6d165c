import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import type { RoleOptions } from './run.js';

const say = sayIn('id');

export const addRole: AddCommand = (audit, finish) => {
  audit
    .command('role')
    .description(say(ABOUT.auditRole))
    .option('--database <nama>', say(OPTIONS.roleDatabase), 'netra')
    .option('--user <nama>', say(OPTIONS.roleUser), 'netra')
    .option('--admin <berkas>', say(OPTIONS.roleAdmin))
    .action(async (options: RoleOptions) => {
      const { narrowAuditRole } = await import('./run.js');
      finish(await narrowAuditRole(options));
    });
};
