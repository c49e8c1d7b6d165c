import type { Command } from 'commander';
import { OPTIONS } from '../../words/cli/commands.js';
import { sayIn } from '../../words/say.js';
import { writeOut } from '../print.js';
import type { RulesOptions } from './rules-options.js';

const say = sayIn('id');

export interface FolderFlags {
  readonly elections?: string;
  readonly rules?: string;
  readonly json?: boolean;
}

/** Adds the flags of a command that reads rule and election folders. */
export function withFolders(command: Command): Command {
  return command
    .option('--elections <dir>', say(OPTIONS.elections))
    .option('--rules <dir>', say(OPTIONS.rules))
    .option('--json', say(OPTIONS.json));
}

export async function rulesOptions({ elections, rules, json = false }: FolderFlags): Promise<RulesOptions> {
  const { readRuleFolders } = await import('../../config/rule-folders.js');
  const { rulesDir, electionsDir } = readRuleFolders(process.env, { rules, elections });
  return { output: { write: writeOut }, json, rulesDir, electionsDir };
}
