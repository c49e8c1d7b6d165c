import { type Job, UnrecoverableError, Worker } from 'bullmq';
import { ZodError } from 'zod';
import { RateLimitedError } from '../src/domain/collecting.js';
import { NetraError } from '../src/domain/errors.js';
import { bullConnection, type PayloadQueue } from '../src/queues/payload-queue.js';

/** How a worker notices that another one died, in milliseconds; BullMQ's own words. */
export interface WorkerTiming {
  readonly lockMs: number;
  readonly stalledEveryMs: number;
}

export const DEFAULT_TIMING: WorkerTiming = { lockMs: 30_000, stalledEveryMs: 15_000 };

/** What a handler is told beside its payload. */
export interface Attempt {
  readonly signal: AbortSignal;
  readonly isLastTry: boolean;
}

export interface WorkerSpec<P> {
  readonly queue: PayloadQueue<P>;
  readonly concurrency: number;
  readonly timing: WorkerTiming;
  readonly handle: (payload: P, attempt: Attempt) => Promise<unknown>;
  readonly onFailed?: (error: Error, payload: unknown) => void;
}

/** A running consumer of one queue. The only place that knows both BullMQ and our errors. */
export interface RunningWorker {
  readonly name: string;
  close(): Promise<void>;
}

export function runWorker<P>(spec: WorkerSpec<P>): RunningWorker {
  const { queue } = spec;
  const shutdown = new AbortController();
  // `async` matters: a payload that cannot be read must reject here, where it is known to be hopeless.
  const run = async (job: Job) => {
    const payload = queue.definition.payload.parse(job.data);
    const isLastTry = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    return spec.handle(payload, { signal: shutdown.signal, isLastTry });
  };
  const worker = new Worker(queue.definition.name, (job) => run(job).then(() => null, toQueueError), {
    connection: bullConnection(queue.connection),
    prefix: queue.connection.prefix,
    concurrency: spec.concurrency,
    lockDuration: spec.timing.lockMs,
    stalledInterval: spec.timing.stalledEveryMs,
    // A killed worker is not the job's fault; the handlers are safe to repeat.
    maxStalledCount: 1_000,
    // After a lost connection BullMQ waits this long before it asks again.
    runRetryDelay: 1_000,
  });
  worker.on('failed', (job, error) => spec.onFailed?.(error, job?.data));
  worker.on('error', () => {});

  async function toQueueError(error: unknown): Promise<never> {
    if (error instanceof RateLimitedError) {
      await queue.holdFor(error.retryAfterMs);
      throw Worker.RateLimitError();
    }
    if (isHopeless(error)) throw new UnrecoverableError((error as Error).message);
    throw error;
  }

  return {
    name: queue.definition.name,
    async close() {
      shutdown.abort();
      await worker.close();
    },
  };
}

function isHopeless(error: unknown): boolean {
  return error instanceof ZodError || (error instanceof NetraError && !error.retryable);
}
