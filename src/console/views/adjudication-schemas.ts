import { z } from 'zod';
import { STAGES } from '../../domain/election.js';
import { ACTIVITY_KINDS, PLATFORMS } from '../../domain/platform.js';
import { count, instant, officeSchema, zoneSchema } from './schemas.js';

/** No words of the act: they may show which ticket it speaks of. */
export const adjudicationSchema = z.object({
  id: z.string(),
  kind: z.enum(ACTIVITY_KINDS),
  platform: z.enum(PLATFORMS),
  stage: z.enum(STAGES),
  office: officeSchema,
  rules: z.array(z.object({ id: z.string(), title: z.string() })),
  /** Since when two verdicts stand against each other. */
  since: instant,
  zone: zoneSchema,
  /** Somebody has given the third verdict, and can still undo it. */
  isGiven: z.boolean(),
});

export const adjudicationListSchema = z.object({
  now: instant,
  items: z.array(adjudicationSchema),
  nextCursor: z.string().nullable(),
  count,
  /** In the own offices as well, but of the caller's own verdicts: somebody else settles those. */
  ofOthers: count,
});

export type AdjudicationList = z.infer<typeof adjudicationListSchema>;
export type Adjudication = z.infer<typeof adjudicationSchema>;
