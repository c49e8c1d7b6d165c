import type { Connection } from 'mongoose';
import { insertNew } from '../insert-new.js';
import type { Migration } from './migration.js';

interface OldAct {
  _id: string;
  state: 'pending' | 'marked' | 'unmarked';
  accountId?: string;
  expireAt?: Date;
}

const BATCH = 5_000;
const INDEX_NOT_FOUND = 27;

/** Acts are judged before they are stored: none is `pending`, and hashes of judged ones lie in a collection of their own. */
export const knownActs: Migration = {
  id: '0003-known-acts',
  async up(connection) {
    const known = connection.collection<{ _id: string; expireAt?: Date }>('known_acts');
    await known.createIndexes([{ key: { expireAt: 1 }, name: 'expiry', expireAfterSeconds: 0 }]);
    const acts = connection.collection<OldAct>('activities');
    for (;;) {
      const batch = await acts
        .find({ state: { $exists: true } }, { projection: { state: 1, accountId: 1, expireAt: 1 } })
        .limit(BATCH)
        .toArray();
      if (batch.length === 0) break;
      await moveBatch(connection, batch);
    }
    await dropWaiting(connection);
  },
};

/** Each act's last step is the one that takes its `state` away, so that a migration that was cut off goes on. */
async function moveBatch(connection: Connection, batch: readonly OldAct[]): Promise<void> {
  const acts = connection.collection<OldAct>('activities');
  const idsOf = (state: OldAct['state']) => batch.filter((act) => act.state === state).map((act) => act._id);
  const flagged = await connection
    .collection<{ _id: string }>('flags')
    .find({ _id: { $in: idsOf('pending') } }, { projection: { _id: 1 } })
    .toArray();
  // A flag may stand whose worker died before the act was told to be marked.
  const marked = new Set([...idsOf('marked'), ...flagged.map((flag) => flag._id)]);
  const unmarked = batch.filter((act) => act.state === 'unmarked');
  await insertNew(connection.collection('known_acts'), [
    ...[...marked].map((_id) => ({ _id })),
    ...unmarked.map(({ _id, expireAt }) => ({ _id, expireAt })),
  ]);
  // Nobody has judged the others: their accounts are read again from the beginning.
  const unjudged = batch.filter((act) => act.state === 'pending' && !marked.has(act._id));
  const accountIds = [...new Set(unjudged.map((act) => act.accountId))];
  await connection
    .collection<{ _id: string }>('accounts')
    .updateMany({ _id: { $in: accountIds as string[] } }, { $unset: { cursor: '' } });
  await acts.deleteMany({ _id: { $in: [...unmarked, ...unjudged].map((act) => act._id) } });
  await acts.updateMany({ _id: { $in: [...marked] } }, { $unset: { state: '' } });
}

/** The indexes of a collection that holds nothing but content: by id alone. */
async function dropWaiting(connection: Connection): Promise<void> {
  const acts = connection.collection('activities');
  const names = (await acts.listIndexes().toArray()).map((index) => index.name as string);
  for (const name of names.filter((each) => each === 'waiting' || each === 'expiry')) {
    await acts.dropIndex(name).catch((error: { code?: number }) => {
      if (error.code !== INDEX_NOT_FOUND) throw error; // Another process was faster.
    });
  }
}
