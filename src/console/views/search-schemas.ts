import { z } from 'zod';
import { PLATFORMS } from '../../domain/platform.js';
import { daySchema, idSchema, officeSchema } from './schemas.js';

export const ticketIdSchema = z.string().regex(/^[A-Za-z0-9:._/-]{1,200}$/);

/** What narrows a list of flags by their act and whose it is; for those who may open them. */
export const aboutSchema = z.object({
  words: z.string().trim().min(1).max(200).optional(),
  account: idSchema.optional(),
  ticket: ticketIdSchema.optional(),
});

/** Names of what an answer was narrowed by, within the caller's reach. */
export const aboutNamesSchema = z.object({ account: z.string().nullable(), ticket: z.string().nullable() });

/** What a few typed words may mean; each leads to a list narrowed by it. */
export const searchSchema = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nipMasked: z.string(),
      handle: z.string(),
      platform: z.enum(PLATFORMS),
      office: z.string(),
    }),
  ),
  offices: z.array(officeSchema),
  rules: z.array(z.object({ id: z.string(), title: z.string() })),
  tickets: z.array(z.object({ id: z.string(), label: z.string() })),
  reviewers: z.array(z.object({ id: z.string(), name: z.string() })),
  day: daySchema.nullable(),
});

export type SearchAnswer = z.infer<typeof searchSchema>;
export type About = z.infer<typeof aboutSchema>;
export type AboutNames = z.infer<typeof aboutNamesSchema>;
