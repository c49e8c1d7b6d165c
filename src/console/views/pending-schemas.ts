import { z } from 'zod';
import { VERDICTS } from '../../domain/verdict.js';
import { count } from './schemas.js';

/** How long a decision of the caller's own can still be undone; 0: it is about to count. */
export const pendingSchema = z.object({ msLeft: count });

export const pendingListSchema = z.object({
  /** Of flags that the caller has decided and may still undo, oldest first. */
  pending: z.array(
    pendingSchema.extend({
      id: z.string(),
      verdict: z.enum(VERDICTS).nullable(),
      /** The same of those given in one go: undoing one of them undoes all. */
      together: z.string().nullable(),
      /** The flag on whose page they were given. */
      from: z.string().nullable(),
    }),
  ),
  /** Flags on which a decision of the caller's could not count any more; it is a draft again. */
  cameBack: z.array(z.string()),
});

export type PendingList = z.infer<typeof pendingListSchema>;

export function msLeft(countsFrom: Date, now: Date): number {
  return Math.max(0, countsFrom.getTime() - now.getTime());
}
