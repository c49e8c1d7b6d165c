import { ABOUT } from '../../words/cli/commands.js';
import { sayIn } from '../../words/say.js';
import type { AddCommand } from '../command.js';
import { addForget } from './forget/command.js';
import { addRotate } from './rotate/command.js';

const say = sayIn('id');

const COMMANDS: readonly AddCommand[] = [addRotate, addForget];

export const addKeys: AddCommand = (program, finish) => {
  const group = program.command('keys').description(say(ABOUT.keys));
  for (const add of COMMANDS) add(group, finish);
};
