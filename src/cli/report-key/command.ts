import { ABOUT } from '../../words/cli/commands.js';
import { sayIn } from '../../words/say.js';
import type { AddCommand } from '../command.js';
import { addCreate } from './create/command.js';
import { addList } from './list/command.js';
import { addRotate } from './rotate/command.js';

const say = sayIn('id');

const COMMANDS: readonly AddCommand[] = [addCreate, addRotate, addList];

export const addReportKey: AddCommand = (program, finish) => {
  const group = program.command('report-key').description(say(ABOUT.reportKey));
  for (const add of COMMANDS) add(group, finish);
};
