import { wordsOfName } from '../../domain/search.js';
import type { Migration } from './migration.js';

/** Who logs in, looked for by name, office and mail; sessions by whose they are. */
export const people: Migration = {
  id: '0014-people',
  async up(connection) {
    const users = connection.collection<{ _id: string; displayName: string }>('users');
    await users.createIndexes([
      { key: { nameWords: 1 }, name: 'name_words' },
      { key: { officeCodes: 1 }, name: 'offices' },
      { key: { role: 1, isActive: 1 }, name: 'role' },
      // Not unique: an address changes hands, and what stands under a unique index must not (docs/mongodb.md).
      { key: { mailKey: 1 }, name: 'mail', partialFilterExpression: { mailKey: { $exists: true } } },
    ]);
    await connection.collection('sessions').createIndexes([{ key: { userId: 1, expiresAt: 1 }, name: 'user' }]);
    // A handful, and one that was cut off goes on with those that have none.
    const unnamed = users.find({ nameWords: { $exists: false } }, { projection: { displayName: 1 } });
    for await (const { _id, displayName } of unnamed) {
      await users.updateOne({ _id }, { $set: { nameWords: wordsOfName(String(displayName)) } });
    }
  },
};
