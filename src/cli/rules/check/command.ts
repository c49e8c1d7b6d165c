import { ABOUT } from '../../../words/cli/commands.js';
import { say } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import { type FolderFlags, rulesOptions, withFolders } from '../folder-flags.js';

export const addCheck: AddCommand = (rules, finish) => {
  withFolders(rules.command('check').description(say(ABOUT.rulesCheck, 'id'))).action(async (flags: FolderFlags) => {
    const { runRulesCheck } = await import('./check.js');
    finish(await runRulesCheck(await rulesOptions(flags)));
  });
};
