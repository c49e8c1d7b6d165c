import { ROLES } from '../../../domain/abilities.js';
import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import type { CreateFlags } from './create.js';

const say = sayIn('id');

export const addCreate: AddCommand = (user, finish) => {
  user
    .command('create')
    .description(say(ABOUT.userCreate))
    .argument('<username>')
    .requiredOption('--name <nama>', say(OPTIONS.fullName))
    .requiredOption('--role <peran>', ROLES.join(', '))
    .option('--office <kode...>', say(OPTIONS.seenOffices), [])
    .option('--json', say(OPTIONS.json))
    .action(async (username: string, flags: CreateFlags) => {
      const { runUserCreate } = await import('./create.js');
      finish(await runUserCreate(username, flags));
    });
};
