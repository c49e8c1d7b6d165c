import { join } from 'node:path';
import type { Flag } from '../../../domain/flag.js';
import { createFolderStore } from '../../../evidence/folder-store.js';
import { openPacks } from '../../../evidence/open-packs.js';
import { findOrphanPacks } from '../../../steps/find-orphan-packs.js';
import { createFlagEvidence } from '../../../steps/flag-evidence.js';
import type { FlagRepository } from '../../../storage/flag-repository.js';
import { PROGRESS } from '../../../words/cli/running.js';
import { say } from '../../../words/say.js';
import { writeOut } from '../../print.js';
import { createProgress } from '../../progress.js';
import { withCore } from '../../with-core.js';
import { runEvidenceVerify } from './verify.js';

const PAGE = 500;

export async function verifyEvidence({ json }: { json: boolean }): Promise<number> {
  return withCore(async ({ config, storage }) => {
    const progress = createProgress(say(PROGRESS.packs, 'id'));
    const store = await createFolderStore(join(config.dataDir, 'evidence'));
    const evidence = createFlagEvidence({ packs: openPacks(store), activities: storage.activities });
    const exitCode = await runEvidenceVerify<Flag>({
      flags: visibleFlags(storage.flags),
      verify: async (flag) => ({ flagId: flag.id, problems: await evidence.verify(flag) }),
      orphans: findOrphanPacks(store.listPlaces(), storage.flags.findKnownFlagIds),
      json,
      print: (line) => writeOut(`${line}\n`),
      onProgress: progress.set,
    });
    progress.stop();
    return exitCode;
  });
}

async function* visibleFlags(flags: Pick<FlagRepository, 'listFlagQueue'>): AsyncGenerator<Flag> {
  for (const state of ['open', 'decided', 'contrary'] as const) {
    for (let cursor: string | undefined; ; ) {
      const page = await flags.listFlagQueue({ state }, { limit: PAGE, cursor });
      yield* page.flags;
      cursor = page.nextCursor;
      if (cursor === undefined) break;
    }
  }
}
