import { ABOUT, OPTIONS } from '../../words/cli/commands.js';
import { sayIn } from '../../words/say.js';
import type { AddCommand } from '../command.js';
import type { ScreenFlags } from './run.js';

const say = sayIn('id');

export const addScreen: AddCommand = (program, finish) => {
  program
    .command('screen')
    .description(say(ABOUT.screen))
    .option('--elections <dir>', say(OPTIONS.elections))
    .option('--rules <dir>', say(OPTIONS.rules))
    .option('--explain', say(OPTIONS.explain))
    .action(async (flags: ScreenFlags) => {
      const { screenStandardInput } = await import('./run.js');
      finish(await screenStandardInput(flags));
    });
};
