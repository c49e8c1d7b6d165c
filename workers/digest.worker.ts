import type { DigestPayload } from '../src/queues/digest-queue.js';
import type { PayloadQueue } from '../src/queues/payload-queue.js';
import { type SendDigestDeps, sendDigest } from '../src/steps/send-digest.js';
import { type RunningWorker, runWorker, type WorkerTiming } from './run-worker.js';

/** Sends one office's day. One at a time: an SMTP server of an office likes it slow. */
export function runDigestWorker(options: {
  queue: PayloadQueue<DigestPayload>;
  deps: SendDigestDeps;
  timing: WorkerTiming;
  onFailed?: (error: Error, payload: unknown) => void;
}): RunningWorker {
  const { deps, ...spec } = options;
  return runWorker({ ...spec, concurrency: 1, handle: (payload) => sendDigest(deps, payload) });
}
