import type { Command } from 'commander';
import type { Finish } from './main.js';

export interface UpFlags {
  readonly workersOnly?: boolean;
  readonly consoleOnly?: boolean;
  readonly queues?: string;
  readonly json?: boolean;
}

export interface UserFlags {
  readonly name: string;
  readonly role: string;
  readonly office: string[];
  readonly json?: boolean;
}

/** Commands that start, look after or check a running installation. */
export function addServiceCommands(program: Command, finish: Finish): void {
  program
    .command('demo')
    .description('dari nol ke antrean terisi, pada jejaring contoh yang nyata')
    .option('--once', 'satu putaran tanpa konsol, lalu satu baris JSON')
    .action(async (options: { once?: boolean }) => {
      const { runDemo } = await import('./demo/demo.js');
      finish(await runDemo({ isOnce: options.once ?? false }));
    });

  program
    .command('up')
    .description('layanan, pekerja, jadwal, dan konsol')
    .option('--workers-only', 'tanpa konsol')
    .option('--console-only', 'tanpa pekerja')
    .option('--queues <names>', 'hanya antrean ini, dipisah koma')
    .option('--json', 'keluaran JSON')
    .action(async (options: UpFlags) => {
      const { runUp } = await import('./up/up.js');
      finish(await runUp(options));
    });

  program
    .command('doctor')
    .description('apa yang terpasang, terjangkau, kurang, dan perintah yang memperbaikinya')
    .option('--json', 'keluaran JSON')
    .action(async (options: { json?: boolean }) => {
      const { doctorCommand } = await import('./doctor/doctor-command.js');
      finish(await doctorCommand({ json: options.json ?? false }));
    });

  program
    .command('user')
    .description('buat pengguna konsol; kata sandi dibaca dari masukan standar')
    .argument('<username>')
    .requiredOption('--name <nama>', 'nama lengkap')
    .requiredOption('--role <peran>', 'reviewer, supervisor, analyst, sekda, auditor, admin')
    .option('--office <kode...>', 'kantor yang boleh dilihat, beserta bawahannya', [])
    .option('--json', 'keluaran JSON')
    .action(async (username: string, options: UserFlags) => {
      const { runUserCreate } = await import('./user/user.js');
      finish(await runUserCreate({ username, ...options }));
    });

  addCheckCommands(program, finish);
}

function addCheckCommands(program: Command, finish: Finish): void {
  program
    .command('evidence')
    .description('paket bukti')
    .command('verify')
    .description('hitung ulang sidik setiap paket bukti')
    .option('--json', 'keluaran JSON')
    .action(async (options: { json?: boolean }) => {
      const { verifyEvidence } = await import('./evidence/verify.js');
      finish(await verifyEvidence({ json: options.json ?? false }));
    });

  program
    .command('audit')
    .description('catatan audit berantai')
    .command('verify')
    .description('cari perubahan pada rantai catatan')
    .option('--json', 'keluaran JSON')
    .action(async (options: { json?: boolean }) => {
      const { verifyAudit } = await import('./evidence/verify.js');
      finish(await verifyAudit({ json: options.json ?? false }));
    });
}
