import { openDigests } from '../../app/digests.js';
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
      const write = (text: string) => void process.stdout.write(text);
      return await runDigest({ ...digests.deps, offices: core.storage.offices, write }, { ...flags, day: date });
    } finally {
      digests.close();
    }
  });
}
