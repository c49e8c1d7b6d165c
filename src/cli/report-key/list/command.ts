import { ABOUT, OPTIONS } from '../../../words/cli/commands.js';
import { sayIn } from '../../../words/say.js';
import type { AddCommand } from '../../command.js';

const say = sayIn('id');

export const addList: AddCommand = (group, finish) => {
  group
    .command('list')
    .description(say(ABOUT.reportKeyList))
    .option('--json', say(OPTIONS.json))
    .action(async (flags: { json?: boolean }) => {
      const { listReportKeys } = await import('../run.js');
      finish(await listReportKeys(flags));
    });
};
