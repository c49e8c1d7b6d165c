import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';

const say = sayIn('id');

export const addVerify: AddCommand = (evidence, finish) => {
  evidence
    .command('verify')
    .description(say(ABOUT.evidenceVerify))
    .option('--json', say(OPTIONS.json))
    .action(async ({ json = false }: { json?: boolean }) => {
      const { verifyEvidence } = await import('./run.js');
      finish(await verifyEvidence({ json }));
    });
};
