import { ABOUT, OPTIONS } from '../../words/cli/commands.js';
import { sayIn } from '../../words/say.js';
import type { AddCommand } from '../command.js';

const say = sayIn('id');

export const addLink: AddCommand = (program, finish) => {
  program
    .command('link')
    .description(say(ABOUT.link))
    .argument('<text...>')
    .option('--follow', say(OPTIONS.follow))
    .option('--read', say(OPTIONS.read))
    .action(async (texts: string[], { follow = false, read = false }: { follow?: boolean; read?: boolean }) => {
      const { runLink } = await import('./run.js');
      finish(await runLink(texts, { follow, read }));
    });
};
