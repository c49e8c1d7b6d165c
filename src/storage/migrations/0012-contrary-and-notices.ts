import { standingOf } from '../../domain/standing.js';
import { decisionOf } from '../decided-flags.js';
import { reviewsIn } from './0007-decided.js';
import type { Migration } from './migration.js';

const BATCH = 500;

/** Notices of a person; what the first two people said; and what two people decided against each other, where the last one had won, waits for a third. */
export const contraryAndNotices: Migration = {
  id: '0012-contrary-and-notices',
  async up(connection) {
    await connection.collection('notices').createIndexes([
      { key: { expireAt: 1 }, name: 'expiry', expireAfterSeconds: 0 },
      { key: { userId: 1, at: -1, _id: -1 }, name: 'own_newest' },
      { key: { userId: 1, flagId: 1 }, name: 'unread', partialFilterExpression: { unread: true } },
    ]);
    await connection
      .collection('flags')
      .createIndexes([
        { key: { officeCode: 1, decidedAt: 1 }, name: 'pairs', partialFilterExpression: { pair: { $exists: true } } },
      ]);
    const flags = connection.collection<{ _id: string; reviews: unknown }>('flags');
    const ofSeveral = { state: 'decided', 'deciders.1': { $exists: true } };
    const updates: { updateOne: { filter: { _id: string; state: string }; update: object } }[] = [];
    for await (const { _id, reviews } of flags.find(ofSeveral, { projection: { reviews: 1 }, batchSize: BATCH })) {
      const known = reviewsIn(reviews);
      const { decidedAt, deciders, pair } = decisionOf(known);
      const isContrary = standingOf(known).as === 'contrary';
      const update = isContrary
        ? { $set: { state: 'contrary', decidedAt, deciders, pair }, $unset: { decidedVerdict: '' } }
        : { $set: { pair } };
      updates.push({ updateOne: { filter: { _id, state: 'decided' }, update } });
      if (updates.length === BATCH) await flags.bulkWrite(updates.splice(0) as never);
    }
    if (updates.length > 0) await flags.bulkWrite(updates as never);
  },
};
