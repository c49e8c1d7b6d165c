import { z } from 'zod';
import { ASKED_KINDS, ASKED_OFFICES, QUESTION_STATES } from '../../domain/question.js';
import { daySchema, idSchema, instant, officeSchema, zoneSchema } from './schemas.js';

/** `to`: a colleague's id, or one of the offices of the house. */
export const askingSchema = z.object({ to: z.union([z.enum(ASKED_OFFICES), idSchema]), day: daySchema });

/** `name`: of a colleague. */
const whomSchema = z.object({ kind: z.enum(ASKED_KINDS), name: z.string().nullable() });

/** In a line of the queue. */
export const askedLineSchema = z.object({
  whom: whomSchema,
  day: z.string(),
  state: z.enum(QUESTION_STATES),
  /** The caller asked it. */
  isMine: z.boolean(),
});

export const questionSchema = askedLineSchema.extend({
  /** Without a name for whoever decides blind: who asks is often who decided. */
  by: z.string().nullable(),
  at: instant,
  /** `null`: held back until the caller has decided, for it may tell what whoever asks has decided. */
  text: z.string().nullable(),
  /** It goes to the caller, and has no answer yet. */
  isForMe: z.boolean(),
  answer: z
    .object({
      by: z.string().nullable(),
      at: instant,
      /** `null`: held back until the caller has decided, or not to be opened any more. */
      text: z.string().nullable(),
      isHidden: z.boolean(),
    })
    .nullable(),
});

export const forMeSchema = z.object({
  now: instant,
  /** The nearest day first. */
  items: z.array(
    z.object({
      flagId: z.string(),
      office: officeSchema,
      zone: zoneSchema,
      text: z.string(),
      by: z.string().nullable(),
      at: instant,
      day: z.string(),
      state: z.enum(QUESTION_STATES),
      /** Else the flag is not theirs to see, and the answer is given here. */
      mayOpen: z.boolean(),
    }),
  ),
});

export type AskedLine = z.infer<typeof askedLineSchema>;
export type QuestionView = z.infer<typeof questionSchema>;
export type ForMe = z.infer<typeof forMeSchema>;
