import { z } from 'zod';
import { type ListedToken, MAX_TOKEN_DAYS, MAX_TOKEN_NAME, TOKEN_ABILITIES } from '../../domain/api-token.js';
import { isReadable } from '../../domain/readable.js';
import { MAX_PASSWORD_LENGTH } from '../../domain/user.js';
import { instant } from './schemas.js';
import { codeSchema } from './second-step-schemas.js';

const ability = z.enum(TOKEN_ABILITIES);

const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  abilities: z.array(ability),
  mayWrite: z.boolean(),
  madeAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
  /** `ended`: by whatever ended every session of its person. */
  state: z.enum(['active', 'expired', 'ended']),
});

export const tokenListSchema = z.object({
  tokens: z.array(tokenSchema),
  /** What may be given to one. */
  abilities: z.array(ability),
});

/** `code`: of the second step, where there is one. */
export const newTokenSchema = z.object({
  name: z.string().trim().min(1).max(MAX_TOKEN_NAME).refine(isReadable),
  abilities: z.array(ability).min(1).max(TOKEN_ABILITIES.length),
  mayWrite: z.boolean().default(false),
  days: z.number().int().min(1).max(MAX_TOKEN_DAYS),
  password: z.string().min(1).max(MAX_PASSWORD_LENGTH),
  code: codeSchema.optional(),
});

/** `token`: shown this once. */
export const madeTokenSchema = z.object({ id: z.string(), token: z.string(), expiresAt: instant });

export type TokenList = z.infer<typeof tokenListSchema>;
export type NewToken = z.input<typeof newTokenSchema>;
export type MadeToken = z.infer<typeof madeTokenSchema>;

export function viewToken(token: ListedToken, now: Date): TokenList['tokens'][number] {
  const { id, name, abilities, mayWrite, madeAt, expiresAt, lastUsedAt, isEnded } = token;
  return {
    id,
    name,
    abilities: [...abilities],
    mayWrite,
    madeAt: madeAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    state: isEnded ? 'ended' : expiresAt <= now ? 'expired' : 'active',
  };
}
