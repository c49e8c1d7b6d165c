import type { ReportDesk } from '../../src/console/report-desk.js';
import { createActivityId } from '../../src/domain/activity-id.js';
import type { Clock } from '../../src/domain/clock.js';
import type { Screener } from '../../src/domain/screening.js';
import type { BroughtFiles } from '../../src/evidence/brought-files.js';
import { bringReport } from '../../src/intake/reports/bring-report.js';
import { createReportedAct, isSameAct } from '../../src/intake/reports/reported-act.js';
import { takeUploads, type UploadDeps } from '../../src/intake/uploads/take-uploads.js';
import { createPictureReader } from '../../src/pictures/picture-reader.js';
import { createReportTruth } from '../../src/steps/decide-report.js';
import type { Storage } from '../../src/storage/storage.js';
import { fakeScreener } from '../support/fake-screener.js';
import { screener as words } from './sample.js';

/** As the composer makes it, judged by a stand-in that marks `TANDA`, in the words of the sample. */
/** A thread of it ends with the file. */
const { readPicture } = createPictureReader({ idleMs: 1_000 });

interface DeskParts {
  readonly storage: Storage;
  readonly files: BroughtFiles;
  readonly uploads: UploadDeps;
  readonly clock: Clock;
}

export function testReportDesk({ storage, files, uploads, clock }: DeskParts): ReportDesk {
  const { reports, accounts, flags, activities } = storage;
  const idOf = createActivityId(Buffer.alloc(32, 1));
  const toAct = createReportedAct((account, act) => idOf(account.platform, act.externalId, act));
  const fake = fakeScreener();
  const screener = (): Screener => ({ ...fake, ...words });
  const enqueueEvidence = async () => {};
  const truth = createReportTruth({
    reports,
    accounts,
    flags,
    activities,
    screener,
    toAct,
    isSameAct,
    enqueueEvidence,
    clock,
  });
  return {
    reports,
    accounts,
    truth,
    screener,
    readFile: files.readFile,
    readPicture,
    bring: (brought) => bringReport({ reports, accounts }, brought),
    takeFiles: (brought) => takeUploads(brought, uploads),
    printPage: async (html) => Buffer.from(html),
  };
}
