import { z } from 'zod';
import { DAY_MS } from '../../domain/days.js';
import type { Draft } from '../../domain/draft.js';
import { VERDICTS } from '../../domain/verdict.js';
import { instant } from './schemas.js';

const typedSchema = z.object({
  verdict: z.enum(VERDICTS).nullable(),
  reason: z.string().max(4000),
  weighed: z.array(z.string().max(300)).max(100),
  /** As typed: its day may be none yet. */
  asked: z
    .object({ to: z.string().max(128), day: z.string().max(20) })
    .nullable()
    .default(null),
});

/** `cameBack`: it was given, and could not count any more. */
const keptSchema = typedSchema.extend({ typedAt: instant, cameBack: z.boolean() }).nullable();

/** `null`: nothing is kept. */
export const draftSchema = z.object({ draft: keptSchema });

export const draftBodySchema = typedSchema.extend({
  /** Reviews of this flag by the caller, as the page knew them. */
  ownReviews: z.number().int().min(0),
  /** How long ago it was typed: what could not be sent at once is older than it arrives, whatever the machine's clock says. */
  typedMsAgo: z
    .number()
    .int()
    .min(0)
    .max(14 * DAY_MS),
  /** `typedAt` of the draft that the page knew; `null` for none. */
  basedOn: z.iso.datetime().nullable(),
});

export const savedDraftSchema = draftSchema.extend({
  /** False: something typed later, in another tab or on another device, is kept instead; it is `draft`. */
  isKept: z.boolean(),
  /** What it took the place of and the page did not know, so that it can be had back. */
  replaced: keptSchema,
});

export type DraftAnswer = z.infer<typeof draftSchema>;
export type DraftBody = z.infer<typeof draftBodySchema>;
export type SavedDraft = z.infer<typeof savedDraftSchema>;

export function viewDraft(draft: Draft | undefined): DraftAnswer['draft'] {
  if (!draft) return null;
  const { verdict, reason, weighed, asked, typedAt, cameBack = false } = draft;
  const typed = { verdict: verdict ?? null, reason, weighed: [...weighed], asked: asked ?? null };
  return { ...typed, typedAt: typedAt.toISOString(), cameBack };
}
