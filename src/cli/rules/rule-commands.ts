import { join } from 'node:path';
import type { Command } from 'commander';
import type { Finish } from '../main.js';
import { addRulesDataCommands } from './rules-data-commands.js';

/** Commands for analysts; most of them need no service. */
export function addRuleCommands(program: Command, finish: Finish): void {
  program
    .command('screen')
    .description('nilai aktivitas dari masukan standar, satu JSON tiap baris; tanpa layanan apa pun')
    .option('--elections <dir>', 'folder berkas pemilihan')
    .option('--rules <dir>', 'folder aturan')
    .action(async (options: { elections?: string; rules?: string }) => {
      const { runScreen } = await import('../screen/screen.js');
      const { cacheDir } = await import('../../services/locate.mjs');
      finish(
        await runScreen({
          input: process.stdin,
          output: process.stdout,
          errors: process.stderr,
          cacheDir: join(cacheDir(process.env), 'elections'),
          ...(options.elections === undefined ? {} : { electionsDir: options.elections }),
          ...(options.rules === undefined ? {} : { rulesDir: options.rules }),
        }),
      );
    });

  addRulesGroup(program, finish);
}

interface Folders {
  readonly elections?: string;
  readonly rules?: string;
  readonly json?: boolean;
}

/** What `rules …` commands are told: folders, and where their answer goes. */
function rulesOptions({ elections, rules, json }: Folders) {
  return {
    output: process.stdout,
    json: json ?? false,
    ...(elections === undefined ? {} : { electionsDir: elections }),
    ...(rules === undefined ? {} : { rulesDir: rules }),
  };
}

function withFolders(command: Command): Command {
  return command
    .option('--elections <dir>', 'folder berkas pemilihan')
    .option('--rules <dir>', 'folder aturan')
    .option('--json', 'keluaran JSON');
}

function addRulesGroup(program: Command, finish: Finish): void {
  const rules = program.command('rules').description('periksa, uji, dan jelaskan aturan');

  withFolders(rules.command('check').description('semua kesalahan berkas aturan dan pemilihan, sekali jalan')).action(
    async (options: Folders) => {
      const { runRulesCheck } = await import('./rules.js');
      finish(await runRulesCheck(rulesOptions(options)));
    },
  );

  withFolders(rules.command('test').description('jalankan contoh di samping setiap aturan')).action(
    async (options: Folders) => {
      const { runRulesTest } = await import('./rules.js');
      finish(await runRulesTest(rulesOptions(options)));
    },
  );

  withFolders(rules.command('explain').description('isi satu aturan, atau mengapa sebuah teks ditandai atau tidak'))
    .argument('<id-atau-teks>')
    .option('--kind <jenis>', 'post, share, like, comment, follow')
    .option('--region <kode>', 'kode wilayah akun')
    .option('--at <waktu>', 'waktu tindakan, ISO 8601')
    .action(async (subject: string, options: Folders & { kind?: 'post'; region?: string; at?: string }) => {
      const { runRulesExplain } = await import('./rules.js');
      const { kind, region, at } = options;
      finish(await runRulesExplain({ ...rulesOptions(options), subject, kind, region, at }));
    });

  addRulesDataCommands(rules, finish);
}
