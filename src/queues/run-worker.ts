import { type Job, UnrecoverableError, Worker, type WorkerOptions } from 'bullmq';
import { ZodError } from 'zod';
import type { Attempt } from '../domain/attempt.js';
import { RateLimitedError } from '../domain/collecting.js';
import { NetraError } from '../domain/errors.js';
import { bullConnection, type PayloadQueue, unlessGivenUp } from './payload-queue.js';
import { asQueueError } from './queue-errors.js';

/** How a worker notices that another one died, in milliseconds; BullMQ's own words. */
export interface WorkerTiming {
  readonly lockMs: number;
  readonly stalledEveryMs: number;
}

export const DEFAULT_TIMING: WorkerTiming = { lockMs: 30_000, stalledEveryMs: 15_000 };

export interface WorkerSpec<P> {
  readonly queue: PayloadQueue<P>;
  readonly concurrency: number;
  readonly timing: WorkerTiming;
  readonly handle: (payload: P, attempt: Attempt) => Promise<unknown>;
  /** One attempt failed, with what was really thrown; more may follow. */
  readonly onFailed: (error: unknown, jobId: string | undefined) => void;
}

/** A running consumer of one queue. */
export interface RunningWorker {
  readonly name: string;
  /**
   * Waits for what runs. Where Redis was given up: how many jobs it could not be told of; another worker takes these
   * over when their lock runs out.
   */
  close(): Promise<number>;
}

/** Runs a queue's jobs. The only place that knows both BullMQ and our errors. */
export function runWorker<P>(spec: WorkerSpec<P>): RunningWorker {
  const { queue } = spec;
  const shutdown = new AbortController();
  const untold = new Set<string | undefined>();
  // `async` matters: a payload that cannot be read must reject here, where it is known to be hopeless.
  const run = async (job: Job) => {
    untold.add(job.id);
    if (isForgotten(job)) throw new Error(`Missing key for job ${job.id}`);
    const payload = queue.definition.payload.parse(job.data);
    const isLastTry = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    return spec.handle(payload, { signal: shutdown.signal, isLastTry });
  };
  const failed = async (job: Job, error: unknown): Promise<never> => {
    if (!(error instanceof RateLimitedError)) throw whatRedisIsTold(error);
    await queue.holdFor(error.retryAfterMs);
    untold.delete(job.id);
    throw Worker.RateLimitError();
  };
  const process = async (job: Job) => {
    await run(job).catch((error: unknown) => failed(job, error));
    return null;
  };
  const worker = new Worker(queue.definition.name, process, optionsOf(spec));
  worker.on('completed', (job) => untold.delete(job.id));
  worker.on('failed', (job, told) => {
    untold.delete(job?.id);
    spec.onFailed(told.cause ?? told, job?.id);
  });
  const tell = (error: Error) => queue.connection.onError(asQueueError(error));
  worker.on('error', tell);
  queue.connection.givenUp?.addEventListener('abort', () => void worker.disconnect().catch(tell));

  return {
    name: queue.definition.name,
    async close() {
      shutdown.abort();
      await unlessGivenUp(worker.close(), queue.connection);
      return queue.connection.givenUp?.aborted ? untold.size : 0;
    },
  };
}

/** Redis lost its body and kept its name; said in BullMQ's words for it. MongoDB tells the work again. */
function isForgotten(job: Job): boolean {
  return job.timestamp === undefined || Number.isNaN(job.timestamp);
}

function optionsOf<P>({ queue, concurrency, timing }: WorkerSpec<P>): WorkerOptions {
  return {
    connection: bullConnection(queue.connection),
    prefix: queue.connection.prefix,
    concurrency,
    lockDuration: timing.lockMs,
    stalledInterval: timing.stalledEveryMs,
    // A killed worker is not the job's fault; the handlers are safe to repeat.
    maxStalledCount: 1_000,
    // After a lost connection BullMQ waits this long before it asks again.
    runRetryDelay: 1_000,
  };
}

/** BullMQ keeps message and stack with the job, in clear text; a driver's may quote what was to be stored. */
function whatRedisIsTold(error: unknown): Error {
  const name = error instanceof Error ? error.name : typeof error;
  const told = isHopeless(error) ? new UnrecoverableError(name) : new Error(name);
  return Object.assign(told, { cause: error });
}

function isHopeless(error: unknown): boolean {
  return error instanceof ZodError || (error instanceof NetraError && !error.retryable);
}
