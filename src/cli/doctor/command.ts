import type { AddCommand } from '../command.js';

export const addDoctor: AddCommand = (program, finish) => {
  program
    .command('doctor')
    .description('apa yang terpasang, terjangkau, kurang, dan perintah yang memperbaikinya')
    .option('--json', 'keluaran JSON')
    .action(async ({ json = false }: { json?: boolean }) => {
      const { examine } = await import('./run.js');
      finish(await examine({ json }));
    });
};
