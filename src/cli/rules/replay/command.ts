import type { AddCommand } from '../../command.js';

export const addReplay: AddCommand = (rules, finish) => {
  rules
    .command('replay')
    .description('hitung ulang satu tanda dengan aturan saat itu; bita demi bita')
    .argument('<flag>', 'id tanda')
    .option('--json', 'keluaran JSON')
    .action(async (flagId: string, { json = false }: { json?: boolean }) => {
      const { runRulesReplay } = await import('./replay.js');
      finish(await runRulesReplay(flagId, { json }));
    });
};
