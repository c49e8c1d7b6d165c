import { z } from 'zod';
import { STAGES } from '../../domain/election.js';
import { LINE_PLACES, TONES } from '../../domain/marked-line.js';
import { ACTIVITY_KINDS, PLATFORMS } from '../../domain/platform.js';
import { SIGN_KINDS } from '../../domain/queue-order.js';
import { askedLineSchema } from './question-schemas.js';
import { assignedSchema, claimSchema, count, coverageSchema, instant, officeSchema, zoneSchema } from './schemas.js';
import { aboutNamesSchema } from './search-schemas.js';

/** `oldest`: what waits longest first. `similar`: what is like acts that people confirmed here first. */
export const QUEUE_ORDERS = ['oldest', 'similar'] as const;

const reasonSchema = z.object({
  of: z.enum(SIGN_KINDS),
  /** A code, or a rule's title, or words of the rule files; never words of the act. */
  word: z.string(),
  pull: z.enum(['first', 'last']),
});

const ruleSchema = z.object({ id: z.string(), title: z.string() });

/** Plain text in pieces, never markup. */
const piecesSchema = z.array(z.object({ text: z.string(), tone: z.enum(TONES).nullable() }));

/** `own`: the act's own first words, where the line is of other words. */
const lineSchema = z.object({ of: z.enum(LINE_PLACES), pieces: piecesSchema, own: piecesSchema.nullable() });

export const queueItemSchema = z.object({
  id: z.string(),
  kind: z.enum(ACTIVITY_KINDS),
  platform: z.enum(PLATFORMS),
  stage: z.enum(STAGES),
  office: officeSchema,
  rules: z.array(ruleSchema),
  actedAt: instant,
  waitingSince: instant,
  /** `null` without words, once it is no longer kept, and for who sees no content. */
  line: lineSchema.nullable(),
  /** False for who sees no content. */
  isContentGone: z.boolean(),
  /** For a first decision; false once there is one. */
  isOverdue: z.boolean(),
  zone: zoneSchema,
  claim: claimSchema.nullable(),
  /** Whose work it is. */
  assigned: assignedSchema.nullable(),
  /** The last one asked of somebody, until the flag is decided. */
  question: askedLineSchema.nullable(),
  /** The caller has decided it, and can still undo that. */
  isPending: z.boolean(),
  /** Reviews that asked for context. How many verdicts there are is not told here. */
  questionCount: count,
  clearedCount: count,
  /** Flags of the same post that this line stands for, itself among them. */
  same: count,
  /** Why it stands where it stands, what moved it most first; empty in the order by age. */
  why: z.array(reasonSchema),
});

export const queueSchema = z.object({
  /** The console's clock: waiting times count from here, not from the reader's machine. */
  now: instant,
  items: z.array(queueItemSchema),
  /** What comes back to the caller by an answer or a day, and then what they hold, of the same filters; it stands in `items` as well, on its page. */
  mine: z.array(queueItemSchema),
  /** The order given, which is by age also where `similar` was asked for and there is too little to learn from. */
  order: z.enum(QUEUE_ORDERS),
  /** How many different accounts must be confirmed, and as many dismissed, before an order can be learned. */
  tooFewVerdicts: z.object({ accountsEach: count }).nullable(),
  nextCursor: z.string().nullable(),
  /** What fits the filters, on all pages together. */
  fitting: count,
  /** Of the caller's whole reach. `second`: what waits for a second review by the caller; `null` where it is not theirs. `asked`: of the open ones, those on which an answer is waited for. */
  counts: z.object({ open: count, sealing: count, decided: count, second: count.nullable(), asked: count }),
  /** Offices in the caller's reach, for the filter. */
  offices: z.array(officeSchema.extend({ parentCode: z.string().nullable() })),
  /** Those in force that mark, for the filter; what a withdrawn one marked names it on its own line. */
  rules: z.array(ruleSchema),
  /** Whoever has work in the reach, for the filter; empty for who may not open flags. */
  assignees: z.array(z.object({ id: z.string(), name: z.string() })),
  coverage: coverageSchema.extend({ day: z.string() }),
  about: aboutNamesSchema,
});

export type Queue = z.infer<typeof queueSchema>;
export type QueueItem = z.infer<typeof queueItemSchema>;
