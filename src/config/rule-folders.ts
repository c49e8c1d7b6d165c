import { join, resolve } from 'node:path';
import { installedRulesDir } from './installed-rules.js';

/** Absolute paths. */
export interface RuleFolders {
  readonly rulesDir: string;
  readonly electionsDir: string;
}

/**
 * Which rules and elections a command reads: the folders named on the line, else those of the environment, else what
 * came with the installation. Every command answers by the set that the workers judge by, wherever it is started.
 * Elections lie in the rules folder unless they are named; a rules folder named on the line brings its own.
 */
export function readRuleFolders(
  env: NodeJS.ProcessEnv,
  named: { readonly rules?: string | undefined; readonly elections?: string | undefined } = {},
): RuleFolders {
  const given = (name: string) => env[name]?.trim() || undefined;
  const rulesDir = resolve(named.rules ?? given('NETRA_RULES_DIR') ?? installedRulesDir());
  const ofTheHouse = named.rules === undefined ? given('NETRA_ELECTIONS_DIR') : undefined;
  return { rulesDir, electionsDir: resolve(named.elections ?? ofTheHouse ?? join(rulesDir, 'elections')) };
}
