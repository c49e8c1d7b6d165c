import type { Clock } from '../domain/clock.js';

interface RefreshOptions<T> {
  readonly load: () => Promise<T>;
  readonly clock: Clock;
  /** How long a value serves before the next call loads a new one in the background. */
  readonly forMs: number;
  readonly onFailed: (error: unknown) => void;
}

/**
 * A value that is costly to make and may be some minutes old. Only the very first caller waits; later ones get what
 * is there while a new one is made. A failed load keeps the old value and is tried again by the next call.
 */
export function createRefreshed<T>({ load, clock, forMs, onFailed }: RefreshOptions<T>): () => Promise<T> {
  let kept: { value: T; at: number } | undefined;
  let loading: Promise<T> | undefined;
  const refresh = () => {
    const startedAt = clock().getTime();
    loading ??= load()
      .then((value) => {
        kept = { value, at: startedAt };
        return value;
      })
      .finally(() => {
        loading = undefined;
      });
    return loading;
  };
  return async () => {
    if (kept === undefined) return refresh();
    if (clock().getTime() - kept.at >= forMs) refresh().catch(onFailed);
    return kept.value;
  };
}
