import { z } from 'zod';
import { STAGES } from '../../domain/election.js';
import { ACTIVITY_KINDS, PLATFORMS } from '../../domain/platform.js';
import { clearedSchema } from './flag-schemas.js';
import { count } from './schemas.js';

export const missedSchema = z.object({
  /** `null`: nothing that people brought was confirmed yet. */
  recall: z.object({ rate: z.number(), low: z.number(), high: z.number(), cases: count }).nullable(),
  items: z.array(
    z.object({
      kind: z.enum(ACTIVITY_KINDS),
      platform: z.enum(PLATFORMS),
      stage: z.enum(STAGES),
      text: z.string(),
      targetText: z.string().nullable(),
      cleared: z.array(clearedSchema),
      /** The act as one line of a rule's samples, with placeholders for whoever stands. */
      sample: z.string(),
    }),
  ),
});

export type MissedList = z.infer<typeof missedSchema>;
