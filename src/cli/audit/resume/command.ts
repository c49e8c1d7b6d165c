import type { AddCommand } from '../../command.js';
import type { ResumeOptions } from './resume.js';

export const addResume: AddCommand = (audit, finish) => {
  audit
    .command('resume')
    .description('lanjutkan catatan audit yang putus, dengan nama dan alasan; yang putus tetap disebut selamanya')
    .option('--at <catatan>', 'catatan putus yang disebut audit verify; tanpa ini hanya melihat')
    .option('--by <nama>', 'siapa yang melanjutkan')
    .option('--reason <teks>', 'mengapa, dan apa yang sudah diperiksa')
    .option('--head <kepala...>', 'kepala yang disalin dari surel rekap; boleh lebih dari satu')
    .option('--heads <berkas>', 'berkas berisi kepala, satu per baris')
    .option('--key-lost', 'NETRA_AUDIT_KEY yang lama hilang untuk selamanya')
    .option('--json', 'keluaran JSON')
    .action(async (options: ResumeOptions) => {
      const { resumeAudit } = await import('./run.js');
      finish(await resumeAudit(options));
    });
};
