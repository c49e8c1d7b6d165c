import { z } from 'zod';
import { COUNTED_AS, VERDICTS } from '../../domain/verdict.js';
import { count } from './schemas.js';

/** Told once it is answered: that it was no decision, and what two people had said, each by themselves. */
export const calibrationSchema = z.object({
  /** The flag itself, as it was decided. */
  flagId: z.string(),
  said: z.enum(VERDICTS),
  answer: z.enum(COUNTED_AS),
  /** Without names. */
  reasons: z.array(z.string()),
});

export const goldenListSchema = z.object({
  items: z.array(
    z.object({
      flagId: z.string(),
      rules: z.array(z.string()),
      answer: z.enum(COUNTED_AS),
      /** Local day. */
      since: z.string(),
      /** How many people were asked and gave a verdict; `null` beside it where so few did that it would tell of one. */
      answered: count,
      agreed: count.nullable(),
      /** Most read it otherwise, or its own verdict is in doubt: it is to be read again. */
      isToReadAgain: z.boolean(),
    }),
  ),
});
export const goldenBodySchema = z.object({ isGolden: z.boolean() });

/** The caller's own, and nobody else's. */
export const ownCalibrationsSchema = z.object({
  answered: count,
  agreed: count,
  items: z.array(z.object({ flagId: z.string(), on: z.string(), said: z.enum(VERDICTS), answer: z.enum(COUNTED_AS) })),
});

export type GoldenList = z.infer<typeof goldenListSchema>;
export type OwnCalibrations = z.infer<typeof ownCalibrationsSchema>;
