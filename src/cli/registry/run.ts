import type { Core } from '../../app/core.js';
import { writeOut } from '../print.js';
import { withCore } from '../with-core.js';
import { runRegistryCheck, runRegistryImport } from './registry.js';

export interface RegistryFlags {
  readonly offices?: string;
  readonly json?: boolean;
}

export function importRegistry(accounts: string, flags: RegistryFlags): Promise<number> {
  return withNipKey((core) => runRegistryImport(depsOf(core), { accounts, ...flags }));
}

export function checkRegistry(accounts: string, flags: RegistryFlags): Promise<number> {
  return withNipKey((core) => runRegistryCheck(depsOf(core), { accounts, ...flags }));
}

/** Without the key that seals NIPs here every holder would look like another one: told before anything is compared. */
function withNipKey(use: (core: Core) => Promise<number>): Promise<number> {
  const run = async (core: Core) => {
    await core.storage.nipKeys.checkInUse();
    return use(core);
  };
  return withCore(run, { holdsNipKey: true });
}

function depsOf({ storage, clock }: Core) {
  return { storage, clock, actor: 'system:cli', write: writeOut };
}
