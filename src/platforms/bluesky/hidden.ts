import { PlatformFailureError, TargetUnavailableError } from '../../domain/collecting.js';
import type { NotObservableReason } from '../../domain/coverage.js';
import type { Signal } from '../../domain/platform.js';
import { BLUESKY } from '../../words/adapters/platforms.js';
import { say } from '../../words/say.js';

/** Why a signal was not read to its end. */
export interface Hidden {
  readonly reason: NotObservableReason;
  readonly detail: string;
}

export const BUDGET_ENDED: Hidden = { reason: 'interrupted', detail: say(BLUESKY.budget, 'id') };

export interface HiddenSignals {
  /** The first reason stays. */
  hide(signals: readonly Signal[], hidden: Hidden): void;
  /** An act of the signal waits for the look-up of whom it is aimed at. */
  addWaiting(signal: Signal, reason: NotObservableReason): void;
  findHidden(signal: Signal): Hidden | undefined;
}

export function createHiddenSignals(): HiddenSignals {
  const hidden = new Map<Signal, Hidden>();
  const waiting = new Map<Signal, { reason: NotObservableReason; count: number }>();
  return {
    hide(signals, why) {
      for (const signal of signals) if (!hidden.has(signal)) hidden.set(signal, why);
    },
    addWaiting(signal, reason) {
      const known = waiting.get(signal);
      waiting.set(signal, { reason: known?.reason ?? reason, count: (known?.count ?? 0) + 1 });
    },
    findHidden(signal) {
      const wait = waiting.get(signal);
      return (
        hidden.get(signal) ??
        (wait && { reason: wait.reason, detail: say(BLUESKY.waiting, 'id', { count: wait.count }) })
      );
    },
  };
}

/** What one list says for itself; anything that another try may mend ends the visit instead. */
export function hiddenBy(error: unknown): Hidden {
  if (error instanceof TargetUnavailableError) return { reason: error.reason, detail: error.message };
  if (error instanceof PlatformFailureError && error.reason === 'unreadable') {
    return { reason: 'unreadable', detail: error.message };
  }
  throw error;
}
