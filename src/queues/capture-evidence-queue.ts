import { z } from 'zod';
import type { QueueDefinition } from './payload-queue.js';

export const captureEvidencePayload = z.strictObject({ flagId: z.string().min(1).max(100) });
export type CaptureEvidencePayload = z.infer<typeof captureEvidencePayload>;

export const captureEvidenceQueue: QueueDefinition<CaptureEvidencePayload> = {
  name: 'capture-evidence',
  payload: captureEvidencePayload,
  jobIdOf: (payload) => payload.flagId,
  attempts: 3,
  backoff: { type: 'exponential', delay: 1_000 },
};
