import type { Model } from 'mongoose';
import { pairOf } from '../domain/agreement.js';
import { type ContrarySpan, contraryIn, type DecidedFilter, type DecidedFlag } from '../domain/decided.js';
import type { Flag } from '../domain/flag.js';
import type { CountLimit } from '../domain/flag-filter.js';
import { decidersOf, standingOf } from '../domain/standing.js';
import { SETTLING_VERDICTS, settles, type Verdict } from '../domain/verdict.js';
import { type FlagDocument, toFlag } from './flag-document.js';
import { aboutAct, limitOf } from './flag-queue.js';
import { earlierThan, newestCursor } from './newest-first.js';
import { asText, asTexts, withoutUndefined } from './plain-value.js';

/** What is decided, kept beside the reviews so that it is found by an index. */
export function decisionOf(
  reviews: Flag['reviews'],
): Pick<FlagDocument, 'decidedVerdict' | 'deciders' | 'decidedAt' | 'pair'> {
  const last = reviews.findLast((review) => settles(review.verdict));
  const standing = standingOf(reviews);
  // Of two contrary verdicts none is in force: found by no verdict, counted as none.
  const decidedVerdict = 'verdict' in standing ? standing.verdict : undefined;
  return { decidedAt: last?.at, decidedVerdict, deciders: decidersOf(reviews), pair: pairOf(reviews) };
}

/** Newest decision first; `cursor`: of the page before. What is decided meanwhile stands before it, so none is skipped. */
export async function listDecided(
  flags: Model<FlagDocument>,
  filter: DecidedFilter,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ decided: DecidedFlag[]; nextCursor?: string }> {
  const found = await flags
    .find({ $and: [filterOf(filter), earlierThan('decidedAt', cursor)] })
    .sort({ decidedAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean();
  const decided = found.slice(0, limit).map((flag) => ({ flag: toFlag(flag), decidedAt: flag.decidedAt! }));
  const last = decided.at(-1);
  if (found.length <= limit || !last) return { decided };
  return { decided, nextCursor: newestCursor(last.decidedAt, last.flag.id) };
}

/** Of the same filter, for each verdict that may be in force. */
export async function countDecided(
  flags: Model<FlagDocument>,
  filter: DecidedFilter,
  { upTo }: CountLimit = {},
): Promise<Readonly<Partial<Record<Verdict, number>>>> {
  const counts = await Promise.all(
    SETTLING_VERDICTS.map((verdict) => flags.countDocuments(filterOf({ ...filter, verdict }), limitOf(upTo))),
  );
  return Object.fromEntries(SETTLING_VERDICTS.map((verdict, i) => [verdict, counts[i]]));
}

/** Those that have two, against each other. */
export function countContrary(flags: Model<FlagDocument>, span: ContrarySpan): Promise<number> {
  return flags.countDocuments(filterOf(contraryIn(span))).exec();
}

function filterOf({
  state = 'decided',
  officeCodes,
  verdict,
  decidedBy,
  from,
  to,
  visibleTo,
  ...about
}: DecidedFilter) {
  const filter: Record<string, unknown> = { state: asText(state), ...aboutAct(about) };
  if (officeCodes) filter.officeCode = { $in: asTexts(officeCodes) };
  if (verdict) filter.decidedVerdict = asText(verdict);
  if (decidedBy) filter.deciders = asText(decidedBy);
  if (from || to) filter.decidedAt = withoutUndefined({ $gte: from, $lt: to });
  // As `reviewsFor` in the domain holds them blind: one person alone gave verdicts, and that is not this one.
  if (visibleTo) filter.$or = [{ deciders: asText(visibleTo) }, { 'deciders.1': { $exists: true } }];
  return filter;
}
