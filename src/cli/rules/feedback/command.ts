import type { AddCommand } from '../../command.js';

export const addFeedback: AddCommand = (rules, finish) => {
  rules
    .command('feedback')
    .description('ketepatan tiap aturan menurut keputusan; usulan saja, tidak mengubah apa pun')
    .option('--json', 'keluaran JSON')
    .action(async ({ json = false }: { json?: boolean }) => {
      const { runRulesFeedback } = await import('./feedback.js');
      finish(await runRulesFeedback({ json }));
    });
};
