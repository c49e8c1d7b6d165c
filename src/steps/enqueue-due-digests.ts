import type { Clock } from '../domain/clock.js';
import type { DigestReceipt, OfficeDay } from '../domain/digest.js';
import { DIGEST_LOOKBACK_DAYS, whatDigestsAreDue } from '../domain/digest-due.js';
import type { DigestRepository } from '../storage/digest-repository.js';
import type { OfficeRepository } from '../storage/office-repository.js';
import { claimTurn, recordTurn } from './digest-turn.js';

export interface DueDigestsDeps {
  readonly offices: Pick<OfficeRepository, 'listOffices'>;
  readonly digests: Pick<
    DigestRepository,
    'claimDigestOnce' | 'recordReceipt' | 'findReceipt' | 'listReceipts' | 'listUnsettledReceipts'
  >;
  readonly enqueue: (due: readonly OfficeDay[]) => Promise<void>;
  /**
   * Whether anybody looked for anything of this office on the days that end with this one. Asked only for an office that
   * never had a receipt: its first digest speaks of its first day, not of the day before it was registered.
   */
  readonly hasLedger: (due: OfficeDay) => Promise<boolean>;
  readonly clock: Clock;
  readonly hour?: number;
}

/** Asks MongoDB what is due, queues it, and gives a receipt to days that nothing was sent for. */
export async function enqueueDueDigests(deps: DueDigestsDeps): Promise<{ queued: number; missed: number }> {
  const offices = (await deps.offices.listOffices()).filter((office) => office.digestTo);
  if (offices.length === 0) return { queued: 0, missed: 0 };
  // A worker may die over a day that is long past by the time anything runs again.
  const unsettled = await deps.digests.listUnsettledReceipts();
  const recent = await deps.digests.listReceipts({ limit: offices.length * (DIGEST_LOOKBACK_DAYS + 2) });
  const receipts = latest([...unsettled, ...recent]);
  const { send, missed } = whatDigestsAreDue({ offices, receipts, now: deps.clock(), hour: deps.hour });
  const begun = await withoutNewcomers(deps, send, new Set(receipts.map((receipt) => receipt.officeCode)));
  await deps.enqueue(begun);
  const recipients = new Map(offices.map((office) => [office.code, office.digestTo!]));
  for (const { officeCode, day } of missed) {
    const before = receipts.find((receipt) => receipt.officeCode === officeCode && receipt.day === day);
    await recordMissed(deps, { officeCode, day, before, recipient: recipients.get(officeCode)! });
  }
  return { queued: begun.length, missed: missed.length };
}

/** One receipt an office and day: what was read last holds. */
function latest(receipts: readonly DigestReceipt[]): DigestReceipt[] {
  return [...new Map(receipts.map((receipt) => [`${receipt.day} ${receipt.officeCode}`, receipt])).values()];
}

async function withoutNewcomers(
  deps: Pick<DueDigestsDeps, 'hasLedger'>,
  due: readonly OfficeDay[],
  known: ReadonlySet<string>,
): Promise<OfficeDay[]> {
  const begun: OfficeDay[] = [];
  for (const day of due) if (known.has(day.officeCode) || (await deps.hasLedger(day))) begun.push(day);
  return begun;
}

async function recordMissed(
  deps: DueDigestsDeps,
  gap: OfficeDay & { recipient: string; before: DigestReceipt | undefined },
): Promise<void> {
  const mine = await claimTurn(deps, gap);
  if (!mine) return;
  await recordTurn(deps, { ...mine, state: 'failed', reason: 'missed' }, 'building');
}
