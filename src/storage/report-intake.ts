import type { Model } from 'mongoose';
import type { Report } from '../domain/report.js';
import { broughtEvents } from '../domain/report-events.js';
import type { AuditRecorder } from './audit-repository.js';
import { isDuplicateKey } from './insert-new.js';
import type { ReportDocument, ReportSeal, ReportSecrets } from './report-document.js';

interface Pending {
  readonly report: Report;
  readonly document: ReportDocument;
  resolve(saved: { isNew: boolean }): void;
  reject(error: unknown): void;
}

/** Some kB each: far below what one command may hold. */
const MAX_TOGETHER = 200;

/**
 * One write under way a process; what comes meanwhile goes together, with one audit entry. A flood then costs one
 * transaction for hundreds, and nobody is told that a report is in before it is on disk.
 */
export function createReportIntake(
  reports: Model<ReportDocument>,
  { seal, audit }: { seal: ReportSeal; audit: AuditRecorder },
) {
  const pending: Pending[] = [];
  let isRunning = false;

  const run = async () => {
    isRunning = true;
    while (pending.length > 0) {
      const together = takeTogether(pending);
      try {
        const newIds = await saveTogether(reports, audit, together);
        for (const { report, resolve } of together) resolve({ isNew: newIds.has(report.id) });
      } catch (error) {
        for (const { reject } of together) reject(error);
      }
    }
    isRunning = false;
  };
  return (report: Report, secrets: ReportSecrets = {}) =>
    new Promise<{ isNew: boolean }>((resolve, reject) => {
      pending.push({ report, document: seal.toDocument(report, secrets), resolve, reject });
      if (!isRunning) void run();
    });
}

/** Each id once: a repeat that came at the same moment goes with the next ones, and is known then. */
function takeTogether(pending: Pending[]): Pending[] {
  const ids = new Set<string>();
  const together: Pending[] = [];
  const left: Pending[] = [];
  for (const one of pending.splice(0)) {
    if (together.length < MAX_TOGETHER && !ids.has(one.report.id)) together.push(one);
    else left.push(one);
    ids.add(one.report.id);
  }
  pending.push(...left);
  return together;
}

async function saveTogether(
  reports: Model<ReportDocument>,
  audit: AuditRecorder,
  together: readonly Pending[],
): Promise<ReadonlySet<string>> {
  for (;;) {
    const ids = together.map(({ report }) => report.id);
    const known = new Set(await reports.distinct('_id', { _id: { $in: ids } }));
    const fresh = together.filter(({ report }) => !known.has(report.id));
    if (fresh.length === 0) return new Set();
    try {
      await audit.record(async (session) => {
        // Past Mongoose: each document is made field by field.
        await reports.collection.insertMany(fresh.map(({ document }) => document) as never[], { session });
        return { value: undefined, event: broughtEvents(fresh.map(({ report }) => report)) };
      });
      return new Set(fresh.map(({ report }) => report.id));
    } catch (error) {
      // Another process was faster with one of them; else a receipt is taken, and that is the caller's to mend.
      if (!isDuplicateKey(error) || !(await areSomeKnown(reports, fresh))) throw error;
    }
  }
}

async function areSomeKnown(reports: Model<ReportDocument>, fresh: readonly Pending[]): Promise<boolean> {
  return (await reports.exists({ _id: { $in: fresh.map(({ report }) => report.id) } })) !== null;
}
