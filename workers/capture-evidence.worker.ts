import type { CaptureEvidencePayload } from '../src/queues/capture-evidence-queue.js';
import type { PayloadQueue } from '../src/queues/payload-queue.js';
import { type CaptureDeps, captureFlagEvidence } from '../src/steps/capture-flag-evidence.js';
import { type RunningWorker, runWorker, type WorkerTiming } from './run-worker.js';

/** Seals evidence, then opens the flag. */
export function runCaptureEvidenceWorker(options: {
  queue: PayloadQueue<CaptureEvidencePayload>;
  deps: CaptureDeps;
  concurrency: number;
  timing: WorkerTiming;
  onFailed?: (error: Error, payload: unknown) => void;
}): RunningWorker {
  const { deps, ...spec } = options;
  return runWorker({ ...spec, handle: ({ flagId }, attempt) => captureFlagEvidence(deps, flagId, attempt) });
}
