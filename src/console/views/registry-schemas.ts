import { z } from 'zod';
import { PROOF_STATES } from '../../domain/account.js';
import { PLATFORMS, SIGNALS } from '../../domain/platform.js';
import { ACTORS } from '../../domain/reason-actors.js';
import { REGISTRY_GAPS } from '../../domain/registry-gap.js';
import { SIGNAL_WAYS } from '../../domain/signal-way.js';
import { count, daySchema, officeSchema } from './schemas.js';

const gapSchema = z.object({ gap: z.enum(REGISTRY_GAPS), actor: z.enum(ACTORS) });

/** One account as the registry has it; of the NIP its end alone. */
const registeredSchema = z.object({
  id: z.string(),
  name: z.string(),
  nipMasked: z.string(),
  position: z.string(),
  office: officeSchema,
  platform: z.enum(PLATFORMS),
  handle: z.string(),
  proof: z.enum(PROOF_STATES),
  mandate: z.object({ decree: z.string(), office: z.string(), from: z.string(), to: z.string() }),
  isInMandate: z.boolean(),
  /** Why nothing is seen of it that somebody could change. */
  gaps: z.array(gapSchema),
});

export const registrySchema = z.object({
  items: z.array(registeredSchema),
  nextCursor: z.string().nullable(),
  /** What fits the filters, on all pages together. */
  fitting: count,
  /** In the office that is asked for, or in the whole reach: all accounts, and those with each gap. */
  total: count,
  gaps: z.array(gapSchema.extend({ accounts: count })),
  /** Offices in the caller's reach, for the filter. */
  offices: z.array(officeSchema),
});

export const registeredAccountSchema = registeredSchema.extend({
  formerHandles: z.array(z.string()),
  /** Under its own unchanging id: a new handle is followed. */
  isFollowed: z.boolean(),
  /** What the same person has registered besides, in the caller's reach. */
  others: z.array(registeredSchema.pick({ id: true, platform: true, handle: true, proof: true })),
  day: daySchema,
  /** How each kind of act comes here, and what was seen on that day; `null`: not looked at yet. */
  signals: z.array(
    z.object({
      signal: z.enum(SIGNALS),
      way: z.enum(SIGNAL_WAYS),
      state: z.enum(['seen', 'none', 'not_observable']).nullable(),
      count: count.nullable(),
      reason: z.string().nullable(),
      actor: z.enum(ACTORS).nullable(),
    }),
  ),
});

export type Registry = z.infer<typeof registrySchema>;
export type Registered = z.infer<typeof registeredSchema>;
export type RegisteredAccount = z.infer<typeof registeredAccountSchema>;
