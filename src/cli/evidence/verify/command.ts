import type { AddCommand } from '../../command.js';

export const addVerify: AddCommand = (evidence, finish) => {
  evidence
    .command('verify')
    .description('hitung ulang sidik setiap paket bukti')
    .option('--json', 'keluaran JSON')
    .action(async ({ json = false }: { json?: boolean }) => {
      const { verifyEvidence } = await import('./run.js');
      finish(await verifyEvidence({ json }));
    });
};
