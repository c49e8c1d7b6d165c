import { openDigests } from '../../app/digests.js';
import type { DigestFlags } from '../data-commands.js';
import { withCore } from '../with-core.js';
import { runDigest } from './digest.js';

export async function digestCommand({ date, ...options }: DigestFlags): Promise<number> {
  return withCore(async (core) => {
    const digests = openDigests(core, { consoleUrl: core.config.console.publicUrl ?? 'http://127.0.0.1:8080' });
    try {
      const write = (text: string) => void process.stdout.write(text);
      return await runDigest(
        { ...digests.deps, offices: core.storage.offices, write },
        { ...options, ...(date === undefined ? {} : { day: date }) },
      );
    } finally {
      digests.close();
    }
  });
}
