import type { ImportLine } from '../domain/import-line.js';
import type { AuditRepository } from '../storage/audit-repository.js';
import type { CoverageRepository } from '../storage/coverage-repository.js';
import { createBatchesInFlight } from './batches-in-flight.js';
import { type ActLine, type ImportReport, ImportRun, type ImportRunDeps } from './import-run.js';
import { persist } from './persist.js';

export type { ImportReport } from './import-run.js';

export interface ImportDeps extends ImportRunDeps {
  readonly coverage: Pick<CoverageRepository, 'recordCoverage'>;
  readonly audit: { appendEntry(...event: Parameters<AuditRepository['appendEntry']>): Promise<unknown> };
}

export interface ImportOptions {
  readonly actor: string;
  readonly fileSha256?: string;
  readonly onProgress?: (lines: number) => void;
}

const PROGRESS_EVERY = 1_000;

/**
 * Judges the acts of registered accounts from a file and stores what may be kept. Acts of anybody else are counted
 * and dropped in memory. Importing a file again, or again after a crash half-way, changes nothing.
 */
export async function importActivities(
  deps: ImportDeps,
  lines: AsyncIterable<ImportLine>,
  options: ImportOptions,
): Promise<ImportReport> {
  const run = new ImportRun(deps);
  const about = { actor: options.actor, subject: options.fileSha256 ?? 'stream' };
  // A file takes many transactions: that it is being read stands in the log before the first of them.
  await deps.audit.appendEntry({ ...about, at: deps.clock(), action: 'activities_import_begun', details: {} });
  const batches = createBatchesInFlight((batch: readonly ActLine[]) => run.takeIn(batch));
  for await (const line of lines) {
    if ('activity' in line) {
      // Not at each line: a promise costs more than the line before it.
      const room = batches.add(line, textLengthOf(line));
      if (room !== undefined) await room;
    } else run.passOver(line);
    run.counts.lines += 1;
    if (run.counts.lines % PROGRESS_EVERY === 0) options.onProgress?.(run.counts.lines);
  }
  await batches.finish();
  const coverage = run.ledger.entries();
  await persist(() => deps.coverage.recordCoverage(coverage));
  const report = run.report();
  // Not repeated on doubt: a second entry would claim a second import.
  await deps.audit.appendEntry({
    ...about,
    at: deps.clock(),
    action: 'activities_imported',
    details: { lines: report.lines, new: report.newActivities, known: report.knownActivities },
  });
  return report;
}

function textLengthOf({ activity: { text, target } }: ActLine): number {
  return text.length + (target?.text?.length ?? 0);
}
