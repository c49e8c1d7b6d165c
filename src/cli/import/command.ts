import { ABOUT, OPTIONS } from '../../words/cli/commands.js';
import { sayIn } from '../../words/say.js';
import type { AddCommand } from '../command.js';

const say = sayIn('id');

export const addImport: AddCommand = (program, finish) => {
  program
    .command('import')
    .description(say(ABOUT.import))
    .argument('<file>')
    .option('--as <format>', say(OPTIONS.importAs))
    .option('--dry-run', say(OPTIONS.importDryRun))
    .option('--json', say(OPTIONS.json))
    .action(async (file: string, { as, dryRun = false, json = false }: Options) => {
      const { runImport } = await import('./import.js');
      finish(await runImport(file, { as, isDryRun: dryRun, json }));
    });
};

interface Options {
  readonly as?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}
