import type { Command } from 'commander';
import { ABOUT, OPTIONS } from '../../words/cli/commands.js';
import { UP } from '../../words/cli/running.js';
import { sayIn } from '../../words/say.js';
import type { AddCommand } from '../command.js';
import type { UpFlags } from './up.js';

const say = sayIn('id');

export const addUp: AddCommand = (program, finish) => {
  program
    .command('up')
    .description(say(ABOUT.up))
    .option('--workers-only', say(OPTIONS.workersOnly))
    .option('--console-only', say(OPTIONS.consoleOnly))
    .option('--queues <names>', say(OPTIONS.queues))
    .option('--json', say(OPTIONS.json))
    .action(async (flags: UpFlags, command: Command) => {
      if (flags.workersOnly && flags.consoleOnly) command.error(`netra: ${say(UP.notBoth)}`);
      const { runUp } = await import('./up.js');
      finish(await runUp(flags));
    });
};
