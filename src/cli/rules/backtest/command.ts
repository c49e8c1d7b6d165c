import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import type { BacktestOptions } from './backtest.js';

const say = sayIn('id');

export const addBacktest: AddCommand = (rules, finish) => {
  rules
    .command('backtest')
    .description(say(ABOUT.rulesBacktest))
    .requiredOption('--rules <dir>', say(OPTIONS.proposed))
    .option('--against <dir>', say(OPTIONS.against))
    .option('--elections <dir>', say(OPTIONS.electionsOfBoth))
    .option('--since <hari>', say(OPTIONS.since))
    .option('--corpus <file>', say(OPTIONS.corpus))
    .option('--no-stored', say(OPTIONS.noStored))
    .option('--json', say(OPTIONS.json))
    .action(async (options: BacktestOptions) => {
      const { runRulesBacktest } = await import('./backtest.js');
      finish(await runRulesBacktest(options));
    });
};
