import type { AddCommand } from '../../command.js';

export const addVerify: AddCommand = (audit, finish) => {
  audit
    .command('verify')
    .description('cari perubahan pada rantai catatan')
    .option('--json', 'keluaran JSON')
    .action(async ({ json = false }: { json?: boolean }) => {
      const { verifyAudit } = await import('./run.js');
      finish(await verifyAudit({ json }));
    });
};
