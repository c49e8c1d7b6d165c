import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';

const say = sayIn('id');

export const addTimestamp: AddCommand = (audit, finish) => {
  audit
    .command('timestamp')
    .description(say(ABOUT.auditTimestamp))
    .option('--json', say(OPTIONS.json))
    .action(async ({ json = false }: { json?: boolean }) => {
      const { timestampAudit } = await import('./run.js');
      finish(await timestampAudit({ json }));
    });
};
