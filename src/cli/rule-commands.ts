import type { Command } from 'commander';
import type { Finish } from './main.js';

/** Commands for analysts; none of them needs a service. */
export function addRuleCommands(program: Command, finish: Finish): void {
  program
    .command('screen')
    .description('nilai aktivitas dari masukan standar, satu JSON tiap baris; tanpa layanan apa pun')
    .option('--elections <dir>', 'folder berkas pemilihan')
    .option('--rules <dir>', 'folder aturan')
    .action(async (options: { elections?: string; rules?: string }) => {
      const { runScreen } = await import('./screen.js');
      finish(
        await runScreen({
          input: process.stdin,
          output: process.stdout,
          errors: process.stderr,
          ...(options.elections === undefined ? {} : { electionsDir: options.elections }),
          ...(options.rules === undefined ? {} : { rulesDir: options.rules }),
        }),
      );
    });
}
