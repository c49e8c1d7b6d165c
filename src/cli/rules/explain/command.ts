import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import { type FolderFlags, rulesOptions, withFolders } from '../folder-flags.js';

const say = sayIn('id');

interface ExplainFlags extends FolderFlags {
  readonly kind?: 'post';
  readonly region?: string;
  readonly at?: string;
}

export const addExplain: AddCommand = (rules, finish) => {
  withFolders(rules.command('explain').description(say(ABOUT.rulesExplain)))
    .argument('<id-atau-teks>')
    .option('--kind <jenis>', 'post, share, like, comment, follow')
    .option('--region <kode>', say(OPTIONS.region))
    .option('--at <waktu>', say(OPTIONS.at))
    .action(async (subject: string, flags: ExplainFlags) => {
      const { runRulesExplain } = await import('./explain.js');
      const { kind, region, at } = flags;
      finish(await runRulesExplain({ ...(await rulesOptions(flags)), subject, kind, region, at }));
    });
};
