import { type JobsOptions, Queue } from 'bullmq';
import type { z } from 'zod';
import { asQueueError } from './queue-errors.js';

export interface QueueConnection {
  readonly redisUrl: string;
  /** Keeps several installations, and parallel tests, apart on one Redis. */
  readonly prefix: string;
  /** A connection was lost, or Redis refused something. ioredis connects again by itself: this only tells, each time. */
  readonly onError: (error: Error) => void;
  /** Aborted once the program ends and Redis is not waited for any more: what is asked of it fails from then on. */
  readonly givenUp?: AbortSignal;
}

/** What one queue is: its name, the shape of its payload (ids only: Redis is clear text), how a job is kept. */
export interface QueueDefinition<P> {
  readonly name: string;
  readonly payload: z.ZodType<P>;
  /** Two waiting jobs with one id are one job. Holds no `:`. */
  jobIdOf?(payload: P): string;
  readonly attempts: number;
  /** `exponential` spares a platform; `fixed` comes back as soon as our own MongoDB may be there again. */
  readonly backoff: { readonly type: 'fixed' | 'exponential'; readonly delay: number };
}

/** The producer's side of one queue. Losing Redis loses nothing that MongoDB cannot tell again. */
export interface PayloadQueue<P> {
  readonly definition: QueueDefinition<P>;
  readonly connection: QueueConnection;
  enqueue(payloads: readonly P[]): Promise<void>;
  /** Jobs waiting, running or delayed. */
  countUnfinished(): Promise<number>;
  /** Holds the whole queue, hence one queue per platform. */
  holdFor(ms: number): Promise<void>;
  /** For how long it is still held; 0 when it is not. */
  heldForMs(): Promise<number>;
  /** Makes `payload` come again every `everyMs`; repeating the call changes nothing. */
  repeatEvery(id: string, everyMs: number, payload: P): Promise<void>;
  /** Resolves when Redis answers, which may be never. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Once Redis is given up, what runs has this long to notice. */
const LAST_MS = 500;

/**
 * Waits for what asks Redis, until it is given up. A connection that is cut while it waits to connect again tells neither
 * its end nor the commands that stand in line: these never end.
 */
export async function unlessGivenUp(step: Promise<unknown>, { givenUp }: QueueConnection): Promise<void> {
  if (givenUp === undefined) return void (await step);
  let timer: NodeJS.Timeout | undefined;
  let stop = () => {};
  const last = new Promise<void>((resolve) => {
    stop = () => {
      timer = setTimeout(resolve, LAST_MS);
    };
    if (givenUp.aborted) stop();
    else givenUp.addEventListener('abort', stop, { once: true });
  });
  await Promise.race([step, last]);
  givenUp.removeEventListener('abort', stop);
  clearTimeout(timer);
}

/** BullMQ wants `null` here so that a worker outlives a Redis that is away for a while. */
export function bullConnection(connection: QueueConnection): { url: string; maxRetriesPerRequest: null } {
  return { url: connection.redisUrl, maxRetriesPerRequest: null };
}

export function openQueue<P>(definition: QueueDefinition<P>, connection: QueueConnection): PayloadQueue<P> {
  const queue = new Queue(definition.name, {
    connection: bullConnection(connection),
    prefix: connection.prefix,
    defaultJobOptions: jobOptions(definition),
  });
  const tell = (error: Error) => connection.onError(asQueueError(error));
  queue.on('error', tell);
  connection.givenUp?.addEventListener('abort', () => void queue.disconnect().catch(tell));
  const refused = (error: Error): never => {
    throw asQueueError(error);
  };

  return {
    definition,
    connection,
    async enqueue(payloads) {
      const jobs = payloads.map((payload) => {
        const data = definition.payload.parse(payload);
        const jobId = definition.jobIdOf?.(data);
        return { name: definition.name, data, opts: jobId === undefined ? {} : { jobId } };
      });
      if (jobs.length > 0) await queue.addBulk(jobs).catch(refused);
    },
    async countUnfinished() {
      const counts = await queue.getJobCounts('wait', 'active', 'delayed', 'prioritized');
      return Object.values(counts).reduce((sum, n) => sum + n, 0);
    },
    async holdFor(ms) {
      await queue.rateLimit(ms);
    },
    async heldForMs() {
      return Math.max(0, await queue.getRateLimitTtl());
    },
    async repeatEvery(id, everyMs, payload) {
      await queue.upsertJobScheduler(id, { every: everyMs }, { name: definition.name, data: payload }).catch(refused);
    },
    async ping() {
      await queue.isPaused(); // Any small question will do.
    },
    close: () => unlessGivenUp(queue.close(), connection),
  };
}

function jobOptions<P>(definition: QueueDefinition<P>): JobsOptions {
  return {
    attempts: definition.attempts,
    backoff: definition.backoff,
    // A finished job that stayed would block the next one with the same id; MongoDB holds what happened.
    removeOnComplete: true,
    removeOnFail: true,
  };
}
