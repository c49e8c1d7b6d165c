import { ABOUT, OPTIONS } from '../../words/cli/commands.js';
import { sayIn } from '../../words/say.js';
import type { AddCommand } from '../command.js';

const say = sayIn('id');

export const addImport: AddCommand = (program, finish) => {
  program
    .command('import')
    .description(say(ABOUT.import))
    .argument('<file>')
    .option('--json', say(OPTIONS.json))
    .action(async (file: string, { json = false }: { json?: boolean }) => {
      const { runImport } = await import('./import.js');
      finish(await runImport(file, { json }));
    });
};
