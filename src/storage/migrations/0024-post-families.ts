import type { ActivityDocument } from '../activity-document.js';
import { createSearchTerms, type SearchTerms } from '../search-terms.js';
import { eachBatch, setOn } from './each-batch.js';
import type { Migration } from './migration.js';

interface Unread {
  _id: string;
  activityId: unknown;
}

/** Flags of one post family, those that wait and those that are decided. One that was cut off goes on with those that have none. */
export const postFamilies: Migration = {
  id: '0024-post-families',
  async up(connection, { hashKey }) {
    const flags = connection.collection<Unread>('flags');
    await flags.createIndexes([{ key: { family: 1, officeCode: 1, state: 1, createdAt: 1, _id: 1 }, name: 'family' }]);
    const acts = connection.collection<ActivityDocument>('activities');
    const terms = createSearchTerms(hashKey);
    await eachBatch(flags, { family: { $exists: false } }, async (batch) => {
      const ids = batch.map(({ activityId }) => activityId).filter((id) => typeof id === 'string');
      const found = new Map((await acts.find({ _id: { $in: ids } }).toArray()).map((act) => [act._id, act]));
      return batch.map(({ _id, activityId }) =>
        setOn(_id, { family: familyOf(terms, _id, found.get(String(activityId))) }),
      );
    });
  },
};

const NOTHING_TOLD = { kind: 'post', text: '' } as const;

/** What is gone tells nothing, and whatever somebody put there keeps nobody from starting. */
function familyOf(terms: SearchTerms, id: string, act: ActivityDocument = NOTHING_TOLD as ActivityDocument): string {
  try {
    return terms.familyOf({ ...act, id });
  } catch {
    return terms.familyOf({ ...NOTHING_TOLD, id });
  }
}
