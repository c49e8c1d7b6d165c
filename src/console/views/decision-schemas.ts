import { z } from 'zod';
import { STAGES } from '../../domain/election.js';
import { LINE_PLACES } from '../../domain/marked-line.js';
import { ACTIVITY_KINDS, PLATFORMS } from '../../domain/platform.js';
import { SETTLING_VERDICTS } from '../../domain/verdict.js';
import { count, instant, officeSchema, zoneSchema } from './schemas.js';
import { aboutNamesSchema } from './search-schemas.js';

const personSchema = z.object({ id: z.string(), name: z.string() });
const verdictSchema = z.enum(SETTLING_VERDICTS);

export const decisionSchema = z.object({
  /** Of the flag. */
  id: z.string(),
  /** The one in force. */
  verdict: verdictSchema,
  /** One person's alone, of a verdict that a second one has to give as well. */
  isAwaitingSecond: z.boolean(),
  decidedAt: instant,
  /** Whoever gave a verdict, the one in force first; empty for those who see no content. */
  people: z.array(z.string()),
  /** Plain text, never markup; `null` without words, once it is no longer kept, and for those who see no content. */
  firstLine: z.object({ of: z.enum(LINE_PLACES), text: z.string() }).nullable(),
  /** False for those who see no content. */
  isContentGone: z.boolean(),
  kind: z.enum(ACTIVITY_KINDS),
  platform: z.enum(PLATFORMS),
  stage: z.enum(STAGES),
  office: officeSchema,
  rules: z.array(z.object({ id: z.string(), title: z.string() })),
  zone: zoneSchema,
});

export const decisionListSchema = z.object({
  items: z.array(decisionSchema),
  nextCursor: z.string().nullable(),
  /** Of the same office, person and day, by verdict; whatever verdict is asked for. */
  counts: z.array(z.object({ verdict: verdictSchema, count })),
  /** Of these offices and days: those with two contrary verdicts, counted as neither and not among the items. */
  contrary: count,
  /** What waits for the caller's blind second verdict and therefore stands in no answer; `null` where that is not theirs. */
  hidden: count.nullable(),
  offices: z.array(officeSchema.extend({ parentCode: z.string().nullable() })),
  /** Who may have decided here, by name; empty for those who see no content. */
  people: z.array(personSchema),
  about: aboutNamesSchema,
});

export type DecisionList = z.infer<typeof decisionListSchema>;
export type Decision = z.infer<typeof decisionSchema>;
