import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import type { RegistryFlags } from '../run.js';

const say = sayIn('id');

export const addImport: AddCommand = (registry, finish) => {
  registry
    .command('import')
    .description(say(ABOUT.registryImport))
    .argument('<accounts.csv>')
    .option('--offices <offices.csv>', say(OPTIONS.offices))
    .option('--json', say(OPTIONS.json))
    .action(async (accounts: string, flags: RegistryFlags) => {
      const { importRegistry } = await import('../run.js');
      finish(await importRegistry(accounts, flags));
    });
};
