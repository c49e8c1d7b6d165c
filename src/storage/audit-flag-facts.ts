import type { FlagFacts } from '../domain/audit-contradiction.js';
import type { AuditMac } from '../domain/audit-mac.js';
import { type Review, stateAfter } from '../domain/flag.js';
import { settles, VERDICTS } from '../domain/verdict.js';
import { digestOf, oddText, textOf } from './audit-bytes.js';
import { decisionOf } from './decided-flags.js';

/** What is compared of a flag. Whoever writes the database may have put anything there. */
export const COMPARED = {
  state: 1,
  'evidence.manifestSha256': 1,
  reviews: 1,
  decidedAt: 1,
  decidedVerdict: 1,
  deciders: 1,
} as const;

export interface StoredFlag {
  readonly _id: unknown;
  readonly state?: unknown;
  readonly evidence?: unknown;
  readonly reviews?: unknown;
  readonly decidedAt?: unknown;
  readonly decidedVerdict?: unknown;
  readonly deciders?: unknown;
}

/** As many are compared one by one; what a forger adds to them is compared as one. */
const MAX_REVIEWS = 1_000;

/** Never throws, and is bounded: what the log writes down of a flag is compared with exactly this later. */
export function factsOf(flag: StoredFlag, mac: Pick<AuditMac, 'ofReview'>): FlagFacts {
  const { _id, state, evidence, reviews, decidedAt, decidedVerdict, deciders } = flag;
  const id = textOf(_id);
  const all = Array.isArray(reviews) ? reviews : [reviews];
  const decision = digestOf({ kept: [decidedAt, decidedVerdict, deciders] });
  const rest = all.length > MAX_REVIEWS ? [oddText(all.slice(MAX_REVIEWS))] : [];
  return {
    id,
    state: textOf(state),
    manifest: isFields(evidence) ? textOf(evidence.manifestSha256) : undefined,
    seals: [...all.slice(0, MAX_REVIEWS).map((review) => sealOf(id, review, mac)), ...rest],
    stateOfReviews: isSettling(all.at(-1)) ? stateAfter(readable(all)) : 'open',
    decision,
    isDecisionKept: decision === decisionIn(all),
  };
}

function sealOf(id: string, review: unknown, mac: Pick<AuditMac, 'ofReview'>): string {
  if (!isFields(review)) return oddText(review);
  const { verdict, reason, weighed, reviewerId, at } = review as unknown as Review;
  return [verdict, reason, weighed, reviewerId, at].every(isWritable)
    ? mac.ofReview(id, { verdict, reason, weighed, reviewerId, at })
    : oddText(review);
}

/** Of one that is open again nothing is kept: it is found among those that wait. */
function decisionIn(reviews: readonly unknown[]): string {
  if (!isSettling(reviews.at(-1))) return digestOf({ kept: [undefined, undefined, undefined] });
  const { decidedAt, decidedVerdict, deciders } = decisionOf(readable(reviews));
  return digestOf({ kept: [decidedAt, decidedVerdict, deciders] });
}

/** Questions among them: one in between two verdicts may change what they come to. */
function readable(reviews: readonly unknown[]): Review[] {
  return reviews.filter((review) => isFields(review) && VERDICTS.some((one) => one === review.verdict)) as never;
}

function isSettling(review: unknown): boolean {
  const verdict = isFields(review) ? VERDICTS.find((one) => one === review.verdict) : undefined;
  return verdict !== undefined && settles(verdict);
}

/** What a seal can be made of. */
function isWritable(value: unknown): boolean {
  if (value === null || ['undefined', 'string', 'boolean'].includes(typeof value)) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  if (Array.isArray(value)) return value.every(isWritable);
  return isFields(value) && Object.values(value).every(isWritable);
}

/** A plain object: numbers, ids and bytes of BSON have classes of their own. */
function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
