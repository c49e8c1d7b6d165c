import { ABOUT, OPTIONS } from '../../words/cli/commands.js';
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
    .action(async (flags: UpFlags) => {
      const { runUp } = await import('./up.js');
      finish(await runUp(flags));
    });
};
