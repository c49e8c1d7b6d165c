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

export function rulesOptions({ elections, rules, json = false }: FolderFlags): RulesOptions {
  return { output: process.stdout, json, electionsDir: elections, rulesDir: rules };
}
