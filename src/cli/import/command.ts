import type { AddCommand } from '../command.js';

export const addImport: AddCommand = (program, finish) => {
  program
    .command('import')
    .description('masukkan tindakan dari berkas NDJSON atau CSV')
    .argument('<file>')
    .option('--json', 'keluaran JSON')
    .action(async (file: string, { json = false }: { json?: boolean }) => {
      const { runImport } = await import('./import.js');
      finish(await runImport(file, { json }));
    });
};
