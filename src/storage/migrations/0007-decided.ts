import type { Flag } from '../../domain/flag.js';
import { VERDICTS } from '../../domain/verdict.js';
import { decisionOf } from '../decided-flags.js';
import type { Migration } from './migration.js';

const BATCH = 500;

/** Everything decided by office, verdict, person and day, newest first. */
export const decided: Migration = {
  id: '0007-decided',
  async up(connection) {
    const flags = connection.collection<{ _id: string; reviews: unknown }>('flags');
    await flags.createIndexes([
      { key: { state: 1, decidedAt: -1, _id: -1 }, name: 'decided' },
      { key: { officeCode: 1, state: 1, decidedAt: -1, _id: -1 }, name: 'office_decided_newest' },
      // Answers the counts by itself, without a look at any flag.
      { key: { officeCode: 1, state: 1, decidedVerdict: 1, decidedAt: -1, _id: -1 }, name: 'office_verdict' },
      { key: { deciders: 1, decidedAt: -1, _id: -1 }, name: 'decider' },
    ]);
    const unsorted = flags.find(
      { state: 'decided', decidedVerdict: { $exists: false } },
      { projection: { reviews: 1 }, batchSize: BATCH },
    );
    const updates: { updateOne: { filter: { _id: string }; update: { $set: object } } }[] = [];
    for await (const { _id, reviews } of unsorted) {
      const { decidedVerdict, deciders } = decisionOf(reviewsIn(reviews));
      updates.push({ updateOne: { filter: { _id }, update: { $set: { decidedVerdict, deciders } } } });
      if (updates.length === BATCH) await flags.bulkWrite(updates.splice(0));
    }
    if (updates.length > 0) await flags.bulkWrite(updates);
  },
};

/** Those that Netra writes; what else somebody put there keeps nobody from starting, and `audit verify` names it. */
export function reviewsIn(stored: unknown): Flag['reviews'] {
  const isReview = (one: Partial<Flag['reviews'][number]> | null) => one != null && VERDICTS.includes(one.verdict!);
  return Array.isArray(stored) ? stored.filter(isReview) : [];
}
