import type { AddCommand } from '../command.js';
import type { ScreenFlags } from './run.js';

export const addScreen: AddCommand = (program, finish) => {
  program
    .command('screen')
    .description('nilai tindakan dari masukan standar, satu JSON tiap baris; tanpa layanan apa pun')
    .option('--elections <dir>', 'folder berkas pemilihan')
    .option('--rules <dir>', 'folder aturan')
    .action(async (flags: ScreenFlags) => {
      const { screenStandardInput } = await import('./run.js');
      finish(await screenStandardInput(flags));
    });
};
