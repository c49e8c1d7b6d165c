import type { Office } from './account.js';
import { addDays, daysBack } from './days.js';
import { type DigestReceipt, digestDay, digestDays, nextDigestStep, type OfficeDay } from './digest.js';
import { instantOf, localDay } from './region.js';

/** Once the queue's own tries are used up, a deferred digest is due again this long after the last one. */
export const DIGEST_RETRY_MS = 30 * 60_000;

/** Mails go out from this hour of the office's own day on. */
export const DIGEST_HOUR = 7;

/** Days without a receipt are looked for this far back; older ones stay without. A receipt that died is settled however old. */
export const DIGEST_LOOKBACK_DAYS = 31;

/**
 * `send`: yesterday of every office whose local time is past `hour`, unless it is settled or in living hands.
 * `missed`: earlier days since the office's first receipt that nothing was sent for; they get a receipt, not a mail,
 * because a week-old count reads as news. `receipts`: those of the last `DIGEST_LOOKBACK_DAYS` and every older one that is
 * not settled, in any order.
 */
export function whatDigestsAreDue({
  offices,
  receipts,
  now,
  hour = DIGEST_HOUR,
}: {
  offices: readonly Office[];
  receipts: readonly DigestReceipt[];
  now: Date;
  hour?: number | undefined;
}): { send: OfficeDay[]; missed: OfficeDay[] } {
  const byOffice = new Map<string, DigestReceipt[]>();
  for (const receipt of receipts) {
    const own = byOffice.get(receipt.officeCode);
    if (own) own.push(receipt);
    else byOffice.set(receipt.officeCode, [receipt]);
  }
  const due = offices
    .filter((office) => office.digestTo && now >= instantOf(localDay(now, office.timeZone), hour, office.timeZone))
    .map((office) => dueOf({ office, receipts: byOffice.get(office.code) ?? [], now }));
  return { send: due.flatMap((d) => d.send), missed: due.flatMap((d) => d.missed) };
}

function dueOf({ office, receipts, now }: { office: Office; receipts: readonly DigestReceipt[]; now: Date }) {
  const officeCode = office.code;
  const byDay = new Map(receipts.map((receipt) => [receipt.day, receipt]));
  const yesterday = digestDay(office, now);
  const send = isDue(byDay.get(yesterday), now) ? [{ officeCode, day: yesterday }] : [];
  // Days that a weekly mail has told of need none of their own, should the office be written to daily since.
  const told = new Set(receipts.flatMap(({ day, days = 1 }) => daysBack(day, days).slice(1)));
  const dead: OfficeDay[] = [];
  const missed: OfficeDay[] = [];
  for (const day of daysBefore(yesterday, { known: [...byDay.keys()], every: digestDays(office) })) {
    const step = nextDigestStep(byDay.get(day), { now });
    // `sendDigest` settles a dead `sending` without sending.
    if (step === 'give_up') dead.push({ officeCode, day });
    else if (step === 'attempt' && byDay.get(day)?.state !== 'failed' && !told.has(day))
      missed.push({ officeCode, day });
  }
  // The dead first: settling one sends nothing, and whoever dies over a mail must not keep it from being said.
  return { send: [...dead, ...send], missed };
}

/**
 * Every day (or Sunday) of the last weeks since the first receipt in them, whether it has one or not; of older days, and
 * of those between Sundays, those that have.
 */
function daysBefore(yesterday: string, { known, every }: { known: readonly string[]; every: number }): string[] {
  const oldest = addDays(yesterday, -DIGEST_LOOKBACK_DAYS);
  const [first = yesterday] = known.filter((day) => day >= oldest).sort();
  const due: string[] = [];
  for (let day = addDays(yesterday, -every); day >= first; day = addDays(day, -every)) due.push(day);
  return [...new Set([...known.filter((day) => day < yesterday), ...due])].sort();
}

function isDue(receipt: DigestReceipt | undefined, now: Date): boolean {
  const step = nextDigestStep(receipt, { now });
  if (step === 'attempt' && receipt?.state === 'failed') return now.getTime() - receipt.at.getTime() >= DIGEST_RETRY_MS;
  return step === 'attempt' || step === 'give_up';
}
