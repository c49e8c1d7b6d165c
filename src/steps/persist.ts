import { setTimeout as wait } from 'node:timers/promises';
import { NetraError } from '../domain/errors.js';

/** How long a step waits for MongoDB to come back before it gives up, and how long between tries. */
export interface Patience {
  readonly totalMs: number;
  readonly betweenMs: number;
  readonly signal?: AbortSignal;
  /** Milliseconds that only go forward. */
  readonly now?: () => number;
}

export const PATIENCE: Patience = { totalMs: 120_000, betweenMs: 500 };
/** For whoever is called again from outside. */
export const ONE_TRY: Patience = { totalMs: 0, betweenMs: 1 };

/**
 * Repeats a step that is safe to repeat until it goes through. Permanent errors and faults of our own code pass at
 * once; only a service that is away is waited for.
 */
export async function persist<T>(step: () => Promise<T>, patience: Patience = PATIENCE): Promise<T> {
  // By time, not by tries: one that waits for a server to be found again takes ten seconds itself.
  const { now = () => performance.now() } = patience;
  const endsAt = now() + patience.totalMs;
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (now() + patience.betweenMs > endsAt || !mayMend(error)) throw error;
      await wait(patience.betweenMs, undefined, { signal: patience.signal });
    }
  }
}

function mayMend(error: unknown): boolean {
  if (error instanceof NetraError) return error.retryable;
  const isOurFault = error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
  const name = error instanceof Error ? error.name : '';
  return (
    !isOurFault &&
    name !== 'ZodError' &&
    name !== 'ValidationError' &&
    name !== 'StrictModeError' &&
    name !== 'CastError'
  );
}
