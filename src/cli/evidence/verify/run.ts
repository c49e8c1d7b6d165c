import { join } from 'node:path';
import { createFolderStore } from '../../../evidence/folder-store.js';
import type { FlagSeal } from '../../../evidence/verify-pack.js';
import type { FlagRepository } from '../../../storage/flag-repository.js';
import { createProgress } from '../../progress.js';
import { withCore } from '../../with-core.js';
import { runEvidenceVerify } from './verify.js';

const PAGE = 500;

export async function verifyEvidence({ json }: { json: boolean }): Promise<number> {
  return withCore(async (core) => {
    const progress = createProgress('paket');
    const exitCode = await runEvidenceVerify({
      store: await createFolderStore(join(core.config.dataDir, 'evidence')),
      flags: sealedFlags(core.storage.flags),
      json,
      print: (line) => process.stdout.write(`${line}\n`),
      onProgress: progress.set,
    });
    progress.stop();
    return exitCode;
  });
}

async function* sealedFlags(flags: Pick<FlagRepository, 'listFlagQueue'>): AsyncGenerator<FlagSeal> {
  for (const state of ['open', 'decided'] as const) {
    for (let cursor: string | undefined; ; ) {
      const page = await flags.listFlagQueue({ state }, { limit: PAGE, cursor });
      for (const { id, evidence } of page.flags) {
        if (evidence) yield { flagId: id, manifestSha256: evidence.manifestSha256 };
      }
      cursor = page.nextCursor;
      if (cursor === undefined) break;
    }
  }
}
