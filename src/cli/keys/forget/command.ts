import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import type { ForgetFlags } from './forget.js';

const say = sayIn('id');

export const addForget: AddCommand = (keys, finish) => {
  keys
    .command('forget')
    .description(say(ABOUT.keysForget))
    .option('--lost', say(OPTIONS.lost))
    .option('--json', say(OPTIONS.json))
    .action(async (flags: ForgetFlags) => {
      const { runKeysForget } = await import('./forget.js');
      finish(await runKeysForget(flags));
    });
};
