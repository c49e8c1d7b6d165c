import { z } from 'zod';
import { count } from './schemas.js';

/** `null` where so few people or flags stand behind it that it says nothing, or something about one person. */
const kappaSchema = z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable();

const agreementSchema = z.object({
  /** Flags that two people decided, neither having seen the other. */
  flags: count,
  /** Of them, those on which both said the same; `null` where too few people stand behind them. */
  agreed: count.nullable(),
  kappa: kappaSchema,
});

export const agreementPageSchema = z.object({
  /** The local day from which on verdicts are counted. */
  from: z.string(),
  whole: agreementSchema,
  /** By title; each flag counts for each rule that marked it. */
  rules: z.array(agreementSchema.extend({ id: z.string(), title: z.string() })),
});

export type AgreementPage = z.infer<typeof agreementPageSchema>;
export type AgreementView = z.infer<typeof agreementSchema>;
