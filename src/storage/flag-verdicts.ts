import type { Model } from 'mongoose';
import { type Flag, stateAfter } from '../domain/flag.js';
import type { Verdict } from '../domain/verdict.js';
import type { FlagDocument } from './flag-document.js';

/** What judging a flag's act again asks of the flag. Its id is the act's. */
export interface FlagVerdict extends Pick<Flag, 'id' | 'accountId' | 'region' | 'position'> {
  /** The one in force; `undefined` before the first, and between two that are contrary. */
  readonly verdict?: Verdict;
}

const FIELDS = { accountId: 1, region: 1, position: 1, reviews: 1 } as const;
type VerdictDocument = Pick<FlagDocument, '_id' | keyof typeof FIELDS>;

/** About 0.3 MB a batch. */
const BATCH = 1_000;

/**
 * Every flag in order of its id, one batch in memory. Past Mongoose, and without what the rules found: decoding that
 * takes longer than finding it again.
 */
export async function* streamFlagVerdicts(
  flags: Model<FlagDocument>,
  { actedSince }: { actedSince?: Date } = {},
): AsyncGenerator<FlagVerdict[]> {
  const filter = actedSince ? { actedAt: { $gte: actedSince } } : {};
  const cursor = flags.collection
    .find<VerdictDocument>(filter as object, { projection: FIELDS, batchSize: BATCH })
    .sort({ _id: 1 });
  try {
    while (await cursor.hasNext()) yield cursor.readBufferedDocuments().map(toVerdict);
  } finally {
    await cursor.close();
  }
}

function toVerdict({ _id, reviews, ...flag }: VerdictDocument): FlagVerdict {
  const last = reviews.at(-1)?.verdict;
  return { id: _id, ...flag, verdict: stateAfter(reviews) === 'contrary' ? undefined : last };
}
