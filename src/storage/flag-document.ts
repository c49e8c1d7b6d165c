import { Schema } from 'mongoose';
import type { Pair } from '../domain/agreement.js';
import { FLAG_STATES, type Flag } from '../domain/flag.js';
import type { Question } from '../domain/question.js';
import type { Verdict } from '../domain/verdict.js';
import { asText, frozen } from './plain-value.js';
import { PART_OPTIONS, SCHEMA_OPTIONS } from './schema-options.js';

/** What was decided, when and by whom is kept beside the reviews, so that decisions are found and counted from an index. */
export type FlagDocument = Omit<Flag, 'id' | 'claim' | 'pending' | 'question'> & {
  _id: string;
  claim?: ClaimDocument | undefined;
  decidedAt?: Date | undefined;
  decidedVerdict?: Verdict | undefined;
  /** Whoever gave a verdict, each once. */
  deciders?: string[] | undefined;
  /** What its first two people said, for counting how far people agree. */
  pair?: Pair | undefined;
  pending?: PendingDocument | undefined;
  question?: QuestionDocument | undefined;
  /** Keyed hashes of the words of its act; it lies with the flag, whose reach and state it is searched in. */
  terms?: string[] | undefined;
  /** A keyed hash of its act's post family. */
  family?: string | undefined;
};

/** A decision that can still be undone; `sealed`: choice, reason and ticks. */
export interface PendingDocument {
  id: string;
  by: string;
  seenVersion: number;
  givenAt: Date;
  countsFrom: Date;
  together?: string | undefined;
  from?: string | undefined;
  /** Of those given together the first one counts: none of them can be undone any more. */
  isCounting?: true | undefined;
  sealed: string;
}

/** `waitsUntil`: there while an answer is waited for, until it is told that its day is over. */
export type QuestionDocument = Question & { readonly waitsUntil?: Date };

/**
 * Whose a flag is, and the open pages that hold it for them. None named: taken, and not opened yet. An empty list: the
 * last page was closed, and the claim is about to end.
 */
export interface ClaimDocument {
  by: string;
  until: Date;
  tabs?: { id: string; until: Date }[] | undefined;
}

/** A flag as the rules propose it: evidence comes before anyone looks. */
export type FlagDraft = Omit<
  Flag,
  'state' | 'evidence' | 'openedAt' | 'version' | 'claim' | 'pending' | 'assigned' | 'question' | 'reviews'
>;

const spans = [new Schema({ field: String, start: Number, end: Number, means: String }, PART_OPTIONS)];

const matchSchema = new Schema(
  { rule: String, basis: [String], tickets: [String], stance: String, spans },
  PART_OPTIONS,
);

const pointsSchema = new Schema(
  { total: Number, line: Number, signs: [new Schema({ sign: String, points: Number, spans }, PART_OPTIONS)] },
  PART_OPTIONS,
);

/** Of a pack: what a flag, or a report whose link was sealed, says of it. */
export const SEAL_FIELDS = {
  manifestSha256: String,
  sealedAt: Date,
  items: [
    new Schema(
      { name: String, mediaType: String, bytes: Number, sha256: String, source: String, broughtSha256: String },
      PART_OPTIONS,
    ),
  ],
  missing: [new Schema({ name: String, reason: String, detail: String }, PART_OPTIONS)],
};

const reviewSchema = new Schema(
  { verdict: String, reason: String, weighed: [String], reviewerId: String, at: Date },
  PART_OPTIONS,
);

const questionSchema = new Schema(
  {
    to: String,
    day: String,
    by: String,
    at: Date,
    until: Date,
    waitsUntil: Date,
    isGone: Boolean,
    answer: new Schema({ by: String, at: Date, remark: String }, PART_OPTIONS),
  },
  PART_OPTIONS,
);

export const flagSchema = new Schema(
  {
    _id: String,
    activityId: String,
    accountId: String,
    officeCode: String,
    region: String,
    position: String,
    platform: String,
    kind: String,
    actedAt: Date,
    stage: String,
    matches: [matchSchema],
    cleared: [new Schema({ reason: String, spans }, PART_OPTIONS)],
    notes: { type: [new Schema({ rule: String, spans }, PART_OPTIONS)], default: undefined },
    sides: { type: [new Schema({ ticket: String, stance: String }, PART_OPTIONS)], default: undefined },
    points: pointsSchema,
    ruleset: String,
    elections: String,
    engine: String,
    state: { type: String, enum: FLAG_STATES },
    evidence: new Schema(SEAL_FIELDS, PART_OPTIONS),
    createdAt: Date,
    openedAt: Date,
    decidedAt: Date,
    decidedVerdict: String,
    deciders: { type: [String], default: undefined },
    pair: String,
    version: Number,
    claim: new Schema(
      {
        by: String,
        until: Date,
        tabs: { type: [new Schema({ id: String, until: Date }, PART_OPTIONS)], default: undefined },
      },
      PART_OPTIONS,
    ),
    assigned: new Schema({ to: String, by: String, at: Date }, PART_OPTIONS),
    question: questionSchema,
    pending: new Schema(
      {
        id: String,
        by: String,
        seenVersion: Number,
        givenAt: Date,
        countsFrom: Date,
        together: String,
        from: String,
        isCounting: Boolean,
        sealed: String,
      },
      PART_OPTIONS,
    ),
    terms: { type: [String], default: undefined },
    family: String,
    reviews: [reviewSchema],
  },
  SCHEMA_OPTIONS,
);

type Writable<T> = { -readonly [key in keyof T]: T[key] };

/** `foundBy`: keyed hashes of its act. */
export function toSealingFlag(
  { id, ...draft }: FlagDraft,
  foundBy: { readonly terms: string[]; readonly family: string },
): FlagDocument {
  return { _id: asText(id), ...draft, ...foundBy, state: 'sealing', version: 1, reviews: [] };
}

export function toFlag(document: FlagDocument): Flag {
  const {
    _id,
    decidedAt: _at,
    decidedVerdict: _verdict,
    deciders: _people,
    pair: _pair,
    terms: _terms,
    family: _family,
    ...said
  } = document;
  const { claim, pending, question, ...rest } = said;
  const flag: Writable<Flag> = { id: _id, ...rest };
  // A key only where there is something: flags are compared.
  if (claim) flag.claim = { by: claim.by, until: claim.until };
  if (pending) flag.pending = { id: pending.id, by: pending.by, countsFrom: pending.countsFrom };
  if (question) {
    const { waitsUntil: _index, ...asked } = question;
    flag.question = asked;
  }
  return frozen(flag);
}
