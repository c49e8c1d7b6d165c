import { z } from 'zod';
import type { QueueDefinition } from './payload-queue.js';

export const readLinkPayload = z.strictObject({ reportId: z.string().min(1).max(100) });
export type ReadLinkPayload = z.infer<typeof readLinkPayload>;

export const readLinkQueue: QueueDefinition<ReadLinkPayload> = {
  name: 'read-link',
  payload: readLinkPayload,
  jobIdOf: (payload) => payload.reportId,
  attempts: 3,
  backoff: { type: 'exponential', delay: 1_000 },
};
