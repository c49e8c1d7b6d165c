import { z } from 'zod';
import { UNWRITTEN_TIMES } from '../../domain/act-time.js';
import { TARGET_FORMS } from '../../domain/activity.js';
import { STAGES } from '../../domain/election.js';
import { BROUGHT_BY, EVIDENCE_ITEMS, PACK_PROBLEMS } from '../../domain/evidence.js';
import { FLAG_STATES } from '../../domain/flag.js';
import { ACTIVITY_KINDS, PLATFORMS, SIGNALS } from '../../domain/platform.js';
import { isReadable } from '../../domain/readable.js';
import { VERDICTS } from '../../domain/verdict.js';
import { calibrationSchema } from './calibration-schemas.js';
import { pendingSchema } from './pending-schemas.js';
import { pictureTextSchema } from './picture-schemas.js';
import { askingSchema, questionSchema } from './question-schemas.js';
import { remarksSchema } from './remark-schemas.js';
import { assignedSchema, claimSchema, count, instant, officeSchema, ticketSchema, zoneSchema } from './schemas.js';

const spanSchema = z.object({ field: z.string(), start: count, end: count, means: z.string() });

const stanceSchema = z.enum(['support', 'attack', 'unclear']);

export const matchSchema = z.object({
  rule: z.object({
    id: z.string(),
    title: z.string(),
    explanation: z.string(),
    clauses: z.array(z.object({ item: z.string(), text: z.string(), sourceStatus: z.string() })),
    falsePositives: z.array(z.string()),
  }),
  basis: z.array(z.string()),
  tickets: z.array(ticketSchema),
  stance: stanceSchema,
  spans: z.array(spanSchema),
});

export const clearedSchema = z.object({ reason: z.string(), spans: z.array(spanSchema) });

/** `title`: by the set's own files; `null` for a sign that the program names. */
const signSchema = z.object({
  sign: z.string(),
  title: z.string().nullable(),
  points: z.int(),
  spans: z.array(spanSchema),
});

const aimSchema = z.object({
  account: z.object({ platform: z.string(), handle: z.string() }).nullable(),
  text: z.string().nullable(),
  url: z.string().nullable(),
  form: z.enum(TARGET_FORMS).nullable(),
});
/** `quoted`: what the act shares besides what it is aimed at. */
const targetSchema = aimSchema.extend({ quoted: aimSchema.extend({ quoted: aimSchema.nullable() }).nullable() });

const itemSchema = z.object({
  name: z.enum(EVIDENCE_ITEMS),
  mediaType: z.string(),
  bytes: count,
  sha256: z.string(),
  /** Of `text.txt`: read from the page, or only what the platform gave. Of a brought picture: through whose hands. */
  source: z.enum(['page', 'activity', ...BROUGHT_BY]).optional(),
  broughtSha256: z.string().optional(),
});
const missingSchema = z.object({ name: z.enum(EVIDENCE_ITEMS), reason: z.string(), detail: z.string() });

/** `picture`: a machine read the text off it. */
const mediaSchema = z.object({
  text: z.string().nullable(),
  picture: z
    .object({
      words: pictureTextSchema.shape.words,
      /** Where in the pack it is; `null`: it is not in it. */
      item: z.enum(EVIDENCE_ITEMS).nullable(),
      /** The ticket whose registered campaign picture it is. */
      poster: z.string().nullable(),
    })
    .nullable(),
});

export const flagSchema = z.object({
  now: instant,
  id: z.string(),
  version: count,
  state: z.enum(FLAG_STATES),
  kind: z.enum(ACTIVITY_KINDS),
  platform: z.enum(PLATFORMS),
  stage: z.enum(STAGES),
  region: z.string(),
  office: officeSchema,
  actedAt: instant,
  waitingSince: instant,
  zone: zoneSchema,
  /** `null` once the account has left the registry. */
  account: z
    .object({
      name: z.string(),
      nipMasked: z.string(),
      position: z.string(),
      handle: z.string(),
      formerHandles: z.array(z.string()),
      proof: z.string(),
      mandate: z.object({ decree: z.string(), from: z.string(), to: z.string() }),
    })
    .nullable(),
  /** Plain text, never markup. `null` once the content is no longer kept. */
  content: z
    .object({
      text: z.string(),
      url: z.string().nullable(),
      source: z.string(),
      collectedAt: instant,
      /** Where the time of the act comes from if the date written on it is not believed. */
      timeSource: z.enum(UNWRITTEN_TIMES).nullable(),
      target: targetSchema.nullable(),
      media: z.array(mediaSchema),
    })
    .nullable(),
  matches: z.array(matchSchema),
  cleared: z.array(clearedSchema),
  /** What all rules together say of each ticket; empty on older flags. */
  sides: z.array(z.object({ ticket: ticketSchema, stance: stanceSchema })),
  /** Education notes: no finding, and nothing to weigh. */
  notes: z.array(z.object({ title: z.string(), explanation: z.string(), spans: z.array(spanSchema) })),
  /** How the act came to the line, strongest first; below zero speaks against marking. `null` on older flags. */
  points: z.object({ total: z.int(), line: count, signs: z.array(signSchema) }).nullable(),
  evidence: z
    .object({
      manifestSha256: z.string(),
      sealedAt: instant,
      items: z.array(itemSchema),
      missing: z.array(missingSchema),
    })
    .nullable(),
  hashes: z.object({ ruleset: z.string(), elections: z.string(), engine: z.string() }),
  /** Local, of the day the flag was made: the act may be older than the first visit. */
  coverageDay: z.string(),
  coverage: z.array(
    z.object({
      signal: z.enum(SIGNALS),
      state: z.enum(['seen', 'none', 'not_observable']),
      count: count.nullable(),
      reason: z.string().nullable(),
    }),
  ),
  /** Verdicts of others are not among them while the caller still has to give the second one. */
  reviews: z.array(
    z.object({
      verdict: z.enum(VERDICTS),
      reason: z.string(),
      weighed: z.array(z.string()),
      /** `null` in a blind review: who asked is often who decided. */
      reviewer: z.string().nullable(),
      isMine: z.boolean(),
      at: instant,
    }),
  ),
  /** Verdicts held back until the caller has given the second one; 0 outside of a blind review. */
  hiddenReviews: count,
  /** Who settles between two contrary verdicts sees neither names nor tickets before that. */
  isMasked: z.boolean(),
  /** Settled by a person's verdict that a second one has not given yet, and should. */
  isAwaitingSecond: z.boolean(),
  /** The last one, while it is not decided. */
  question: questionSchema.nullable(),
  remarks: remarksSchema.shape.remarks,
  hiddenRemarks: remarksSchema.shape.hiddenRemarks,
  assigned: assignedSchema.nullable(),
  /** What the caller may do about whose work it is. */
  ownStep: z.enum(['take', 'give_back']).nullable(),
  canAssign: z.boolean(),
  claim: claimSchema.nullable(),
  /** The caller's own decision, which can still be undone. Others see who holds the flag, and nothing of it. */
  pending: pendingSchema.nullable(),
  canDecide: z.boolean(),
  /** It is confirmed, and the caller may see by whom: a dossier of it can be had. */
  canHandOver: z.boolean(),
  /** `null` for everything that is a flag, and for what was not answered yet. */
  calibration: calibrationSchema.nullable(),
  /** Of a flag that two people agreed on, for whoever chooses which people are asked about to calibrate. */
  golden: z.object({ isGolden: z.boolean() }).nullable(),
});

export const verdictBodySchema = z.object({
  verdict: z.enum(VERDICTS),
  reason: z.string().trim().min(1).max(4000).refine(isReadable),
  weighed: z.array(z.string().max(300)).max(100),
  seenVersion: z.number().int().nonnegative(),
  /** To whom a question goes; without it, it stands in the queue as before. */
  asked: askingSchema.nullish(),
});

export const evidenceSchema = z.object({
  manifestSha256: z.string(),
  sealedAt: instant,
  /** What is not as it was sealed, looked up for this answer. With one of these, no item is given out. */
  problems: z.array(z.object({ file: z.string(), problem: z.enum(PACK_PROBLEMS) })),
  items: z.array(itemSchema.extend({ hash: z.enum(['match', 'mismatch', 'gone', 'withheld']) })),
  missing: z.array(missingSchema),
});

export type FlagPage = z.infer<typeof flagSchema>;
export type VerdictBody = z.infer<typeof verdictBodySchema>;
export type EvidenceList = z.infer<typeof evidenceSchema>;
