import { ABOUT, OPTIONS } from '../../words/cli/commands.js';
import { sayIn } from '../../words/say.js';
import type { AddCommand } from '../command.js';

const say = sayIn('id');

export const addPicture: AddCommand = (program, finish) => {
  program
    .command('picture')
    .description(say(ABOUT.picture))
    .argument('<file...>')
    .option('--posters <folder>', say(OPTIONS.posters))
    .action(async (files: string[], { posters }: { posters?: string }) => {
      const { printPictures } = await import('./print-pictures.js');
      finish(await printPictures({ files, posters }));
    });
};
