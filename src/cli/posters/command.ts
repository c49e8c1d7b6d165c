import { CAMPAIGN_PICTURES } from '../../words/cli/files.js';
import { say } from '../../words/say.js';
import type { AddCommand } from '../command.js';
import { addImport } from './import/command.js';

export const addPosters: AddCommand = (program, finish) => {
  const group = program.command('posters').description(say(CAMPAIGN_PICTURES.about, 'id'));
  addImport(group, finish);
};
