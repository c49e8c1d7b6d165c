import { z } from 'zod';
import { count, instant, ticketSchema } from './schemas.js';

export const auditListSchema = z.object({
  entries: z.array(
    z.object({
      seq: count,
      at: instant,
      actor: z.string(),
      action: z.string(),
      subject: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      hash: z.string(),
    }),
  ),
  nextBefore: count.nullable(),
});

export const chainSchema = z.object({
  ok: z.boolean(),
  entries: count.nullable(),
  headHash: z.string().nullable(),
  brokenAt: count.nullable(),
  problem: z.string().nullable(),
  /** Of a log that was broken once: since which entry it holds, and who went on after the break. */
  resumed: z.object({ since: count, by: z.string(), at: instant }).nullable(),
});

export const ticketListSchema = z.object({ tickets: z.array(ticketSchema.extend({ marks: count })) });

export type AuditList = z.infer<typeof auditListSchema>;
export type ChainReport = z.infer<typeof chainSchema>;
export type TicketList = z.infer<typeof ticketListSchema>;
