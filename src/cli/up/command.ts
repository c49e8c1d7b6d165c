import type { AddCommand } from '../command.js';
import type { UpFlags } from './up.js';

export const addUp: AddCommand = (program, finish) => {
  program
    .command('up')
    .description('layanan, pekerja, jadwal, dan konsol')
    .option('--workers-only', 'tanpa konsol')
    .option('--console-only', 'tanpa pekerja')
    .option('--queues <names>', 'hanya antrean ini, dipisah koma')
    .option('--json', 'keluaran JSON')
    .action(async (flags: UpFlags) => {
      const { runUp } = await import('./up.js');
      finish(await runUp(flags));
    });
};
