import type { Screener } from '../domain/screening.js';
import { findAuthor, reportedLinkOf } from '../intake/reports/bring-report.js';
import type { LinkKind } from '../links/link.js';
import { readLink } from '../links/read-link.js';
import { type RunningWorker, runWorker, type WorkerSpec } from '../queues/run-worker.js';
import { type ReadLinkDeps, readReportLink } from '../steps/read-report-link.js';
import type { Core } from './core.js';
import { keepClearing } from './keep-clearing.js';
import type { ReadingParts } from './reading.js';

/** What looks behind links, as a worker and a test need it. */
export function readLinkDeps(
  { storage, clock }: Pick<Core, 'storage' | 'clock'>,
  { followLink, readPost, sealLink }: Pick<ReadingParts, 'followLink' | 'readPost' | 'sealLink'>,
  screener: () => Screener,
): ReadLinkDeps {
  const { reports, accounts } = storage;
  return {
    reports,
    accounts,
    follow: async ({ given }, signal) => reportedLinkOf(await followLink(readLink(given), signal)),
    readPost: ({ given: input, kind, ...link }, signal) =>
      readPost({ ...link, input, kind: kind as LinkKind, notes: [] }, signal),
    findAuthor: (said) => findAuthor({ accounts }, said),
    seal: sealLink,
    ticketAccounts: () => screener().ticketAccounts(),
    clock,
  };
}

/** Looks behind links, and clears the packs of reports that are gone. */
export function startReadingLinks(
  core: Core,
  { deps, linkPacks }: { deps: ReadLinkDeps } & Pick<ReadingParts, 'linkPacks'>,
  spec: Pick<WorkerSpec<unknown>, 'timing' | 'onFailed'>,
): RunningWorker {
  const worker = runWorker({
    queue: core.queues.readLink,
    handle: ({ reportId }, attempt) => readReportLink(deps, reportId, attempt),
    concurrency: 2,
    ...spec,
  });
  const clearing = keepClearing(linkPacks, {
    clock: core.clock,
    findNamed: core.storage.reports.findLinkPacksInUse,
    onFailed: (error) => spec.onFailed(error, undefined),
  });
  return {
    ...worker,
    close() {
      clearing.stop();
      return worker.close();
    },
  };
}
