import type { PayloadQueue } from '../src/queues/payload-queue.js';
import type { ScreenPayload } from '../src/queues/screen-queue.js';
import { type ScreenDeps, screenActivities } from '../src/steps/screen-activities.js';
import { type RunningWorker, runWorker, type WorkerTiming } from './run-worker.js';

/** Judges stored acts by the rules in force. */
export function runScreenWorker(options: {
  queue: PayloadQueue<ScreenPayload>;
  deps: ScreenDeps;
  concurrency: number;
  timing: WorkerTiming;
  onFailed?: (error: Error, payload: unknown) => void;
}): RunningWorker {
  const { deps, ...spec } = options;
  return runWorker({ ...spec, handle: ({ activityIds }) => screenActivities(deps, activityIds) });
}
