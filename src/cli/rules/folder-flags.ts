import type { Command } from 'commander';
import type { RulesOptions } from './rules-options.js';

export interface FolderFlags {
  readonly elections?: string;
  readonly rules?: string;
  readonly json?: boolean;
}

/** Adds the flags of a command that reads rule and election folders. */
export function withFolders(command: Command): Command {
  return command
    .option('--elections <dir>', 'folder berkas pemilihan')
    .option('--rules <dir>', 'folder aturan')
    .option('--json', 'keluaran JSON');
}

export async function rulesOptions({ elections, rules, json = false }: FolderFlags): Promise<RulesOptions> {
  const { readRuleFolders } = await import('../../config/rule-folders.js');
  const { rulesDir, electionsDir } = readRuleFolders(process.env, { rules, elections });
  return { output: process.stdout, json, rulesDir, electionsDir };
}
