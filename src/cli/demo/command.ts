import { Option } from 'commander';
import { ABOUT, OPTIONS } from '../../words/cli/commands.js';
import { sayIn } from '../../words/say.js';
import type { AddCommand } from '../command.js';

const say = sayIn('id');

export const addDemo: AddCommand = (program, finish) => {
  program
    .command('demo')
    .description(say(ABOUT.demo))
    .option('--once', say(OPTIONS.once))
    .addOption(new Option('--prepare', say(OPTIONS.prepare)).hideHelp())
    .action(async ({ once = false, prepare = false }: { once?: boolean; prepare?: boolean }) => {
      const { prepareDemo, runDemo } = await import('./demo.js');
      finish(await (prepare ? prepareDemo() : runDemo({ isOnce: once })));
    });
};
