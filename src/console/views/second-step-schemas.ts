import { z } from 'zod';
import { MAX_CODE_LENGTH } from '../../domain/second-step.js';
import { MAX_PASSWORD_LENGTH } from '../../domain/user.js';
import { count, instant, meSchema } from './schemas.js';

export const codeSchema = z.string().min(1).max(MAX_CODE_LENGTH);
const password = z.string().min(1).max(MAX_PASSWORD_LENGTH);

/** `isDemanded`: of this person's role, so it can be replaced and not put off. */
export const secondStepSchema = z.object({
  since: instant.nullable(),
  recoveryLeft: count,
  isDemanded: z.boolean(),
});

/** `code`: of the one in use, where there is one. */
export const beginSchema = z.object({ password, code: codeSchema.optional() });
/** Shown this once: the secret in Base32, and as the address that an app reads from a picture. */
export const offerSchema = z.object({ secret: z.string(), address: z.string(), until: instant });

export const confirmSchema = z.object({ code: codeSchema });
/** `me`: of the session that takes the place of all before. */
export const startedSchema = z.object({ recoveryCodes: z.array(z.string()), me: meSchema });

export const againSchema = z.object({ password, code: codeSchema });
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) });

export type SecondStepState = z.infer<typeof secondStepSchema>;
export type SecondStepOffer = z.infer<typeof offerSchema>;
export type SecondStepStarted = z.infer<typeof startedSchema>;
export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;
