import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import type { RotateFlags } from './rotate.js';

const say = sayIn('id');

export const addRotate: AddCommand = (keys, finish) => {
  keys
    .command('rotate')
    .description(say(ABOUT.keysRotate))
    .option('--lost', say(OPTIONS.lost))
    .option('--json', say(OPTIONS.json))
    .action(async (flags: RotateFlags) => {
      const { runKeysRotate } = await import('./rotate.js');
      finish(await runKeysRotate(flags));
    });
};
