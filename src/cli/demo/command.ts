import { Option } from 'commander';
import type { AddCommand } from '../command.js';

export const addDemo: AddCommand = (program, finish) => {
  program
    .command('demo')
    .description('dari nol ke antrean terisi, pada jejaring contoh yang nyata')
    .option('--once', 'satu putaran tanpa konsol, lalu satu baris JSON')
    .addOption(new Option('--prepare', 'hanya isi jejaring contoh').hideHelp())
    .action(async ({ once = false, prepare = false }: { once?: boolean; prepare?: boolean }) => {
      const { prepareDemo, runDemo } = await import('./demo.js');
      finish(await (prepare ? prepareDemo() : runDemo({ isOnce: once })));
    });
};
