import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';

const say = sayIn('id');

interface Options {
  readonly json?: boolean;
  readonly head?: string[];
  readonly heads?: string;
}

export const addVerify: AddCommand = (audit, finish) => {
  audit
    .command('verify')
    .description(say(ABOUT.auditVerify))
    .option('--head <kepala...>', say(OPTIONS.head))
    .option('--heads <berkas>', say(OPTIONS.heads))
    .option('--json', say(OPTIONS.json))
    .action(async ({ json = false, head = [], heads }: Options) => {
      const { verifyAudit } = await import('./run.js');
      finish(await verifyAudit({ json, heads: head, headsFile: heads }));
    });
};
