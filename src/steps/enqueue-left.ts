import type { Clock } from '../domain/clock.js';

/** What MongoDB holds for one queue. */
export interface LeftDeps {
  readonly isQueueIdle: () => Promise<boolean>;
  /** Ids of what was due before this, longest due first. */
  readonly listLeft: (options: { before: Date; limit: number }) => Promise<string[]>;
  readonly enqueue: (ids: readonly string[]) => Promise<void>;
  readonly clock: Clock;
  /** Younger ones may still be on their way from MongoDB into the queue. */
  readonly graceMs: number;
  /** What is left comes with the next tick. */
  readonly most: number;
}

/**
 * Tells an empty queue again what MongoDB still holds: after a lost Redis, or a crash between storing and queueing.
 * A queue that still has work is left alone: what it lacks is found when it is empty. How many were told.
 */
export async function enqueueLeft({ isQueueIdle, listLeft, enqueue, clock, graceMs, most }: LeftDeps): Promise<number> {
  if (!(await isQueueIdle())) return 0;
  const ids = await listLeft({ before: new Date(clock().getTime() - graceMs), limit: most });
  await enqueue(ids);
  return ids.length;
}
