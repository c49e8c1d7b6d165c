import { ABOUT } from '../../words/cli/commands.js';
import { say } from '../../words/say.js';
import type { AddCommand } from '../command.js';
import { addResume } from './resume/command.js';
import { addRole } from './role/command.js';
import { addTimestamp } from './timestamp/command.js';
import { addVerify } from './verify/command.js';

const COMMANDS: readonly AddCommand[] = [addVerify, addTimestamp, addResume, addRole];

export const addAudit: AddCommand = (program, finish) => {
  const group = program.command('audit').description(say(ABOUT.audit, 'id'));
  for (const add of COMMANDS) add(group, finish);
};
