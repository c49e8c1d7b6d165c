import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import type { SecondStepFlags } from './second-step.js';

const say = sayIn('id');

export const addSecondStep: AddCommand = (user, finish) => {
  user
    .command('second-step')
    .description(say(ABOUT.userSecondStep))
    .argument('<username>')
    .option('--reset', say(OPTIONS.resetSecondStep))
    .option('--json', say(OPTIONS.json))
    .action(async (username: string, flags: SecondStepFlags) => {
      const { runUserSecondStep } = await import('./second-step.js');
      finish(await runUserSecondStep(username, flags));
    });
};
