import type { CollectPayload } from '../src/queues/collect-queue.js';
import type { PayloadQueue } from '../src/queues/payload-queue.js';
import { type CollectDeps, collectAccount } from '../src/steps/collect-account.js';
import { type RunningWorker, runWorker, type WorkerTiming } from './run-worker.js';

/** Reads one platform's accounts, a few at a time. */
export function runCollectWorker(options: {
  queue: PayloadQueue<CollectPayload>;
  deps: CollectDeps;
  concurrency: number;
  timing: WorkerTiming;
  onFailed?: (error: Error, payload: unknown) => void;
}): RunningWorker {
  const { deps, ...spec } = options;
  return runWorker({ ...spec, handle: ({ accountId }, attempt) => collectAccount(deps, accountId, attempt) });
}
