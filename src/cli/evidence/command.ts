import { ABOUT } from '../../words/cli/commands.js';
import { say } from '../../words/say.js';
import type { AddCommand } from '../command.js';
import { addVerify } from './verify/command.js';

const COMMANDS: readonly AddCommand[] = [addVerify];

export const addEvidence: AddCommand = (program, finish) => {
  const group = program.command('evidence').description(say(ABOUT.evidence, 'id'));
  for (const add of COMMANDS) add(group, finish);
};
