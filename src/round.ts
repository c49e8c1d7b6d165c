import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from './compose.js';
import { PermanentError } from './domain/errors.js';

/** Work between a visit and an open flag. */
export interface Left {
  readonly visits: number;
  readonly activities: number;
  readonly flags: number;
}

const LOOK_EVERY_MS = 150;
const SAY_EVERY_MS = 5_000;
/** Longer than the slowest visit with all its tries. */
const STUCK_AFTER_MS = 120_000;
const PAGE = 500;

/** Queues a visit to every account (or one) at once, whether it is due or not. Returns how many. */
export async function visitNow(core: Core, accountId?: string): Promise<number> {
  const one = accountId === undefined ? undefined : await core.storage.accounts.find(accountId);
  if (accountId !== undefined && !one) {
    throw new PermanentError(`Akun ${accountId} tidak ada di registri.`, 'Lihat id akun: netra registry list');
  }
  let visits = 0;
  for (let after: string | undefined; ; ) {
    const page = one
      ? [one]
      : await core.storage.accounts.list({ limit: PAGE, ...(after === undefined ? {} : { after }) });
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
 * Waits until nothing is on its way any more: queues empty, nothing pending, nothing sealing. What a queue lost is
 * told to it again. Throws when nothing has moved for `STUCK_AFTER_MS`.
 */
export async function whenDrained(core: Core, onWait?: (left: Left) => void): Promise<void> {
  let saidAt = Date.now();
  let movedAt = Date.now();
  let before = '';
  for (;;) {
    const left = await countLeft(core);
    if (left.visits + left.activities + left.flags === 0) return;
    if (JSON.stringify(left) !== before) movedAt = Date.now();
    before = JSON.stringify(left);
    if (Date.now() - movedAt > STUCK_AFTER_MS) {
      throw new PermanentError(`Pekerjaan tidak maju lagi: ${before}.`, 'Jalankan lagi dengan NETRA_LOG_LEVEL=info.');
    }
    if (Date.now() - saidAt > SAY_EVERY_MS) {
      saidAt = Date.now();
      onWait?.(left);
      await core.recoverLost();
    }
    await wait(LOOK_EVERY_MS);
  }
}

async function countLeft({ queues, storage }: Core): Promise<Left> {
  const visits = await Promise.all([...queues.collect.values()].map((queue) => queue.countUnfinished()));
  const [activities, flags] = await Promise.all([storage.activities.countByState(), storage.flags.countByState()]);
  return { visits: visits.reduce((a, b) => a + b, 0), activities: activities.pending, flags: flags.sealing };
}
