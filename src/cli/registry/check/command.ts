import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import type { RegistryFlags } from '../run.js';

const say = sayIn('id');

export const addCheck: AddCommand = (registry, finish) => {
  registry
    .command('check')
    .description(say(ABOUT.registryCheck))
    .argument('<accounts.csv>')
    .option('--offices <offices.csv>', say(OPTIONS.offices))
    .option('--json', say(OPTIONS.json))
    .action(async (accounts: string, flags: RegistryFlags) => {
      const { checkRegistry } = await import('../run.js');
      finish(await checkRegistry(accounts, flags));
    });
};
