import type { Command } from 'commander';
import type { Finish } from './main.js';

/** Commands that bring data in and send digests out. */
export function addDataCommands(program: Command, finish: Finish): void {
  const registry = program.command('registry').description('akun, kantor, dan mandatnya');
  for (const name of ['import', 'check'] as const) {
    registry
      .command(name)
      .description(
        name === 'import' ? 'masukkan daftar akun; satu salah, tidak ada yang masuk' : 'periksa tanpa menulis',
      )
      .argument('<accounts.csv>')
      .option('--offices <offices.csv>', 'daftar kantor')
      .option('--json', 'keluaran JSON')
      .action(async (accounts: string, options: { offices?: string; json?: boolean }) => {
        const { registryCommand } = await import('./registry/registry-command.js');
        finish(await registryCommand(name, { accounts, ...options, json: options.json ?? false }));
      });
  }

  program
    .command('import')
    .description('masukkan aktivitas dari berkas NDJSON atau CSV')
    .argument('<file>')
    .option('--json', 'keluaran JSON')
    .action(async (file: string, options: { json?: boolean }) => {
      const { runImport } = await import('./import/import.js');
      finish(await runImport(file, { json: options.json ?? false }));
    });

  program
    .command('collect')
    .description('kunjungi akun yang jatuh tempo, atau satu akun, sekarang')
    .option('--account <id>', 'hanya akun ini')
    .option('--json', 'keluaran JSON')
    .action(async (options: { account?: string; json?: boolean }) => {
      const { runCollect } = await import('./collect/collect.js');
      finish(await runCollect({ accountId: options.account, json: options.json ?? false }));
    });

  program
    .command('digest')
    .description('lihat atau kirim rekap harian')
    .option('--office <kode>', 'hanya kantor ini')
    .option('--date <hari>', 'hari yang direkap, YYYY-MM-DD')
    .option('--send', 'kirim; tanpa ini hanya ditampilkan')
    .option('--force', 'kirim ulang walau sudah ada tanda terima')
    .option('--json', 'keluaran JSON')
    .action(async (options: DigestFlags) => {
      const { digestCommand } = await import('./digest/digest-command.js');
      finish(await digestCommand(options));
    });
}

export interface DigestFlags {
  readonly office?: string;
  readonly date?: string;
  readonly send?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}
