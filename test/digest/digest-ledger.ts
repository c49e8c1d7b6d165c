import { type DigestReceipt, UNSETTLED_DIGEST_STATES } from '../../src/domain/digest.js';
import type { DigestRepository } from '../../src/storage/digest-repository.js';

/** The digest collection in memory, for simulating years; `digest-ledger.test.ts` holds it to what MongoDB does. */
export function createDigestLedger(): DigestRepository & { all(): DigestReceipt[] } {
  const byDay = new Map<string, Map<string, DigestReceipt>>();
  /** Latest first, kept sorted: a year asks for the list some ten thousand times. */
  let days: string[] = [];
  function put(receipt: DigestReceipt): void {
    const ofDay = byDay.get(receipt.day) ?? new Map<string, DigestReceipt>();
    ofDay.set(receipt.officeCode, receipt);
    if (byDay.has(receipt.day)) return;
    byDay.set(receipt.day, ofDay);
    days = [...days, receipt.day].sort().reverse();
  }
  const ofDay = (day: string) => [...(byDay.get(day)?.values() ?? [])];
  return {
    async claimDigestOnce({ officeCode, day, recipient, now, staleAfterMs }) {
      const old = byDay.get(day)?.get(officeCode);
      const isStale = old?.state === 'building' && old.at.getTime() <= now.getTime() - staleAfterMs;
      if (old && old.state !== 'failed' && !isStale) return false;
      put({ ...old, officeCode, day, recipient, attempts: (old?.attempts ?? 0) + 1, state: 'building', at: now });
      return true;
    },
    async recordReceipt(receipt) {
      put(receipt);
    },
    async findReceipt(officeCode, day) {
      return byDay.get(day)?.get(officeCode);
    },
    async listReceipts({ day, limit }) {
      const found: DigestReceipt[] = [];
      for (const each of day === undefined ? days : [day]) {
        if (found.length >= limit) break;
        found.push(...ofDay(each).sort((a, b) => (a.officeCode < b.officeCode ? -1 : 1)));
      }
      return found.slice(0, limit);
    },
    async listUnsettledReceipts() {
      const found = [...days].reverse().flatMap(ofDay);
      return found.filter(({ state }) => (UNSETTLED_DIGEST_STATES as readonly string[]).includes(state));
    },
    all: () => days.flatMap(ofDay),
  };
}
