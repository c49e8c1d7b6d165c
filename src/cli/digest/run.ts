import { openDigests } from '../../app/digests.js';
import { writeOut } from '../print.js';
import { withCore } from '../with-core.js';
import { runDigest } from './digest.js';

export interface DigestFlags {
  readonly office?: string;
  readonly date?: string;
  readonly send?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

export function showOrSendDigests({ date, ...flags }: DigestFlags): Promise<number> {
  return withCore(async (core) => {
    const digests = openDigests(core, { consoleUrl: () => core.config.console.publicUrl });
    try {
      const deps = { ...digests.deps, offices: core.storage.offices, write: writeOut };
      return await runDigest(deps, { ...flags, day: date });
    } finally {
      digests.close();
    }
  });
}
