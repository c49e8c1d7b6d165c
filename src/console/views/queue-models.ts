import type { Clock } from '../../domain/clock.js';
import { type QueueModelDeps, type TrainedModel, trainQueueModel } from '../../study/queue-model.js';
import { createRefreshed } from '../refreshed.js';

/** Verdicts of a few minutes change an order little; a page being read must not jump. */
const MODEL_FOR_MS = 10 * 60_000;
/** So many stay known, so that a person who pages on meets the order they began with. */
const KEPT = 4;

/** What the queue is ordered by. Learned behind the requests; only the very first one waits. */
export interface QueueModels {
  current(): Promise<TrainedModel>;
  /** One of the last few by its version. */
  find(version: string): TrainedModel | undefined;
}

export function createQueueModels(
  deps: QueueModelDeps,
  { clock, onFailed }: { clock: Clock; onFailed: (error: unknown) => void },
): QueueModels {
  let known: readonly TrainedModel[] = [];
  const current = createRefreshed({
    async load() {
      const model = await trainQueueModel(deps);
      known = [model, ...known.filter((other) => other.version !== model.version)].slice(0, KEPT);
      return model;
    },
    clock,
    onFailed,
    forMs: MODEL_FOR_MS,
  });
  return { current, find: (version) => known.find((model) => model.version === version) };
}
