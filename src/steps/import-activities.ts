import { type Account, isInMandate, whyNotWatchable } from '../domain/account.js';
import type { Activity, CollectedActivity } from '../domain/activity.js';
import type { Clock } from '../domain/clock.js';
import type { CoverageEntry, NotObservableReason, SkipReason } from '../domain/coverage.js';
import type { ImportLine } from '../domain/import-line.js';
import { type Platform, type Signal, signalOf } from '../domain/platform.js';
import { localDay, timeZoneOf } from '../domain/region.js';
import type { AccountRepository } from '../storage/account-repository.js';
import type { ActivityRepository } from '../storage/activity-repository.js';
import type { AuditRepository } from '../storage/audit-repository.js';
import type { CoverageRepository } from '../storage/coverage-repository.js';
import { persist } from './persist.js';

export interface ImportDeps {
  readonly accounts: AccountRepository;
  readonly activities: ActivityRepository;
  readonly coverage: CoverageRepository;
  readonly audit: AuditRepository;
  readonly activityId: (account: Account, activity: CollectedActivity) => string;
  readonly enqueueScreening: (activityIds: readonly string[]) => Promise<void>;
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
  /** The first of the lines that could not be read; `skipped.unreadable` counts all. */
  readonly faults: readonly { readonly line: number; readonly error: string; readonly hint: string }[];
}

export interface ImportOptions {
  readonly actor: string;
  readonly fileSha256?: string;
  readonly onProgress?: (lines: number) => void;
}

const BATCH = 1_000;
const FAULTS_SHOWN = 100;

/**
 * Stores the acts of registered accounts from a file and hands them to screening. Acts of anybody else are counted
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
    if (run.lines % BATCH === 0) options.onProgress?.(run.lines);
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
  /** Resolves when everything taken is stored and queued. */
  finish(): Promise<void>;
  coverage(): CoverageEntry[];
  report(): ImportReport;
}

function createRun(deps: ImportDeps): Run {
  const findAccount = createAccountCache(deps.accounts);
  const seen = createSeenCounter(deps.clock);
  const store = createBatchStore(deps);
  const skipped: Partial<Record<string, number>> = {};
  const faults: { line: number; error: string; hint: string }[] = [];
  let lines = 0;
  let cut = 0;
  const skip = (reason: string) => {
    skipped[reason] = (skipped[reason] ?? 0) + 1;
  };

  return {
    get lines() {
      return lines;
    },
    async take(line) {
      lines += 1;
      if ('error' in line) {
        skip(line.reason);
        if (faults.length < FAULTS_SHOWN) faults.push({ line: line.line, error: line.error, hint: line.hint });
        return;
      }
      const account = await findAccount(line.platform, line.handle);
      const refusal = whyRefused(account, line.activity, deps.clock());
      if (refusal) return skip(refusal);
      if (line.wasCut) cut += 1;
      seen.count(account!, signalOf(line.activity.kind));
      await store.add(toActivity(deps, account!, line.activity));
    },
    finish: store.finish,
    coverage: () => seen.entries(),
    report: () => ({ lines, ...store.counts(), cut, skipped, faults }),
  };
}

interface BatchStore {
  add(activity: Activity): Promise<void>;
  finish(): Promise<void>;
  counts(): { newActivities: number; knownActivities: number };
}

/** Stores and queues in batches. Reading goes on while one batch is being stored, never more than one. */
function createBatchStore(deps: Pick<ImportDeps, 'activities' | 'enqueueScreening'>): BatchStore {
  const counts = { newActivities: 0, knownActivities: 0 };
  let waiting: Activity[] = [];
  let storing: Promise<void> = Promise.resolve();

  async function store(batch: readonly Activity[]): Promise<void> {
    const { newIds, knownCount } = await persist(() => deps.activities.savePendingOnce(batch));
    counts.newActivities += newIds.length;
    counts.knownActivities += knownCount;
    await deps.enqueueScreening(newIds);
  }
  async function flush(): Promise<void> {
    await storing;
    if (waiting.length === 0) return;
    storing = store(waiting);
    storing.catch(() => {}); // Thrown where it is awaited: by the next flush.
    waiting = [];
  }

  return {
    async add(activity) {
      waiting.push(activity);
      if (waiting.length >= BATCH) await flush();
    },
    async finish() {
      await flush();
      await storing;
    },
    counts: () => counts,
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
function createAccountCache(accounts: AccountRepository): FindAccount {
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

interface SeenCounter {
  count(account: Account, signal: Signal): void;
  entries(): CoverageEntry[];
}

function createSeenCounter(clock: Clock): SeenCounter {
  const seen = new Map<string, { account: Account; signal: Signal; count: number }>();
  return {
    count(account, signal) {
      const key = `${account.id} ${signal}`;
      const line = seen.get(key) ?? { account, signal, count: 0 };
      seen.set(key, { ...line, count: line.count + 1 });
    },
    entries: () =>
      [...seen.values()].map(({ account, signal, count }) => ({
        accountId: account.id,
        officeCode: account.officeCode,
        platform: account.platform,
        signal,
        day: localDay(clock(), timeZoneOf(account.region)),
        observation: { state: 'seen' as const, count },
        skipped: {},
        at: clock(),
      })),
  };
}
