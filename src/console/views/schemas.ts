import { z } from 'zod';
import { ABILITIES, ROLES } from '../../domain/abilities.js';
import { DAY_PATTERN, isDay } from '../../domain/days.js';

/** Answers hold what these name and nothing else: an unnamed field never leaves. Instants are ISO 8601. */
export const instant = z.string();
export const count = z.number().int();

/** Ids are hex or base64url; anything else cannot be ours. */
export const idSchema = z.string().regex(/^[A-Za-z0-9:._-]{1,128}$/);
/** A place in a list as an answer gave it: ids and times, put together with `.` and `~`. */
export const cursorSchema = z.string().regex(/^[A-Za-z0-9:._~-]{1,500}$/);
export const daySchema = z.string().regex(DAY_PATTERN).refine(isDay);

/** An open page of a flag, by a name that it gave itself. */
export const tabSchema = z.string().regex(/^[a-f0-9]{16,32}$/);

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
  hasSecondStep: z.boolean(),
  /** Everything else is refused until it is set up. */
  owesSecondStep: z.boolean(),
  csrfToken: z.string(),
  expiresAt: instant,
});

export const claimSchema = z.object({ by: z.string(), isMine: z.boolean(), until: instant });
export const assignedSchema = z.object({ to: z.string(), isMine: z.boolean() });
export const officeSchema = z.object({ code: z.string(), name: z.string() });
export const zoneSchema = z.object({ name: z.string(), label: z.string() });

export const coverageSchema = z.object({
  accounts: count,
  signals: count,
  seen: count,
  none: count,
  notObservable: count,
  reasons: z.record(z.string(), count),
});

export const ticketSchema = z.object({ id: z.string(), label: z.string() });

export type Me = z.infer<typeof meSchema>;
export type ApiError = z.infer<typeof errorSchema>;
