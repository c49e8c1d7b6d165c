import type { AddCommand } from '../../command.js';
import { type FolderFlags, rulesOptions, withFolders } from '../folder-flags.js';

interface ExplainFlags extends FolderFlags {
  readonly kind?: 'post';
  readonly region?: string;
  readonly at?: string;
}

export const addExplain: AddCommand = (rules, finish) => {
  withFolders(rules.command('explain').description('isi satu aturan, atau mengapa sebuah teks ditandai atau tidak'))
    .argument('<id-atau-teks>')
    .option('--kind <jenis>', 'post, share, like, comment, follow')
    .option('--region <kode>', 'kode wilayah akun')
    .option('--at <waktu>', 'waktu tindakan, ISO 8601')
    .action(async (subject: string, flags: ExplainFlags) => {
      const { runRulesExplain } = await import('./explain.js');
      const { kind, region, at } = flags;
      finish(await runRulesExplain({ ...(await rulesOptions(flags)), subject, kind, region, at }));
    });
};
