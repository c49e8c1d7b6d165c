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

const tableSchema = z.object({
  whole: agreementSchema,
  /** By title; each flag counts for each rule that marked it. */
  rules: z.array(agreementSchema.extend({ id: z.string(), title: z.string() })),
});

export const agreementPageSchema = tableSchema.extend({
  /** The local day from which on verdicts are counted. */
  from: z.string(),
  /** What people answered beside what was agreed of golden flags; each answer is one. */
  golden: tableSchema,
});

export type AgreementPage = z.infer<typeof agreementPageSchema>;
export type AgreementTable = z.infer<typeof tableSchema>;
export type AgreementView = z.infer<typeof agreementSchema>;
