import type { AddCommand } from '../command.js';

export const addDemo: AddCommand = (program, finish) => {
  program
    .command('demo')
    .description('dari nol ke antrean terisi, pada jejaring contoh yang nyata')
    .option('--once', 'satu putaran tanpa konsol, lalu satu baris JSON')
    .action(async ({ once = false }: { once?: boolean }) => {
      const { runDemo } = await import('./demo.js');
      finish(await runDemo({ isOnce: once }));
    });
};
