import { PlatformFailureError, RateLimitedError, TargetUnavailableError } from '../../domain/collecting.js';
import type { NotObservableReason } from '../../domain/coverage.js';

/** What came of a look-up. `absent`: the server says so; `failed`: nothing is known, and another visit may learn it. */
export type LookUp<T> =
  | { readonly state: 'found'; readonly value: T }
  | { readonly state: 'absent' }
  | { readonly state: 'failed'; readonly reason: NotObservableReason };

export interface LookUps {
  /** Asked so far in this visit. */
  count(): number;
  /** One look-up at a server; the same key is looked up once a visit. */
  once<T>(key: string, ask: { server: string; read: () => Promise<T> }): Promise<LookUp<T>>;
}

// A server that fails so often in one visit is left alone until the next: each try may cost its whole time limit.
const FAILURES_BORNE = 3;

/** `endsVisit`: whether a server's "not now" ends the visit; a stranger's leaves open only what is looked up there. */
export function createLookUps(endsVisit: (error: RateLimitedError) => boolean): LookUps {
  const known = new Map<string, Promise<LookUp<unknown>>>();
  const failures = new Map<string, number>();
  let count = 0;

  async function ask<T>(server: string, read: () => Promise<T>): Promise<LookUp<T>> {
    if ((failures.get(server) ?? 0) >= FAILURES_BORNE) return { state: 'failed', reason: 'unreachable' };
    count += 1;
    try {
      return { state: 'found', value: await read() };
    } catch (error) {
      if (error instanceof TargetUnavailableError) return { state: 'absent' };
      if (error instanceof RateLimitedError && endsVisit(error)) throw error;
      const reason = reasonOf(error);
      failures.set(server, reason === 'rate_limited' ? FAILURES_BORNE : (failures.get(server) ?? 0) + 1);
      return { state: 'failed', reason };
    }
  }

  return {
    count: () => count,
    once(key, { server, read }) {
      const found = known.get(key) ?? ask(server, read);
      known.set(key, found);
      return found as Promise<LookUp<never>>;
    },
  };
}

function reasonOf(error: unknown): NotObservableReason {
  if (error instanceof RateLimitedError) return 'rate_limited';
  if (error instanceof PlatformFailureError) return error.reason;
  throw error;
}
