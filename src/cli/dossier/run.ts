import { openReading } from '../../app/reading.js';
import { openPacks } from '../../evidence/open-packs.js';
import { createFlagEvidence } from '../../steps/flag-evidence.js';
import { createSetReader } from '../../study/set-reader.js';
import { writeOut } from '../print.js';
import { withCore } from '../with-core.js';
import { type DossierWanted, runDossier } from './dossier.js';

export function writeDossier(flagId: string, wanted: DossierWanted): Promise<number> {
  return withCore(async (core) => {
    const { storage, failures, clock } = core;
    const reading = await openReading(core);
    const onUnreadable = (error: unknown) => failures.tell('dossier-sets', error);
    const deps = {
      ...storage,
      clock,
      sets: createSetReader(storage.rulesets, { onUnreadable }),
      evidence: createFlagEvidence({ packs: openPacks(reading.store), activities: storage.activities }),
      printPage: reading.printPage,
      write: writeOut,
    };
    try {
      return await runDossier(deps, flagId, wanted);
    } finally {
      await reading.close();
    }
  });
}
