import type { Account } from '../domain/account.js';
import type { CollectorEvent } from '../domain/collecting.js';
import type { CoverageEntry, NotObservableReason, Observation, SkipReason } from '../domain/coverage.js';
import { type ActivityKind, SIGNALS, type Signal, signalOf } from '../domain/platform.js';
import { localDay, timeZoneOf } from '../domain/region.js';

/** Counts one visit: each signal ends as seen, none or not observable, and each skip is counted by reason. */
export interface Ledger {
  see(kind: ActivityKind): void;
  skip(kind: ActivityKind, reason: SkipReason): void;
  note(event: Extract<CollectorEvent, { type: 'skipped' | 'signal_read' | 'signal_hidden' }>): void;
  /** Nothing could be looked at. */
  hideAll(reason: NotObservableReason | ((signal: Signal) => NotObservableReason)): Ledger;
  /** The visit broke off: what was not read to its end is not observable. */
  hideRest(reason: NotObservableReason): Ledger;
  entries(at: Date): CoverageEntry[];
}

export function createLedger(account: Account, now: Date): Ledger {
  const seen = new Map<Signal, number>();
  const read = new Set<Signal>();
  const hidden = new Map<Signal, NotObservableReason>();
  const skipped = new Map<Signal, Partial<Record<SkipReason, number>>>();
  const day = localDay(now, timeZoneOf(account.region));

  function countSkip(signal: Signal, reason: SkipReason): void {
    const counts = skipped.get(signal) ?? {};
    skipped.set(signal, { ...counts, [reason]: (counts[reason] ?? 0) + 1 });
  }
  function observationOf(signal: Signal): Observation {
    const count = seen.get(signal) ?? 0;
    // Something seen on a list that broke off half-way is still seen.
    if (count > 0) return { state: 'seen', count };
    const reason = hidden.get(signal);
    if (reason !== undefined) return { state: 'not_observable', reason };
    if (!read.has(signal)) return { state: 'not_observable', reason: 'interrupted' };
    const doubt = doubtOf(skipped.get(signal));
    return doubt === undefined ? { state: 'none' } : { state: 'not_observable', reason: doubt };
  }

  const ledger: Ledger = {
    see: (kind) => void seen.set(signalOf(kind), (seen.get(signalOf(kind)) ?? 0) + 1),
    skip: (kind, reason) => countSkip(signalOf(kind), reason),
    note(event) {
      if (event.type === 'skipped') countSkip(event.signal, event.reason);
      else if (event.type === 'signal_read') read.add(event.signal);
      else hidden.set(event.signal, event.reason);
    },
    hideAll(reason) {
      for (const signal of SIGNALS) hidden.set(signal, typeof reason === 'function' ? reason(signal) : reason);
      return ledger;
    },
    hideRest(reason) {
      for (const signal of SIGNALS) if (!read.has(signal) && !hidden.has(signal)) hidden.set(signal, reason);
      return ledger;
    },
    entries: (at) =>
      SIGNALS.map((signal) => ({
        accountId: account.id,
        officeCode: account.officeCode,
        platform: account.platform,
        signal,
        day,
        observation: observationOf(signal),
        skipped: skipped.get(signal) ?? {},
        at,
      })),
  };
  return ledger;
}

/** Something was there that could not be judged, or not yet: that is not "nothing". */
function doubtOf(skips: Partial<Record<SkipReason, number>> = {}): NotObservableReason | undefined {
  if (skips.unreadable) return 'unreadable';
  return skips.in_future || skips.failed_to_judge ? 'interrupted' : undefined;
}
