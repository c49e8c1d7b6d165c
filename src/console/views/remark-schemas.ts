import { z } from 'zod';
import { ROLES } from '../../domain/abilities.js';
import { ASKED_OFFICES } from '../../domain/question.js';
import { isReadable } from '../../domain/readable.js';
import { MAX_REMARK_LENGTH } from '../../domain/remark.js';
import { count, instant } from './schemas.js';

export const remarksSchema = z.object({
  /** What colleagues wrote, oldest first. */
  remarks: z.array(
    z.object({
      /** `null` for whoever decides blind, but on their own. */
      by: z.string().nullable(),
      isMine: z.boolean(),
      /** To a question on this flag. */
      isAnswer: z.boolean(),
      at: instant,
      /** Plain text; `null` where it cannot be opened any more. */
      text: z.string().nullable(),
    }),
  ),
  /** Held back until the caller has decided: they may tell what others did. */
  hiddenRemarks: count,
});

/** `id`: of the caller's making, so that what is sent twice is written once. `@username` calls a colleague. */
export const remarkBodySchema = z.object({
  id: z.string().regex(/^[a-f0-9]{24}$/),
  text: z.string().trim().min(1).max(MAX_REMARK_LENGTH).refine(isReadable),
});

/** Of the house, who may be asked although they may not open the flag; where nobody is, it is not there. */
const officeSchema = z.object({ to: z.enum(ASKED_OFFICES), names: z.array(z.string()) });

/** Whoever may open the flag, by name; the caller as well. */
export const colleaguesSchema = z.object({
  colleagues: z.array(
    z.object({
      id: z.string(),
      username: z.string(),
      displayName: z.string(),
      role: z.enum(ROLES),
      isMe: z.boolean(),
    }),
  ),
  offices: z.array(officeSchema),
});

export type Remarks = z.infer<typeof remarksSchema>;
export type RemarkBody = z.infer<typeof remarkBodySchema>;
export type Colleagues = z.infer<typeof colleaguesSchema>;
