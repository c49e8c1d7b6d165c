import { ABOUT } from '../../../words/cli/commands.js';
import { say } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import { type FolderFlags, rulesOptions, withFolders } from '../folder-flags.js';

export const addTest: AddCommand = (rules, finish) => {
  withFolders(rules.command('test').description(say(ABOUT.rulesTest, 'id'))).action(async (flags: FolderFlags) => {
    const { runRulesTest } = await import('./test.js');
    finish(await runRulesTest(await rulesOptions(flags)));
  });
};
