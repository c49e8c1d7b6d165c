import type { Core } from '../../app/core.js';
import { withCore } from '../with-core.js';
import { runRegistryCheck, runRegistryImport } from './registry.js';

export interface RegistryFlags {
  readonly offices?: string;
  readonly json?: boolean;
}

export function importRegistry(accounts: string, flags: RegistryFlags): Promise<number> {
  return withCore((core) => runRegistryImport(depsOf(core), { accounts, ...flags }), { holdsNipKey: true });
}

export function checkRegistry(accounts: string, flags: RegistryFlags): Promise<number> {
  return withCore((core) => runRegistryCheck(depsOf(core), { accounts, ...flags }), { holdsNipKey: true });
}

function depsOf({ storage, clock }: Core) {
  return { storage, clock, actor: 'system:cli', write: (text: string) => process.stdout.write(text) };
}
