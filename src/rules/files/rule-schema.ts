import { z } from 'zod';
import { STAGES } from '../../domain/election.js';
import { ACTIVITY_KINDS } from '../../domain/platform.js';
import { RULE_FAULTS } from '../../words/rules/files.js';
import { selectionSchema } from '../selections/keys.js';
import { sayInSchema } from './say-problem.js';

export const RULE_STATUSES = ['experimental', 'shadow', 'live', 'retired'] as const;
const id = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/, sayInSchema(RULE_FAULTS.badId));
const item = z.string().regex(/^(E|D)\d{1,2}$/, sayInSchema(RULE_FAULTS.badItem));

/** What a condition may ask of its selections. */
export const CONDITIONS = ['all', 'any', 'none'] as const;

export const whenSchema = z.strictObject({
  all: z.array(z.string()).optional(),
  any: z.array(z.string()).optional(),
  none: z.array(z.string()).optional(),
});

/** A condition of its own, or that of a part, of which each list can be said anew. */
const weakSchema = whenSchema.extend({
  part: id.optional(),
  /** Selections of the rule that stand for the part's `signs`. */
  signs: z.array(z.string()).min(1).optional(),
});

const shared = {
  title: z.string().min(5).max(120),
  id,
  status: z.enum(RULE_STATUSES),
  applies_to: z.array(z.enum(ACTIVITY_KINDS)).min(1),
  selections: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), selectionSchema),
  when: whenSchema,
  explain: z.string().min(10),
  false_positives: z.array(z.string().min(3)).min(1),
  /** Which kinds of acts it still misses, each in one Indonesian sentence, as measured on the own corpora. */
  weak: z.array(z.string().min(10).max(200)).min(1).max(8).optional(),
};

/** A rule that marks. It has no severity: that is a person's field. */
export const markingRuleSchema = z.strictObject({
  ...shared,
  /** Left out means the same. No default is filled in: that would change the hash of every set ever kept. */
  outcome: z.literal('flag').optional(),
  basis: z.strictObject({ before_determined: z.array(item).min(1), from_determined: z.array(item).min(1) }),
  stance: z.enum(['support', 'attack', 'unclear']),
  /** Selections beside which the words may mean the opposite: the match then takes no side. */
  unclear_when: z.array(z.string()).min(1).optional(),
});

/**
 * A rule that speaks against marking: it silences the rules it names, weighs against them in the scorecard, or only
 * stands beside their marks. In the folder `frame/` it says what kind of text an act is, and other rules may name it.
 */
export const clearingRuleSchema = z.strictObject({
  ...shared,
  clears: z.strictObject({
    effect: z.enum(['silence', 'weaken', 'beside']),
    rules: z.union([z.literal('all'), z.array(z.string()).min(1)]),
    /** Where this holds, what would silence weakens: the speaker's own call stands beside what is warned of. */
    weak_when: weakSchema.optional(),
  }),
});

/** Selections and a condition that several rules share (`rules/part/`): each of them is read as if it had written them. */
export const partSchema = z.strictObject({
  title: shared.title,
  id,
  selections: shared.selections,
  when: whenSchema,
  weak: shared.weak,
});
export type Part = z.output<typeof partSchema>;

/** A rule that teaches and never marks: it needs no ticket, and cites no clause because it claims no breach. */
export const noteRuleSchema = z.strictObject({ ...shared, outcome: z.literal('note') });

export const ruleSchema = z.union([markingRuleSchema, clearingRuleSchema, noteRuleSchema]);
export type MarkingRule = z.output<typeof markingRuleSchema>;
export type ClearingRule = z.output<typeof clearingRuleSchema>;
export type NoteRule = z.output<typeof noteRuleSchema>;
export type Rule = z.output<typeof ruleSchema>;

/** Folder of the rules that are frames. */
export const FRAME = 'frame';

/** Folder of what several rules share. */
export const PART = 'part';

export function isClearing(rule: Rule): rule is ClearingRule {
  return 'clears' in rule;
}

export function isNote(rule: Rule): rule is NoteRule {
  return 'outcome' in rule && rule.outcome === 'note';
}

export function isMarking(rule: Rule): rule is MarkingRule {
  return !isClearing(rule) && !isNote(rule);
}

const sample = z.strictObject({
  note: z.string().min(3),
  text: z.string().optional(),
  kind: z.enum(ACTIVITY_KINDS).optional(),
  position: z.string().optional(),
  stage: z.enum(STAGES).optional(),
  media: z.string().optional(),
  picture: z.strictObject({ text: z.string().optional(), poster: z.enum(['ticket', 'other']).optional() }).optional(),
  target: z.strictObject({ account: z.string().optional(), text: z.string().optional() }).optional(),
});
export const samplesSchema = z.strictObject({
  match: z.array(sample).min(3, sayInSchema(RULE_FAULTS.fewMatches)),
  no_match: z.array(sample).min(4, sayInSchema(RULE_FAULTS.fewSilent)),
});
export type Sample = z.output<typeof sample>;
export type Samples = z.output<typeof samplesSchema>;

export const lexiconSchema = z.strictObject({
  id,
  /** What a quoted word of this list means, in Indonesian. */
  means: z.string().min(3),
  words: z.array(z.string().min(1)).optional(),
  stems: z.array(z.string().min(2)).optional(),
  phrases: z.array(z.string().min(2)).optional(),
  emoji: z.array(z.string().min(1)).optional(),
  /** Words that share a stem with the list but do not belong to it. */
  except: z.array(z.string().min(2)).optional(),
  /** The list is a sign of the scorecard by itself, on this side: `word.<id>`. */
  weighs: z.enum(['for', 'against']).optional(),
  /** Own words of this list pull an act to this side, by the scorecard's `leans`; they mark nobody. */
  leans: z.enum(['support', 'attack']).optional(),
});
export type Lexicon = z.output<typeof lexiconSchema>;

/** Forms of everyday writing, by the plain words they stand for. */
export const slangSchema = z.record(z.string().min(1), z.array(z.coerce.string().min(1)).min(1));

export const SOURCE_STATUSES = ['verified', 'verified_official', 'recalled', 'inferred', 'disputed'] as const;
export const clausesSchema = z.array(
  z.strictObject({
    item,
    text: z.string().min(10),
    source_status: z.enum(SOURCE_STATUSES),
    note: z.string().optional(),
  }),
);
export type Clause = z.output<typeof clausesSchema>[number];
