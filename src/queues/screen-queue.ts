import { z } from 'zod';
import type { QueueDefinition } from './payload-queue.js';

/** One job screens a handful: one round trip to MongoDB for 200 acts instead of 200. */
export const SCREEN_BATCH = 200;

export const screenPayload = z.strictObject({
  activityIds: z.array(z.string().min(1).max(100)).min(1).max(SCREEN_BATCH),
});
export type ScreenPayload = z.infer<typeof screenPayload>;

export const screenQueue: QueueDefinition<ScreenPayload> = {
  name: 'screen',
  payload: screenPayload,
  attempts: 60,
  backoff: { type: 'fixed', delay: 1_000 },
};

/** Splits ids into payloads of at most `SCREEN_BATCH`. */
export function toScreenPayloads(activityIds: readonly string[]): ScreenPayload[] {
  const payloads: ScreenPayload[] = [];
  for (let i = 0; i < activityIds.length; i += SCREEN_BATCH) {
    payloads.push({ activityIds: activityIds.slice(i, i + SCREEN_BATCH) });
  }
  return payloads;
}
