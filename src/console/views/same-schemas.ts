import { z } from 'zod';
import { LINE_PLACES } from '../../domain/marked-line.js';
import { ACTIVITY_KINDS, PLATFORMS } from '../../domain/platform.js';
import { DIFFERENCES } from '../../domain/post-family.js';
import { isReadable } from '../../domain/readable.js';
import { SETTLING_VERDICTS, TOGETHER_VERDICTS } from '../../domain/verdict.js';
import { assignedSchema, claimSchema, count, idSchema, instant, officeSchema, zoneSchema } from './schemas.js';

/** Given together at most, and listed. */
export const MAX_TOGETHER = 100;

const sameSchema = z.object({
  id: z.string(),
  kind: z.enum(ACTIVITY_KINDS),
  platform: z.enum(PLATFORMS),
  office: officeSchema,
  actedAt: instant,
  zone: zoneSchema,
});

/** How the flags of a post family ended: of nobody who decides blind, and never of the same person. */
export const familySchema = z.object({
  /** Others that wait for a first decision, in the caller's reach. */
  waiting: count,
  /** The newest first; `closed`: one person alone has decided, whose verdict the caller may not read yet. */
  ended: z.array(sameSchema.extend({ outcome: z.enum([...SETTLING_VERDICTS, 'contrary', 'closed']) })),
  /** There are more than these. */
  isMore: z.boolean(),
  /** Held back until the caller has decided. */
  isHidden: z.boolean(),
});

export const sameListSchema = z.object({
  now: instant,
  /** The oldest first, without the flag that was asked about. */
  items: z.array(
    sameSchema.extend({
      version: count,
      account: z.object({ handle: z.string(), nipMasked: z.string() }).nullable(),
      /** Plain text, and whose words it is; `null` without words, or once they are no longer kept. */
      firstLine: z.object({ of: z.enum(LINE_PLACES), text: z.string() }).nullable(),
      differs: z.array(z.enum(DIFFERENCES)),
      claim: claimSchema.nullable(),
      assigned: assignedSchema.nullable(),
      /** Somebody asked about it, or decided, before. */
      wasReviewed: z.boolean(),
      isPending: z.boolean(),
      /** It differs in nothing, and nobody else has it in hand. */
      isOffered: z.boolean(),
    }),
  ),
  /** Beyond these. */
  more: count,
});

export const togetherBodySchema = z.object({
  verdict: z.enum(TOGETHER_VERDICTS),
  reason: z.string().trim().min(1).max(4000).refine(isReadable),
  weighed: z.array(z.string().max(300)).max(100),
  /** Each by name, as it was read. */
  flags: z
    .array(z.object({ id: idSchema, seenVersion: count.nonnegative() }))
    .min(1)
    .max(MAX_TOGETHER)
    .refine((flags) => new Set(flags.map(({ id }) => id)).size === flags.length),
});

export const togetherSchema = z.object({
  given: z.array(z.string()),
  refused: z.array(z.object({ id: z.string(), code: z.string(), message: z.string(), hint: z.string() })),
});

export type Family = z.infer<typeof familySchema>;
export type SameList = z.infer<typeof sameListSchema>;
export type TogetherBody = z.infer<typeof togetherBodySchema>;
export type Together = z.infer<typeof togetherSchema>;
