import type { BacktestReport } from '../../../study/backtest.js';

/** A rule that both folders have, under another status; `undefined`: the folder does not have it. */
export interface StatusChange {
  readonly rule: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What `netra rules backtest --json` prints. */
export interface BacktestAnswer {
  readonly statusChanges: readonly StatusChange[];
  readonly stored?: BacktestReport & { readonly since?: string; readonly contentGone: number };
  readonly corpus?: BacktestReport & { readonly badLines: number };
}
