import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import type { QueueConnection } from './payload-queue.js';
import { asQueueError } from './queue-errors.js';

/** Counts and holds that every process sees at once. Losing Redis begins them anew: nothing here is a record. */
export interface Counters {
  /** Adds one; how many there are now. All of them are forgotten together, `keptSeconds` after the first. */
  add(key: string, keptSeconds: number): Promise<number>;
  count(key: string): Promise<number>;
  /** One less. */
  giveBack(key: string): Promise<void>;
  hold(key: string, seconds: number): Promise<void>;
  /** For how many seconds it is still held, rounded up; 0 when it is not. */
  heldSeconds(key: string): Promise<number>;
  /** Neither counted nor held any more. */
  forget(key: string): Promise<void>;
  close(): Promise<void>;
}

/** Never met: what is too much is for the caller to say. */
const NO_LIMIT = { points: Number.MAX_SAFE_INTEGER, duration: 86_400 };

/** While Redis is away this process counts alone, in memory, so that a door with counters is never without. */
export async function openCounters({ redisUrl, prefix, onError }: QueueConnection): Promise<Counters> {
  const redis = new Redis(redisUrl, { lazyConnect: true, enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  const tell = (error: Error) => onError(asQueueError(error));
  redis.on('error', tell);
  await redis.connect().catch(tell);
  const open = (name: string) =>
    new RateLimiterRedis({
      ...NO_LIMIT,
      storeClient: redis,
      keyPrefix: `${prefix}-${name}`,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory({ ...NO_LIMIT, keyPrefix: name }),
    });
  const [counts, holds] = [open('count'), open('hold')];
  return {
    async add(key, keptSeconds) {
      return (await counts.penalty(key, 1, { customDuration: keptSeconds })).consumedPoints;
    },
    async giveBack(key) {
      await counts.reward(key, 1);
    },
    count: async (key) => (await counts.get(key))?.consumedPoints ?? 0,
    async hold(key, seconds) {
      await holds.set(key, 1, seconds);
    },
    heldSeconds: async (key) => Math.ceil(((await holds.get(key))?.msBeforeNext ?? 0) / 1_000),
    async forget(key) {
      await Promise.all([counts.delete(key), holds.delete(key)]);
    },
    async close() {
      redis.disconnect();
    },
  };
}
