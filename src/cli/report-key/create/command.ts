import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';
import type { ReportKeyFlags } from '../run.js';

const say = sayIn('id');

export const addCreate: AddCommand = (group, finish) => {
  group
    .command('create')
    .description(say(ABOUT.reportKeyCreate))
    .option('--out <folder>', say(OPTIONS.reportKeyOut), '.')
    .option('--json', say(OPTIONS.json))
    .action(async (flags: ReportKeyFlags) => {
      const { runReportKey } = await import('../run.js');
      finish(await runReportKey('create', flags));
    });
};
