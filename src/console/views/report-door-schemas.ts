import { z } from 'zod';
import { ACTIVITY_KINDS, PLATFORMS } from '../../domain/platform.js';
import { CHANNELS } from '../../domain/report.js';
import { FIELD_LIMITS } from '../lapor/report-fields.js';
import { daySchema } from './schemas.js';

const text = (limit: number) => z.string().max(limit).optional();

/** What a portal sends on for somebody; the form has the same fields. At least a link, a story or words. */
export const reportBodySchema = z.object({
  link: text(FIELD_LIMITS.link),
  story: text(FIELD_LIMITS.story).describe('What was seen, in the words of whoever reports'),
  words: text(FIELD_LIMITS.story).describe('The words of the act itself, copied as they are'),
  kind: z.enum(ACTIVITY_KINDS).optional(),
  name: text(FIELD_LIMITS.name),
  office: text(FIELD_LIMITS.office),
  handle: text(FIELD_LIMITS.handle),
  platform: z.enum(PLATFORMS).optional(),
  seenOn: daySchema.optional().describe('The day on which the reporter first knew, in Jakarta'),
  place: text(FIELD_LIMITS.place),
  channel: z.enum(CHANNELS).optional(),
  identity: z
    .string()
    .max(2_000)
    .optional()
    .describe('`key id.box`: sealed in the reporter’s own browser, or left out'),
  submission: z
    .string()
    .regex(/^[A-Za-z0-9_-]{22,64}$/)
    .optional()
    .describe(
      'By chance, 128 bits at least, and as secret as the receipt: sent again it is the same report and the same receipt',
    ),
  proof: z
    .string()
    .max(200)
    .optional()
    .describe(
      '`challenge.number`: SHA-256 of it begins with as many zero bits as the third part of the challenge says',
    ),
});
export type ReportBody = z.infer<typeof reportBodySchema>;

export const reportTakenSchema = z.object({
  receipt: z.string().describe('16 digits; this is the only time they are told'),
  isNew: z.boolean(),
  threadPath: z.string().describe('Where the receipt opens the thread'),
});

const errorSchema = z.object({ code: z.string(), message: z.string(), hint: z.string() });
export const reportHeldSchema = z.object({
  error: errorSchema,
  challenge: z.string().optional().describe('Work that lets the next try pass; without it only time does'),
});
