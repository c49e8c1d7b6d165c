import { OPTIONS } from '../../../words/cli/commands.js';
import { CAMPAIGN_PICTURES } from '../../../words/cli/files.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';

const say = sayIn('id');

export const addImport: AddCommand = (posters, finish) => {
  posters
    .command('import')
    .description(say(CAMPAIGN_PICTURES.aboutImport))
    .argument('<folder>')
    .requiredOption('--by <username>', say(CAMPAIGN_PICTURES.by))
    .option('--json', say(OPTIONS.json))
    .action(async (folder: string, flags: { by: string; json?: boolean }) => {
      const { runPostersImport } = await import('./run.js');
      finish(await runPostersImport(folder, flags));
    });
};
