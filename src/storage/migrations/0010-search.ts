import type { Connection } from 'mongoose';
import { wordsOfName } from '../../domain/search.js';
import type { ActivityDocument } from '../activity-document.js';
import { createSearchTerms } from '../search-terms.js';
import { eachBatch, setOn } from './each-batch.js';
import type { Migration } from './migration.js';

interface Unread {
  _id: string;
  activityId: string;
}

/** Flags by words, rule, ticket and day of the act, in the order of the queue; people by words of their name and the end of their NIP. */
export const search: Migration = {
  id: '0010-search',
  async up(connection, { hashKey }) {
    const flags = connection.collection<Unread>('flags');
    const inQueue = { officeCode: 1, state: 1, createdAt: 1, _id: 1 } as const;
    await flags.createIndexes([
      { key: { terms: 1, ...inQueue }, name: 'words' },
      { key: { 'matches.rule': 1, ...inQueue }, name: 'rule' },
      { key: { 'matches.tickets': 1, ...inQueue }, name: 'ticket' },
      { key: { officeCode: 1, state: 1, actedAt: 1 }, name: 'office_acted' },
    ]);
    await connection.collection('accounts').createIndexes([
      { key: { nameWords: 1, officeCode: 1 }, name: 'name_words' },
      { key: { nipMasked: 1, officeCode: 1 }, name: 'nip_end' },
    ]);
    await nameAccounts(connection);
    await readFlags(connection, hashKey);
  },
};

/** One that was cut off goes on with those that have none. */
async function nameAccounts(connection: Connection): Promise<void> {
  const accounts = connection.collection<{ _id: string; name: unknown; nameWords?: string[] }>('accounts');
  await eachBatch(accounts, { nameWords: { $exists: false } }, (batch) =>
    batch.map(({ _id, name }) => setOn(_id, { nameWords: wordsOfName(String(name)) })),
  );
}

async function readFlags(connection: Connection, hashKey: Buffer): Promise<void> {
  const terms = createSearchTerms(hashKey);
  const acts = connection.collection<ActivityDocument>('activities');
  await eachBatch(connection.collection<Unread>('flags'), { terms: { $exists: false } }, async (batch) => {
    const ids = batch.map(({ activityId }) => activityId).filter((id) => typeof id === 'string');
    const found = new Map((await acts.find({ _id: { $in: ids } }).toArray()).map((act) => [act._id, act]));
    return batch.map(({ _id, activityId }) => {
      const act = found.get(activityId);
      // Whatever somebody put there keeps nobody from starting.
      return setOn(_id, { terms: typeof act?.text === 'string' ? terms.of(act) : [] });
    });
  });
}
