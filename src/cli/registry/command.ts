import type { AddCommand } from '../command.js';
import { addCheck } from './check/command.js';
import { addImport } from './import/command.js';

const COMMANDS: readonly AddCommand[] = [addImport, addCheck];

export const addRegistry: AddCommand = (program, finish) => {
  const group = program.command('registry').description('akun, OPD, dan mandatnya');
  for (const add of COMMANDS) add(group, finish);
};
