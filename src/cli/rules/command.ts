import { ABOUT } from '../../words/cli/commands.js';
import { say } from '../../words/say.js';
import type { AddCommand } from '../command.js';
import { addBacktest } from './backtest/command.js';
import { addCheck } from './check/command.js';
import { addDiff } from './diff/command.js';
import { addExplain } from './explain/command.js';
import { addFeedback } from './feedback/command.js';
import { addReplay } from './replay/command.js';
import { addSigns } from './signs/command.js';
import { addTest } from './test/command.js';
import { addWeigh } from './weigh/command.js';

const COMMANDS: readonly AddCommand[] = [
  addCheck,
  addTest,
  addExplain,
  addDiff,
  addBacktest,
  addReplay,
  addFeedback,
  addSigns,
  addWeigh,
];

export const addRules: AddCommand = (program, finish) => {
  const group = program.command('rules').description(say(ABOUT.rules, 'id'));
  for (const add of COMMANDS) add(group, finish);
};
