/** Takes things in by batches; the reader goes on meanwhile. */
export interface BatchesInFlight<T> {
  /** Something to wait for only while too many batches are under way. Throws the first failure of any of them. */
  add(thing: T, size: number): Promise<void> | undefined;
  /** Resolves when everything added is through. */
  finish(): Promise<void>;
}

/** Large enough that round trips cost nothing beside the rules. */
const BATCH = 2_000;
/** Of sizes added up, in UTF-16 units: a file of the longest texts must not fill the memory. */
const BATCH_SIZE = 8_000_000;
/** One is being asked for, one judged, one stored, while the next one is read. */
const IN_FLIGHT = 3;

export function createBatchesInFlight<T>(take: (batch: readonly T[]) => Promise<void>): BatchesInFlight<T> {
  const inFlight = new Set<Promise<void>>();
  let failure: { error: unknown } | undefined;
  let waiting: T[] = [];
  let waitingSize = 0;

  async function until(most: number): Promise<void> {
    while (inFlight.size > most && !failure) await Promise.race(inFlight);
    if (failure) throw failure.error;
  }
  async function flush(): Promise<void> {
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    waitingSize = 0;
    await until(IN_FLIGHT - 1);
    const running: Promise<void> = take(batch)
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => inFlight.delete(running));
    inFlight.add(running);
  }

  return {
    add(thing, size) {
      waiting.push(thing);
      waitingSize += size;
      return waiting.length >= BATCH || waitingSize >= BATCH_SIZE ? flush() : undefined;
    },
    async finish() {
      await flush();
      await until(0);
    },
  };
}
