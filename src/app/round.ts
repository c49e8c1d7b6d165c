import { setTimeout as wait } from 'node:timers/promises';
import type { CoverageSummary } from '../domain/coverage.js';
import { PermanentError } from '../domain/errors.js';
import type { Platform } from '../domain/platform.js';
import { localDay } from '../domain/region.js';
import { APP_FAULTS } from '../words/app.js';
import { sayError } from '../words/say.js';
import type { Core } from './core.js';

/** Work between a visit and an open flag. */
export interface Left {
  readonly visits: number;
  readonly flags: number;
}

const LOOK_EVERY_MS = 150;
const SAY_EVERY_MS = 5_000;
/** Longer than the slowest visit with all its tries. */
const STUCK_AFTER_MS = 120_000;
/** A platform that wants us away for longer is not waited for: its visits stay queued for `netra up`. */
const HELD_TOO_LONG_MS = 30_000;
const PAGE = 500;

/** Queues a visit to every account (or one) at once, whether it is due or not. Returns how many. */
export async function visitNow(core: Core, accountId?: string): Promise<number> {
  const one = accountId === undefined ? undefined : await core.storage.accounts.findAccount(accountId);
  if (accountId !== undefined && !one) {
    throw new PermanentError(...sayError(APP_FAULTS.noAccount, 'id', { account: accountId }));
  }
  let visits = 0;
  for (let after: string | undefined; ; ) {
    const page = one ? [one] : await core.storage.accounts.listAccounts({ limit: PAGE, after });
    for (const account of page) {
      await core.queues.collect.get(account.platform)?.enqueue([{ accountId: account.id }]);
    }
    visits += page.filter((account) => core.queues.collect.has(account.platform)).length;
    after = page.at(-1)?.id;
    if (one || page.length < PAGE) break;
  }
  await core.enqueueDueVisits(); // Accounts that nothing reads yet get their line in the ledger.
  return visits;
}

/**
 * Waits until nothing is on its way any more: no visit queued, no flag sealing. What a queue lost is
 * told to it again. Visits to a platform that asked for a long pause stay queued. Throws when nothing has moved for `STUCK_AFTER_MS`.
 */
export async function whenDrained(core: Core, onWait?: (left: Left) => void): Promise<void> {
  let saidAt = Date.now();
  let movedAt = Date.now();
  let before = '';
  for (;;) {
    const left = await countLeft(core);
    if (left.visits + left.flags === 0) return;
    if (JSON.stringify(left) !== before) movedAt = Date.now();
    before = JSON.stringify(left);
    if (Date.now() - movedAt > STUCK_AFTER_MS) {
      throw new PermanentError(...sayError(APP_FAULTS.stuck, 'id', { left: before }));
    }
    if (Date.now() - saidAt > SAY_EVERY_MS) {
      saidAt = Date.now();
      onWait?.(left);
      await core.recoverLost();
    }
    await wait(LOOK_EVERY_MS);
  }
}

async function countLeft(core: Core): Promise<Left> {
  const visits = await Promise.all(
    [...core.queues.collect.values()].map(async (queue) =>
      (await queue.heldForMs()) > HELD_TOO_LONG_MS ? 0 : queue.countUnfinished(),
    ),
  );
  const flags = await core.storage.flags.countFlagsByState();
  return { visits: visits.reduce((a, b) => a + b, 0), flags: flags.sealing };
}

/** Platforms that asked for a pause, how long it still lasts, and how many visits wait for its end. */
export async function listHeld(core: Core): Promise<{ platform: Platform; ms: number; visits: number }[]> {
  const all = [...core.queues.collect].map(async ([platform, queue]) => ({
    platform,
    ms: await queue.heldForMs(),
    visits: await queue.countUnfinished(),
  }));
  return (await Promise.all(all)).filter(({ ms, visits }) => ms > 0 && visits > 0);
}

export type TodaysCoverage = Pick<CoverageSummary, 'signals' | 'seen' | 'none' | 'notObservable' | 'reasons'>;

/** Every signal of every account, today as each office counts days: at any instant Indonesia has up to two. */
export async function countCoverageToday({ storage, clock }: Core): Promise<TodaysCoverage> {
  const offices = await storage.offices.listOffices();
  const zones = new Map(offices.map((office) => [office.timeZone, localDay(clock(), office.timeZone)]));
  const parts = await Promise.all(
    [...zones].map(([zone, day]) => {
      const officeCodes = offices.filter((office) => office.timeZone === zone).map((office) => office.code);
      return storage.coverage.summariseCoverage({ day, officeCodes });
    }),
  );
  return addUp(parts);
}

function addUp(parts: readonly CoverageSummary[]): TodaysCoverage {
  const reasons: Record<string, number> = {};
  const sum = { signals: 0, seen: 0, none: 0, notObservable: 0 };
  for (const part of parts) {
    sum.signals += part.signals;
    sum.seen += part.seen;
    sum.none += part.none;
    sum.notObservable += part.notObservable;
    for (const [reason, count] of Object.entries(part.reasons)) reasons[reason] = (reasons[reason] ?? 0) + (count ?? 0);
  }
  return { ...sum, reasons };
}
