import { createHmac } from 'node:crypto';
import type { LoginCounters } from '../access/user-store.js';
import type { ProofsOfWork } from './proof-of-work.js';

export interface ReportLimits {
  /** Reports an hour from one place before its device has to work for each further one. */
  readonly softPerHour: number;
  /** Beyond these none are taken until the hour is over. */
  readonly hardPerHour: number;
  /** Receipts that open nothing, an hour from one place. */
  readonly wrongReceiptsPerHour: number;
  /** Zero bits asked of the first report beyond the soft limit; one more each time the number doubles. */
  readonly firstBits: number;
}

/** A whole village may share one address of its network: many send from there, and a device's second of work bounds how fast. */
export const REPORT_LIMITS: ReportLimits = {
  softPerHour: 12,
  hardPerHour: 400,
  wrongReceiptsPerHour: 15,
  firstBits: 15,
};

export type Admission =
  | { readonly may: 'pass' }
  | { readonly may: 'prove'; readonly challenge: string; readonly waitSeconds: number }
  | { readonly may: 'wait'; readonly waitSeconds: number };

export interface Budgets {
  /** Counts a report of this place; `solved`: the work it was asked for, if it was. */
  admitReport(place: string, options: { now: Date; solved?: string | undefined }): Promise<Admission>;
  /** Whether a report of this place would pass now, with this work: asked before its files are taken. Counts nothing. */
  mayBringFiles(place: string, options: { now: Date; solved?: string | undefined }): Promise<boolean>;
  /** Counted before anybody looks, so that tries at the same moment are as many; one that opens something is given back. */
  tryReceipt(place: string, now: Date): Promise<{ waitSeconds: number; giveBack(): Promise<void> }>;
}

interface BudgetDeps {
  readonly counters: Pick<LoginCounters, 'add' | 'count' | 'giveBack'>;
  readonly secret: Uint8Array;
  readonly proofs: ProofsOfWork;
  readonly limits: ReportLimits;
}

const HOUR_S = 3_600;
const HOUR_MS = HOUR_S * 1_000;

/**
 * Counts by place, and knows no place: a counter bears a hash under the day's own key, so that neither today's counters nor
 * yesterday's say who sent, and no two days can be compared.
 */
export function createBudgets({ counters, secret, proofs, limits }: BudgetDeps): Budgets {
  const keyOf = (use: string, place: string, now: Date) => {
    const day = createHmac('sha256', secret)
      .update(`report day ${now.toISOString().slice(0, 10)}`)
      .digest();
    const hour = Math.floor(now.getTime() / HOUR_MS);
    return createHmac('sha256', day)
      .update(JSON.stringify([use, hour, place]))
      .digest('base64url')
      .slice(0, 22);
  };
  return {
    async admitReport(place, { now, solved }) {
      const count = await counters.add(keyOf('report', place, now), HOUR_S);
      if (count <= limits.softPerHour) return { may: 'pass' };
      const waitSeconds = secondsLeft(now);
      if (count > limits.hardPerHour) return { may: 'wait', waitSeconds };
      const proof = solved ? proofs.check(solved, now) : undefined;
      if (proof && (await counters.add(`proof-${proof.name}`, HOUR_S)) === 1) return { may: 'pass' };
      const bits = limits.firstBits + Math.floor(Math.log2(count / limits.softPerHour));
      return { may: 'prove', challenge: proofs.ask(bits, now), waitSeconds };
    },
    async mayBringFiles(place, { now, solved }) {
      const next = 1 + (await counters.count(keyOf('report', place, now)));
      if (next <= limits.softPerHour) return true;
      const proof = next <= limits.hardPerHour && solved ? proofs.check(solved, now) : undefined;
      return proof !== undefined && (await counters.count(`proof-${proof.name}`)) === 0;
    },
    async tryReceipt(place, now) {
      const key = keyOf('receipt', place, now);
      const tries = await counters.add(key, HOUR_S);
      const waitSeconds = tries <= limits.wrongReceiptsPerHour ? 0 : secondsLeft(now);
      return { waitSeconds, giveBack: () => counters.giveBack(key) };
    },
  };
}

/** Until the hour is over, and the count with it. */
function secondsLeft(now: Date): number {
  return HOUR_S - Math.floor((now.getTime() % HOUR_MS) / 1_000);
}
