import type { AddCommand } from '../command.js';
import type { DigestFlags } from './run.js';

export const addDigest: AddCommand = (program, finish) => {
  program
    .command('digest')
    .description('lihat atau kirim rekap harian')
    .option('--office <kode>', 'hanya OPD ini')
    .option('--date <hari>', 'hari yang direkap, YYYY-MM-DD')
    .option('--send', 'kirim; tanpa ini hanya ditampilkan')
    .option('--force', 'kirim ulang walau sudah ada tanda terima')
    .option('--json', 'keluaran JSON')
    .action(async (flags: DigestFlags) => {
      const { showOrSendDigests } = await import('./run.js');
      finish(await showOrSendDigests(flags));
    });
};
