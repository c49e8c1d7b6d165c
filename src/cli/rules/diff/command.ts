import type { AddCommand } from '../../command.js';

interface DiffFlags {
  readonly with: string;
  readonly rules?: string;
  readonly json?: boolean;
}

export const addDiff: AddCommand = (rules, finish) => {
  rules
    .command('diff')
    .description('apa yang berubah antara dua folder aturan; tanpa layanan apa pun')
    .requiredOption('--with <dir>', 'folder sesudah perubahan')
    .option('--rules <dir>', 'folder sebelum perubahan')
    .option('--json', 'keluaran JSON')
    .action(async ({ with: withDir, rules, json = false }: DiffFlags) => {
      const { readRuleFolders } = await import('../../../config/rule-folders.js');
      const { rulesDir } = readRuleFolders(process.env, { rules });
      const { runRulesDiff } = await import('./diff.js');
      const write = (text: string) => process.stdout.write(text);
      finish(await runRulesDiff({ rulesDir, withDir, json, write }));
    });
};
