import { z } from 'zod';
import type { QueueDefinition } from './payload-queue.js';

/** `collect`: visits that are due; `digest`: mails that are due; `recover`: what a lost Redis has to be told again. */
export const SCHEDULE_TASKS = ['collect', 'digest', 'recover'] as const;
export type ScheduleTask = (typeof SCHEDULE_TASKS)[number];

export const schedulePayload = z.strictObject({ task: z.enum(SCHEDULE_TASKS) });
export type SchedulePayload = z.infer<typeof schedulePayload>;

/** What is due stands in MongoDB; these jobs only ask. */
export const scheduleQueue: QueueDefinition<SchedulePayload> = {
  name: 'schedule',
  payload: schedulePayload,
  attempts: 1,
  backoff: { type: 'fixed', delay: 1_000 },
};
