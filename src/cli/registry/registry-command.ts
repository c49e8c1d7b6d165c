import { withCore } from '../with-core.js';
import { runRegistryCheck, runRegistryImport } from './registry.js';

export async function registryCommand(
  name: 'import' | 'check',
  options: { accounts: string; offices?: string; json: boolean },
): Promise<number> {
  const run = name === 'import' ? runRegistryImport : runRegistryCheck;
  return withCore((core) =>
    run(
      { storage: core.storage, clock: core.clock, actor: 'system:cli', write: (text) => process.stdout.write(text) },
      options,
    ),
  );
}
