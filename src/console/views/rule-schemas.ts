import { z } from 'zod';
import { count, instant } from './schemas.js';

export const ruleHealthSchema = z.object({
  now: instant,
  /** `silent`: no process told anything for a minute. */
  state: z.enum(['sound', 'broken', 'silent']),
  sets: z.array(
    z.object({ ruleset: z.string(), elections: z.string(), engine: z.string(), since: instant, processes: count }),
  ),
  faults: z.array(
    z.object({
      /** From the rules folder on; `null` where the fault lies in no file. */
      place: z.object({ path: z.string(), line: count, column: count }).nullable(),
      problem: z.string(),
      hint: z.string(),
      since: instant,
      processes: count,
    }),
  ),
  /** All faults; `faults` holds the first ones. */
  faultCount: count,
});

/** Shares lie between 0 and 1, with their 95 % interval. */
const rateSchema = z.object({ rate: z.number(), low: z.number(), high: z.number() });

const alarmSchema = z.enum(['fell', 'rose']).nullable();

/** Acts of the last `recentDays` days, and those of them that live rules marked anyway. */
const countedSchema = z.object({ acts: count, marked: count });

export const ruleListSchema = z.object({
  recentDays: count,
  /** Decided flags that were read for the shares; at most some minutes old. */
  decided: count,
  /** None: nothing is marked. */
  electionsInForce: count,
  rules: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      status: z.string(),
      subject: z.string(),
      effect: z.enum(['marks', 'clears', 'notes']),
      clauses: z.array(z.object({ item: z.string(), text: z.string(), sourceStatus: z.string() })),
      /** Kinds of acts that it still misses, measured on the project's own corpora. */
      weak: z.array(z.string()),
      /** Flags of the last `recentDays` days. */
      marks: count,
      confirmed: count,
      dismissed: count,
      /** `null` before the first verdict. */
      precision: rateSchema.nullable(),
      alarm: alarmSchema,
      proposal: z.enum(['shadow']).nullable(),
      /** Of a rule in shadow, and `null` for others: what it would have done, of which no reviewer sees anything. */
      shadow: countedSchema
        .extend({
          /** Distinct ones of the last `recentDays` days, and how many are usual in as many; `null` without a history. */
          accounts: count,
          usual: z.number().nullable(),
          /** The number of accounts lies outside of the rule's own history. */
          alarm: alarmSchema,
        })
        .nullable(),
      /** Of a rule that gives education notes and is not in shadow; `null` for others. */
      notes: countedSchema.nullable(),
    }),
  ),
});

export type RuleHealthView = z.infer<typeof ruleHealthSchema>;
export type RuleList = z.infer<typeof ruleListSchema>;
