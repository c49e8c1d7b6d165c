import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import type { ResumeOptions } from './resume.js';

const say = sayIn('id');

export const addResume: AddCommand = (audit, finish) => {
  audit
    .command('resume')
    .description(say(ABOUT.auditResume))
    .option('--at <catatan>', say(OPTIONS.brokenAt))
    .option('--by <nama>', say(OPTIONS.resumedBy))
    .option('--reason <teks>', say(OPTIONS.resumeReason))
    .option('--head <kepala...>', say(OPTIONS.head))
    .option('--heads <berkas>', say(OPTIONS.heads))
    .option('--key-lost', say(OPTIONS.keyLost))
    .option('--json', say(OPTIONS.json))
    .action(async (options: ResumeOptions) => {
      const { resumeAudit } = await import('./run.js');
      finish(await resumeAudit(options));
    });
};
