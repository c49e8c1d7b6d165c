import type { Command } from 'commander';
import type { Finish } from '../main.js';
import type { BacktestOptions } from './rules-backtest.js';

/** `netra rules …` commands that compare rule sets or ask what is stored. */
export function addRulesDataCommands(rules: Command, finish: Finish): void {
  rules
    .command('diff')
    .description('apa yang berubah antara dua folder aturan; tanpa layanan apa pun')
    .requiredOption('--with <dir>', 'folder sesudah perubahan')
    .option('--rules <dir>', 'folder sebelum perubahan')
    .option('--json', 'keluaran JSON')
    .action(async (options: { with: string; rules?: string; json?: boolean }) => {
      const { runRulesDiff } = await import('./rules-diff.js');
      const write = (text: string) => process.stdout.write(text);
      const { with: withDir, rules: rulesDir, json = false } = options;
      finish(await runRulesDiff({ rulesDir, withDir, json, write }));
    });

  rules
    .command('backtest')
    .description('apa yang akan berubah pada aktivitas tersimpan dan putusan lama bila folder ini berlaku')
    .requiredOption('--rules <dir>', 'folder aturan yang diusulkan')
    .option('--against <dir>', 'folder pembanding; biasanya yang berlaku')
    .option('--elections <dir>', 'folder berkas pemilihan untuk keduanya')
    .option('--since <hari>', 'hanya tindakan sejak hari ini, YYYY-MM-DD')
    .option('--corpus <file>', 'berkas NDJSON berformat netra screen')
    .option('--no-stored', 'hanya berkas; tanpa layanan apa pun')
    .option('--json', 'keluaran JSON')
    .action(async (options: BacktestOptions) => {
      const { runRulesBacktest } = await import('./rules-backtest.js');
      finish(await runRulesBacktest(options));
    });

  rules
    .command('replay')
    .description('hitung ulang satu tanda dengan aturan saat itu; bita demi bita')
    .argument('<flag>', 'id tanda')
    .option('--json', 'keluaran JSON')
    .action(async (flagId: string, options: { json?: boolean }) => {
      const { runRulesReplay } = await import('./rules-replay.js');
      finish(await runRulesReplay(flagId, { json: options.json ?? false }));
    });

  rules
    .command('feedback')
    .description('ketepatan tiap aturan menurut putusan; usulan saja, tidak mengubah apa pun')
    .option('--json', 'keluaran JSON')
    .action(async (options: { json?: boolean }) => {
      const { runRulesFeedback } = await import('./rules-feedback.js');
      finish(await runRulesFeedback({ json: options.json ?? false }));
    });
}
