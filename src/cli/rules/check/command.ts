import type { AddCommand } from '../../command.js';
import { type FolderFlags, rulesOptions, withFolders } from '../folder-flags.js';

export const addCheck: AddCommand = (rules, finish) => {
  withFolders(rules.command('check').description('semua kesalahan berkas aturan dan pemilihan, sekali jalan')).action(
    async (flags: FolderFlags) => {
      const { runRulesCheck } = await import('./check.js');
      finish(await runRulesCheck(await rulesOptions(flags)));
    },
  );
};
