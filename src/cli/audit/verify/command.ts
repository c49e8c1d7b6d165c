import type { AddCommand } from '../../command.js';

interface Options {
  readonly json?: boolean;
  readonly head?: string[];
  readonly heads?: string;
}

export const addVerify: AddCommand = (audit, finish) => {
  audit
    .command('verify')
    .description('cari perubahan pada catatan audit, keputusan, tanda dan segel bukti')
    .option('--head <kepala...>', 'kepala yang disalin dari surel rekap; boleh lebih dari satu')
    .option('--heads <berkas>', 'berkas berisi kepala, satu per baris')
    .option('--json', 'keluaran JSON')
    .action(async ({ json = false, head = [], heads }: Options) => {
      const { verifyAudit } = await import('./run.js');
      finish(await verifyAudit({ json, heads: head, headsFile: heads }));
    });
};
