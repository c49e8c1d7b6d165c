import { z } from 'zod';
import { ABILITIES, ROLES } from '../../domain/abilities.js';
import { DAY_PATTERN, isDay } from '../../domain/days.js';
import { STAGES } from '../../domain/election.js';
import { EVIDENCE_ITEMS } from '../../domain/evidence.js';
import { FLAG_STATES } from '../../domain/flag.js';
import { ACTIVITY_KINDS, PLATFORMS, SIGNALS } from '../../domain/platform.js';
import { SIGN_KINDS } from '../../domain/queue-order.js';
import { VERDICTS } from '../../domain/verdict.js';

/** Answers hold what these name and nothing else: an unnamed field never leaves. Instants are ISO 8601. */
export const instant = z.string();
export const count = z.number().int();

/** Ids are hex or base64url; anything else cannot be ours. */
export const idSchema = z.string().regex(/^[A-Za-z0-9:._-]{1,128}$/);
export const daySchema = z.string().regex(DAY_PATTERN).refine(isDay);

export const errorSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), hint: z.string() }),
});

export const meSchema = z.object({
  username: z.string(),
  displayName: z.string(),
  role: z.enum(ROLES),
  /** What the menu shows; the server holds every route to the same table. */
  abilities: z.array(z.enum(ABILITIES)),
  officeCodes: z.array(z.string()),
  csrfToken: z.string(),
  expiresAt: instant,
});

const claimSchema = z.object({ by: z.string(), isMine: z.boolean(), until: instant });
const officeSchema = z.object({ code: z.string(), name: z.string() });
const zoneSchema = z.object({ name: z.string(), label: z.string() });

export const coverageSchema = z.object({
  accounts: count,
  signals: count,
  seen: count,
  none: count,
  notObservable: count,
  reasons: z.record(z.string(), count),
});

/** `oldest`: what waits longest first. `similar`: what is like acts that people confirmed here first. */
export const QUEUE_ORDERS = ['oldest', 'similar'] as const;

const reasonSchema = z.object({
  of: z.enum(SIGN_KINDS),
  /** A code, or a rule's title, or words of the rule files; never words of the act. */
  word: z.string(),
  pull: z.enum(['first', 'last']),
});

export const queueItemSchema = z.object({
  id: z.string(),
  kind: z.enum(ACTIVITY_KINDS),
  platform: z.enum(PLATFORMS),
  stage: z.enum(STAGES),
  office: officeSchema,
  rules: z.array(z.object({ id: z.string(), title: z.string() })),
  actedAt: instant,
  waitingSince: instant,
  /** For a first decision; false once there is one. */
  isOverdue: z.boolean(),
  zone: zoneSchema,
  claim: claimSchema.nullable(),
  /** Reviews that asked for context. How many verdicts there are is not told here. */
  questionCount: count,
  clearedCount: count,
  /** Why it stands where it stands, what moved it most first; empty in the order by age. */
  why: z.array(reasonSchema),
});

export const queueSchema = z.object({
  /** The console's clock: waiting times count from here, not from the reader's machine. */
  now: instant,
  items: z.array(queueItemSchema),
  /** The order given, which is by age also where `similar` was asked for and there is too little to learn from. */
  order: z.enum(QUEUE_ORDERS),
  /** How many different accounts must be confirmed, and as many dismissed, before an order can be learned. */
  tooFewVerdicts: z.object({ accountsEach: count }).nullable(),
  nextCursor: z.string().nullable(),
  /** Of the caller's whole reach. `second`: what waits for a second review by the caller; `null` where it is not theirs. */
  counts: z.object({ open: count, sealing: count, decided: count, second: count.nullable() }),
  /** Offices in the caller's reach, for the filter. */
  offices: z.array(officeSchema.extend({ parentCode: z.string().nullable() })),
  coverage: coverageSchema.extend({ day: z.string() }),
});

const spanSchema = z.object({ field: z.string(), start: count, end: count, means: z.string() });
export const ticketSchema = z.object({ id: z.string(), label: z.string() });

const matchSchema = z.object({
  rule: z.object({
    id: z.string(),
    title: z.string(),
    explanation: z.string(),
    clauses: z.array(z.object({ item: z.string(), text: z.string(), sourceStatus: z.string() })),
    falsePositives: z.array(z.string()),
  }),
  basis: z.array(z.string()),
  tickets: z.array(ticketSchema),
  stance: z.enum(['support', 'attack', 'unclear']),
  spans: z.array(spanSchema),
});

const targetSchema = z.object({
  account: z.object({ platform: z.string(), handle: z.string() }).nullable(),
  text: z.string().nullable(),
  url: z.string().nullable(),
});

const itemSchema = z.object({
  name: z.enum(EVIDENCE_ITEMS),
  mediaType: z.string(),
  bytes: count,
  sha256: z.string(),
  /** Of `text.txt`: read from the page, or only what the platform gave. */
  source: z.enum(['page', 'activity']).optional(),
});
const missingSchema = z.object({ name: z.enum(EVIDENCE_ITEMS), reason: z.string(), detail: z.string() });

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
      target: targetSchema.nullable(),
      media: z.array(z.object({ text: z.string().nullable() })),
    })
    .nullable(),
  matches: z.array(matchSchema),
  cleared: z.array(z.object({ reason: z.string(), spans: z.array(spanSchema) })),
  /** Education notes: no finding, and nothing to weigh. */
  notes: z.array(z.object({ title: z.string(), explanation: z.string(), spans: z.array(spanSchema) })),
  evidence: z
    .object({
      manifestSha256: z.string(),
      sealedAt: instant,
      items: z.array(itemSchema),
      missing: z.array(missingSchema),
    })
    .nullable(),
  hashes: z.object({ ruleset: z.string(), elections: z.string(), engine: z.string() }),
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
  claim: claimSchema.nullable(),
  canDecide: z.boolean(),
});

export const verdictBodySchema = z.object({
  verdict: z.enum(VERDICTS),
  reason: z.string().trim().min(1).max(4000),
  weighed: z.array(z.string().max(300)).max(100),
  seenVersion: z.number().int().nonnegative(),
});

export const evidenceSchema = z.object({
  manifestSha256: z.string(),
  sealedAt: instant,
  /** `hash`: the bytes at hand against the sealed hash, computed for this answer. */
  items: z.array(itemSchema.extend({ hash: z.enum(['match', 'mismatch', 'gone']) })),
  missing: z.array(missingSchema),
});

export const coverageTreeSchema = z.object({
  day: z.string(),
  total: coverageSchema,
  offices: z.array(
    officeSchema.extend({
      parentCode: z.string().nullable(),
      zone: z.string(),
      signals: z.array(
        z.object({
          signal: z.enum(SIGNALS),
          seen: count,
          none: count,
          notObservable: count,
          reasons: z.record(z.string(), count),
        }),
      ),
    }),
  ),
});

export type Me = z.infer<typeof meSchema>;
export type Queue = z.infer<typeof queueSchema>;
export type QueueItem = z.infer<typeof queueItemSchema>;
export type FlagPage = z.infer<typeof flagSchema>;
export type VerdictBody = z.infer<typeof verdictBodySchema>;
export type EvidenceList = z.infer<typeof evidenceSchema>;
export type CoverageTree = z.infer<typeof coverageTreeSchema>;
export type ApiError = z.infer<typeof errorSchema>;
