import type { ReportDesk } from '../console/report-desk.js';
import type { Screener } from '../domain/screening.js';
import type { EvidenceStore } from '../evidence/evidence-store.js';
import { openPacks } from '../evidence/open-packs.js';
import { type BringDeps, bringReport } from '../intake/reports/bring-report.js';
import { type ActivityIdOf, createReportedAct, isSameAct } from '../intake/reports/reported-act.js';
import { takeUploads } from '../intake/uploads/take-uploads.js';
import { createReportTruth } from '../steps/decide-report.js';
import type { TakeInDeps } from '../steps/take-in-acts.js';
import type { Storage } from '../storage/storage.js';
import type { Core } from './core.js';
import { takeInDeps } from './judging.js';
import { createReadPictures } from './read-pictures.js';
import type { ReportFiles } from './report-files.js';

interface DeskParts extends Pick<ReportFiles, 'files' | 'uploads' | 'readPicture'> {
  readonly screener: () => Screener;
  readonly printPage: (html: string) => Promise<Buffer>;
  readonly linkStore: EvidenceStore;
}

/** What a desk is put together from beside its parts. */
interface DeskBase extends Pick<TakeInDeps, 'enqueueEvidence' | 'clock'>, Pick<BringDeps, 'enqueueLooks'> {
  readonly storage: Pick<Storage, 'reports' | 'accounts' | 'flags' | 'activities' | 'campaignPictures'>;
  readonly activityId: ActivityIdOf;
}

/** Where people check what was brought: judged by the set in force, stored as any act is. */
export function openReportDesk(core: Core, parts: DeskParts): ReportDesk {
  const { storage, activityId } = core;
  const { enqueueEvidence, clock } = takeInDeps(core, parts.screener);
  return createReportDesk({ storage, activityId, enqueueEvidence, enqueueLooks: askForLooks(core), clock }, parts);
}

/** A report that is stored is in, whatever Redis says: `recoverLost` tells it again of the links that it refused. */
export function askForLooks({ enqueueLooks, failures }: Core): BringDeps['enqueueLooks'] {
  return (ids) => enqueueLooks(ids).catch((error) => failures.tellLost('redis', error));
}

export function createReportDesk(
  { storage, activityId, enqueueEvidence, enqueueLooks, clock }: DeskBase,
  { screener, printPage, linkStore, files, uploads, readPicture }: DeskParts,
): ReportDesk {
  const { reports, accounts, flags, activities } = storage;
  const toAct = createReportedAct(activityId);
  const packs = openPacks(linkStore);
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
    enqueueLooks,
    bring: (brought) => bringReport({ reports, accounts, enqueueLooks }, brought),
    takeFiles: (brought) => takeUploads(brought, uploads),
    printPage,
    readFile: files.readFile,
    readLinkItem: ({ id: flagId, ...seal }, name) => packs.readItem({ flagId, ...seal }, name),
    readPicture,
    readPictures: createReadPictures({ readPicture, readFile: files.readFile, bank: storage.campaignPictures }),
  };
}
