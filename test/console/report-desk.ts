import { createReportDesk } from '../../src/app/report-desk.js';
import type { ReportDesk } from '../../src/console/report-desk.js';
import { createActivityId } from '../../src/domain/activity-id.js';
import type { Clock } from '../../src/domain/clock.js';
import type { Screener } from '../../src/domain/screening.js';
import type { BroughtFiles } from '../../src/evidence/brought-files.js';
import type { EvidenceStore } from '../../src/evidence/evidence-store.js';
import type { UploadDeps } from '../../src/intake/uploads/take-uploads.js';
import { createPictureReader } from '../../src/pictures/picture-reader.js';
import type { Storage } from '../../src/storage/storage.js';
import { fakeScreener } from '../support/fake-screener.js';
import { screener as words } from './sample.js';

/** A thread of it ends with the file. */
const { readPicture } = createPictureReader({ idleMs: 1_000 });

interface DeskParts {
  readonly linkStore: EvidenceStore;
  readonly storage: Storage;
  readonly files: BroughtFiles;
  readonly uploads: UploadDeps;
  readonly clock: Clock;
}

/** The composer's own, judged by a stand-in that marks `TANDA`, in the words of the sample. */
export function testReportDesk({ storage, files, uploads, linkStore, clock }: DeskParts): ReportDesk {
  const idOf = createActivityId(Buffer.alloc(32, 1));
  const fake = fakeScreener();
  const screener = (): Screener => ({ ...fake, ...words });
  return createReportDesk(
    {
      storage,
      activityId: (account, act) => idOf(account.platform, act.externalId, act),
      enqueueEvidence: async () => {},
      enqueueLooks: async () => {},
      clock,
    },
    { screener, files, uploads, readPicture, linkStore, printPage: async (html) => Buffer.from(html) },
  );
}
