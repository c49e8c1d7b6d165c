import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import type { OfficeFlags } from './office.js';

const say = sayIn('id');

export const addOffice: AddCommand = (user, finish) => {
  user
    .command('office')
    .description(say(ABOUT.userOffice))
    .argument('<username>')
    .argument('[kode...]')
    .option('--none', say(OPTIONS.noOffices))
    .option('--json', say(OPTIONS.json))
    .action(async (username: string, codes: string[], flags: OfficeFlags) => {
      const { runUserOffice } = await import('./office.js');
      finish(await runUserOffice(username, codes, flags));
    });
};
