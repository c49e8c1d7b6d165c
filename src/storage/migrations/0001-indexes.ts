import type { Migration } from './migration.js';

/** Every index of the first version, beside the query that needs it. */
export const indexes: Migration = {
  id: '0001-indexes',
  async up(connection) {
    const make = (collection: string, specs: { key: Record<string, 1 | -1>; [option: string]: unknown }[]) =>
      connection.collection(collection).createIndexes(specs as never[]);

    // What waits, oldest first; and the counts by state.
    await make('activities', [
      { key: { state: 1, collectedAt: 1, _id: 1 }, name: 'waiting' },
      { key: { expireAt: 1 }, name: 'expiry', expireAfterSeconds: 0 },
    ]);
    await make('flags', [
      { key: { state: 1, createdAt: 1, _id: 1 }, name: 'queue' },
      { key: { officeCode: 1, state: 1, createdAt: 1, _id: 1 }, name: 'office_queue' },
      { key: { officeCode: 1, state: 1, decidedAt: 1 }, name: 'office_decided' },
      { key: { officeCode: 1, createdAt: 1 }, name: 'office_new' },
      { key: { accountId: 1 }, name: 'account' },
    ]);
    await make('accounts', [
      // Not unique: a handle changes, and what stands under a unique index must not (docs/mongodb.md). The id is.
      { key: { handleKey: 1, platform: 1 }, name: 'handle' },
      {
        key: { platform: 1, externalId: 1 },
        name: 'external_id',
        unique: true,
        partialFilterExpression: { externalId: { $exists: true } },
      },
      { key: { formerHandleKeys: 1 }, name: 'former_handle' },
      { key: { platform: 1, nextVisitAt: 1, _id: 1 }, name: 'due' },
      { key: { officeCode: 1, _id: 1 }, name: 'office' },
    ]);
    await make('coverage', [
      { key: { day: 1, officeCode: 1 }, name: 'office_day' },
      { key: { accountId: 1, day: 1 }, name: 'account_day' },
    ]);
    await make('digests', [{ key: { officeCode: 1, day: 1 }, name: 'office_day', unique: true }]);
    await make('users', [{ key: { usernameKey: 1 }, name: 'username', unique: true }]);
    await make('sessions', [{ key: { expiresAt: 1 }, name: 'expiry', expireAfterSeconds: 0 }]);
  },
};
