import pLimit from 'p-limit';
import type { Account } from '../domain/account.js';
import type { Clock } from '../domain/clock.js';
import { PLATFORMS, type Platform } from '../domain/platform.js';
import { unreadReason, type WayOf } from '../domain/signal-way.js';
import type { AccountRepository } from '../storage/account-repository.js';
import type { CoverageRepository } from '../storage/coverage-repository.js';
import { createLedger } from './visit-ledger.js';

export interface DueDeps {
  readonly accounts: Pick<AccountRepository, 'findAccounts' | 'listDueAccounts' | 'recordVisit'>;
  readonly coverage: Pick<CoverageRepository, 'recordCoverage'>;
  readonly clock: Clock;
  /** Platforms that have a collector. */
  readonly platforms: readonly Platform[];
  readonly wayOf: WayOf;
  readonly enqueueVisits: (platform: Platform, accountIds: readonly string[]) => Promise<void>;
  readonly visitEveryMs: number;
}

const BATCH = 1_000;
/** One tick hands out at most this many visits a platform, longest overdue first; half a registry file of the largest kind. */
const MOST_VISITS_A_TICK = 100_000;
/** Of everything else that one tick looks at; the rest comes with the next one. */
const MOST_A_TICK = 20_000;

/** Asks MongoDB what is due and queues it. An account that waits already is not queued twice. */
export async function enqueueDueVisits(deps: DueDeps): Promise<{ visits: number; notObservable: number }> {
  let visits = 0;
  for (const platform of deps.platforms) {
    const due = await deps.accounts.listDueAccounts({ platform, now: deps.clock(), limit: MOST_VISITS_A_TICK });
    const batches = Array.from({ length: Math.ceil(due.length / BATCH) }, (_, i) =>
      due.slice(i * BATCH, (i + 1) * BATCH).map((account) => account.id),
    );
    // Redis takes one batch in while the next one is written out.
    const limit = pLimit(2);
    await Promise.all(batches.map((ids) => limit(() => deps.enqueueVisits(platform, ids))));
    visits += due.length;
  }
  return { visits, notObservable: await recordUnwatched(deps) };
}

/** Accounts on platforms that nothing reads yet are said to be so, each day, instead of staying silent. */
async function recordUnwatched(deps: DueDeps): Promise<number> {
  let count = 0;
  for (const platform of PLATFORMS.filter((p) => !deps.platforms.includes(p))) {
    const due = await deps.accounts.listDueAccounts({ platform, now: deps.clock(), limit: MOST_A_TICK });
    const accounts = await deps.accounts.findAccounts(due.map((a) => a.id));
    for (const account of accounts) await recordUnwatchedAccount(deps, account);
    count += accounts.length;
  }
  return count;
}

async function recordUnwatchedAccount(deps: DueDeps, account: Account): Promise<void> {
  const now = deps.clock();
  const ledger = createLedger(account, now).hideAll((signal) => unreadReason(deps.wayOf(account.platform, signal)));
  await deps.coverage.recordCoverage(ledger.entries(now));
  await deps.accounts.recordVisit(account.id, { nextVisitAt: new Date(now.getTime() + deps.visitEveryMs), at: now });
}
