import { type Account, isInMandate, whyNotWatchable } from '../domain/account.js';
import type { Activity, CollectedActivity } from '../domain/activity.js';
import type { Clock } from '../domain/clock.js';
import type { CoverageEntry, NotObservableReason, SkipReason } from '../domain/coverage.js';
import type { ImportLine } from '../domain/import-line.js';
import { type Platform, signalOf } from '../domain/platform.js';
import { timeZoneOf } from '../domain/region.js';
import type { AccountRepository } from '../storage/account-repository.js';
import type { AuditRepository } from '../storage/audit-repository.js';
import type { CoverageRepository } from '../storage/coverage-repository.js';
import { createImportBatches } from './import-batches.js';
import { createImportLedger } from './import-ledger.js';
import { persist } from './persist.js';
import type { TakeIn } from './take-in-acts.js';

export interface ImportDeps {
  readonly accounts: Pick<AccountRepository, 'findAccountByHandle'>;
  readonly coverage: Pick<CoverageRepository, 'recordCoverage'>;
  readonly audit: AuditRepository;
  readonly activityId: (account: Account, activity: CollectedActivity) => string;
  readonly takeIn: TakeIn;
  readonly clock: Clock;
}

export interface ImportReport {
  readonly lines: number;
  readonly newActivities: number;
  readonly knownActivities: number;
  /** Acts that are in, with a text cut to `MAX_TEXT_LENGTH`. */
  readonly cut: number;
  /** Lines passed over, by reason; they and the two counts above add up to `lines`. */
  readonly skipped: Partial<Record<SkipReason | NotObservableReason, number>>;
  /** The first of the lines that could not be read or judged; `skipped` counts all. */
  readonly faults: readonly { readonly line: number; readonly error: string; readonly hint: string }[];
}

export interface ImportOptions {
  readonly actor: string;
  readonly fileSha256?: string;
  readonly onProgress?: (lines: number) => void;
}

const PROGRESS_EVERY = 1_000;
const FAULTS_SHOWN = 100;

/**
 * Judges the acts of registered accounts from a file and stores what may be kept. Acts of anybody else are counted
 * and dropped in memory. Importing a file again, or again after a crash half-way, changes nothing.
 */
export async function importActivities(
  deps: ImportDeps,
  lines: AsyncIterable<ImportLine>,
  options: ImportOptions,
): Promise<ImportReport> {
  const run = createRun(deps);
  for await (const line of lines) {
    await run.take(line);
    if (run.lines % PROGRESS_EVERY === 0) options.onProgress?.(run.lines);
  }
  await run.finish();
  const ledger = run.coverage();
  await persist(() => deps.coverage.recordCoverage(ledger));
  const report = run.report();
  // Not repeated on doubt: a second entry would claim a second import.
  await deps.audit.appendEntry({
    at: deps.clock(),
    actor: options.actor,
    action: 'activities_imported',
    subject: options.fileSha256 ?? 'stream',
    details: { lines: report.lines, new: report.newActivities, known: report.knownActivities },
  });
  return report;
}

interface Run {
  readonly lines: number;
  take(line: ImportLine): Promise<void>;
  /** Resolves when everything taken is judged and stored. */
  finish(): Promise<void>;
  coverage(): CoverageEntry[];
  report(): ImportReport;
}

function createRun(deps: ImportDeps): Run {
  const findAccount = createAccountCache(deps.accounts);
  const ledger = createImportLedger(deps.clock);
  const skipped: Partial<Record<string, number>> = {};
  const faults: { line: number; error: string; hint: string }[] = [];
  let lines = 0;
  let cut = 0;
  const skip = (reason: string, fault?: { line: number; error: string; hint: string }) => {
    skipped[reason] = (skipped[reason] ?? 0) + 1;
    if (fault && faults.length < FAULTS_SHOWN) faults.push(fault);
  };
  const batches = createImportBatches(deps.takeIn, ({ line, activity }, { rule }) => {
    skip('failed_to_judge', { line, ...explainSetAside(rule) });
    ledger.skip(activity.accountId, signalOf(activity.kind), 'failed_to_judge');
  });

  return {
    get lines() {
      return lines;
    },
    async take(line) {
      lines += 1;
      if ('error' in line) return skip(line.reason, { line: line.line, error: line.error, hint: line.hint });
      const account = await findAccount(line.platform, line.handle);
      const refusal = whyRefused(account, line.activity, deps.clock());
      if (refusal) return skip(refusal);
      if (line.wasCut) cut += 1;
      ledger.see(account!, signalOf(line.activity.kind));
      await batches.add({ line: line.line, activity: toActivity(deps, account!, line.activity) });
    },
    finish: batches.finish,
    coverage: () => ledger.entries(),
    report: () => ({ lines, ...batches.counts(), cut, skipped, faults }),
  };
}

function explainSetAside(rule: string | undefined): { error: string; hint: string } {
  return {
    error: rule === undefined ? 'Baris ini tidak dapat dinilai.' : `Aturan ${rule} gagal menilai baris ini.`,
    hint: 'Laporkan kepada pengembang; impor lagi berkas ini sesudah diperbaiki, baris lain tidak berlipat.',
  };
}

function whyRefused(account: Account | undefined, activity: CollectedActivity, now: Date): string | undefined {
  if (!account) return 'unregistered_account';
  const zone = timeZoneOf(account.region);
  const notWatchable = whyNotWatchable(account, now, zone);
  if (notWatchable) return notWatchable;
  return isInMandate(account.mandate, activity.publishedAt, zone) ? undefined : 'outside_mandate';
}

function toActivity(deps: ImportDeps, account: Account, activity: CollectedActivity): Activity {
  return {
    ...activity,
    id: deps.activityId(account, activity),
    accountId: account.id,
    platform: account.platform,
    source: 'import',
    collectedAt: deps.clock(),
  };
}

type FindAccount = (platform: Platform, handle: string) => Promise<Account | undefined>;

/** A file names few accounts many times; handles of strangers are remembered as unknown only for this run. */
function createAccountCache(accounts: ImportDeps['accounts']): FindAccount {
  const cache = new Map<string, Promise<Account | undefined>>();
  return (platform, handle) => {
    const key = `${platform} ${handle}`;
    const known = cache.get(key);
    if (known) return known;
    if (cache.size > 50_000) cache.clear();
    const found = persist(() => accounts.findAccountByHandle(platform, handle));
    cache.set(key, found);
    return found;
  };
}
