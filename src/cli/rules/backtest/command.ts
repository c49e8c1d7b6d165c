import type { AddCommand } from '../../command.js';
import type { BacktestOptions } from './backtest.js';

export const addBacktest: AddCommand = (rules, finish) => {
  rules
    .command('backtest')
    .description('apa yang akan berubah pada tindakan tersimpan dan keputusan lama bila folder ini berlaku')
    .requiredOption('--rules <dir>', 'folder aturan yang diusulkan')
    .option('--against <dir>', 'folder pembanding; biasanya yang berlaku')
    .option('--elections <dir>', 'folder berkas pemilihan untuk keduanya')
    .option('--since <hari>', 'hanya tindakan sejak hari ini, YYYY-MM-DD')
    .option('--corpus <file>', 'berkas NDJSON berformat netra screen')
    .option('--no-stored', 'hanya berkas; tanpa layanan apa pun')
    .option('--json', 'keluaran JSON')
    .action(async (options: BacktestOptions) => {
      const { runRulesBacktest } = await import('./backtest.js');
      finish(await runRulesBacktest(options));
    });
};
