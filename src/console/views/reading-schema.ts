import { z } from 'zod';
import { EVIDENCE_ITEMS } from '../../domain/evidence.js';
import { POST_OUTCOMES } from '../../domain/post-reading.js';
import { instant } from './schemas.js';

/** What a machine found behind a report's link, and the pack that was sealed then. */
export const readingSchema = z.object({
  outcome: z.enum(POST_OUTCOMES),
  by: z.enum(['read', 'shown', 'not_asked']),
  at: instant,
  /** Of a short link. */
  leadsTo: z.string().nullable(),
  text: z.string().nullable(),
  author: z.string().nullable(),
  publishedAt: z.string().nullable(),
  media: z.array(z.string()),
  pack: z.object({ sealedAt: instant, manifestSha256: z.string(), items: z.array(z.enum(EVIDENCE_ITEMS)) }).nullable(),
});
