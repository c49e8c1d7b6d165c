import { z } from 'zod';
import { isDay } from '../domain/days.js';
import type { QueueDefinition } from './payload-queue.js';

export const digestPayload = z.strictObject({
  officeCode: z.string().min(1).max(100),
  day: z.string().refine(isDay),
});
export type DigestPayload = z.infer<typeof digestPayload>;

export const digestQueue: QueueDefinition<DigestPayload> = {
  name: 'digest',
  payload: digestPayload,
  jobIdOf: (payload) => `${Buffer.from(payload.officeCode).toString('base64url')}-${payload.day}`,
  attempts: 5,
  backoff: { type: 'exponential', delay: 60_000 },
};
