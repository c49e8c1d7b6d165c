import { ABOUT, OPTIONS } from '../../words/cli/commands.js';
import { sayIn } from '../../words/say.js';
import type { AddCommand } from '../command.js';
import type { DigestFlags } from './run.js';

const say = sayIn('id');

export const addDigest: AddCommand = (program, finish) => {
  program
    .command('digest')
    .description(say(ABOUT.digest))
    .option('--office <kode>', say(OPTIONS.office))
    .option('--date <hari>', say(OPTIONS.day))
    .option('--send', say(OPTIONS.send))
    .option('--force', say(OPTIONS.force))
    .option('--json', say(OPTIONS.json))
    .action(async (flags: DigestFlags) => {
      const { showOrSendDigests } = await import('./run.js');
      finish(await showOrSendDigests(flags));
    });
};
