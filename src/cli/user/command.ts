import { ABOUT } from '../../words/cli/commands.js';
import { say } from '../../words/say.js';
import type { AddCommand } from '../command.js';
import { addCreate } from './create/command.js';
import { addDisable } from './disable/command.js';
import { addEnable } from './enable/command.js';
import { addList } from './list/command.js';
import { addOffice } from './office/command.js';
import { addOpenId } from './openid/command.js';
import { addPassword } from './password/command.js';
import { addRole } from './role/command.js';
import { addSecondStep } from './second-step/command.js';
import { addSessions } from './sessions/command.js';

const COMMANDS: readonly AddCommand[] = [
  addCreate,
  addList,
  addDisable,
  addEnable,
  addPassword,
  addRole,
  addOffice,
  addSessions,
  addSecondStep,
  addOpenId,
];

export const addUser: AddCommand = (program, finish) => {
  const group = program.command('user').description(say(ABOUT.user, 'id'));
  for (const add of COMMANDS) add(group, finish);
};
