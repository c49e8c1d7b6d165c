import type { Account } from '../domain/account.js';
import type { Clock } from '../domain/clock.js';
import type { CoverageEntry, SkipReason } from '../domain/coverage.js';
import type { Signal } from '../domain/platform.js';
import { localDay, timeZoneOf } from '../domain/region.js';

/** What a file showed of each account. It never says "none": a file claims nothing about what it leaves out. */
export interface ImportLedger {
  see(account: Account, signal: Signal): void;
  skip(accountId: string, signal: Signal, reason: SkipReason): void;
  entries(): CoverageEntry[];
}

interface Line {
  readonly account: Account;
  readonly signal: Signal;
  count: number;
  readonly skipped: Partial<Record<SkipReason, number>>;
}

export function createImportLedger(clock: Clock): ImportLedger {
  const lines: Line[] = [];
  const known = new Map<string, Partial<Record<Signal, Line>>>();
  return {
    see(account, signal) {
      const own = known.get(account.id) ?? {};
      const line = own[signal];
      if (line) line.count += 1;
      else {
        own[signal] = { account, signal, count: 1, skipped: {} };
        lines.push(own[signal]);
        known.set(account.id, own);
      }
    },
    skip(accountId, signal, reason) {
      const line = known.get(accountId)?.[signal];
      if (line) line.skipped[reason] = (line.skipped[reason] ?? 0) + 1;
    },
    entries: () =>
      lines.map(({ account, signal, count, skipped }) => ({
        accountId: account.id,
        officeCode: account.officeCode,
        platform: account.platform,
        signal,
        day: localDay(clock(), timeZoneOf(account.region)),
        observation: { state: 'seen' as const, count },
        skipped,
        at: clock(),
      })),
  };
}
