import { DAY_MS } from '../domain/days.js';
import type { Screener } from '../domain/screening.js';
import { findAuthor, reportedLinkOf } from '../intake/reports/bring-report.js';
import type { LinkKind } from '../links/link.js';
import { readLink } from '../links/read-link.js';
import { type RunningWorker, runWorker, type WorkerSpec } from '../queues/run-worker.js';
import { type ReadLinkDeps, readReportLink } from '../steps/read-report-link.js';
import type { Core } from './core.js';
import type { ReadingParts } from './reading.js';

const LOOK_EVERY_MS = DAY_MS / 4;

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
  const findNamed = core.storage.reports.findLinkPacksInUse;
  const clear = () =>
    linkPacks
      .removeUnnamed({ before: new Date(core.clock().getTime() - DAY_MS), findNamed })
      .catch((error: unknown) => spec.onFailed(error, undefined));
  const timer = setInterval(clear, LOOK_EVERY_MS).unref();
  void clear();
  return {
    ...worker,
    close() {
      clearInterval(timer);
      return worker.close();
    },
  };
}
