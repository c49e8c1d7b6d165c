import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import type { OpenIdFlags } from './openid.js';

const say = sayIn('id');

export const addOpenId: AddCommand = (user, finish) => {
  user
    .command('openid')
    .description(say(ABOUT.userOpenId))
    .argument('<username>')
    .option('--untie', say(OPTIONS.untieOpenId))
    .option('--json', say(OPTIONS.json))
    .action(async (username: string, flags: OpenIdFlags) => {
      const { runUserOpenId } = await import('./openid.js');
      finish(await runUserOpenId(username, flags));
    });
};
