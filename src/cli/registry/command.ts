import { ABOUT } from '../../words/cli/commands.js';
import { say } from '../../words/say.js';
import type { AddCommand } from '../command.js';
import { addCheck } from './check/command.js';
import { addImport } from './import/command.js';

const COMMANDS: readonly AddCommand[] = [addImport, addCheck];

export const addRegistry: AddCommand = (program, finish) => {
  const group = program.command('registry').description(say(ABOUT.registry, 'id'));
  for (const add of COMMANDS) add(group, finish);
};
