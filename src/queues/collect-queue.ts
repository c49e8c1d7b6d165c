import { z } from 'zod';
import type { Platform } from '../domain/platform.js';
import type { QueueDefinition } from './payload-queue.js';

export const collectPayload = z.strictObject({ accountId: z.string().min(1).max(100) });
export type CollectPayload = z.infer<typeof collectPayload>;

/** One queue a platform: a platform's rate limit holds its whole queue, and must hold no other. */
export function collectQueue(platform: Platform): QueueDefinition<CollectPayload> {
  return {
    name: `collect-${platform}`,
    payload: collectPayload,
    jobIdOf: (payload) => payload.accountId,
    attempts: 3,
    backoff: { type: 'exponential', delay: 2_000 },
  };
}
