import { ABOUT, OPTIONS } from '../../words/cli/commands.js';
import { sayIn } from '../../words/say.js';
import type { AddCommand } from '../command.js';

const say = sayIn('id');

export const addDoctor: AddCommand = (program, finish) => {
  program
    .command('doctor')
    .description(say(ABOUT.doctor))
    .option('--json', say(OPTIONS.json))
    .action(async ({ json = false }: { json?: boolean }) => {
      const { examine } = await import('./run.js');
      finish(await examine({ json }));
    });
};
