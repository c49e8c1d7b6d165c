import type { Migration } from './migration.js';

/** What waits, by step and office, oldest first; what may be the same again; and all of it goes by itself. */
export const reports: Migration = {
  id: '0011-reports',
  async up(connection) {
    const some = (field: string) => ({ partialFilterExpression: { [field]: { $exists: true } } });
    await connection.collection('reports').createIndexes([
      { key: { expireAt: 1 }, name: 'expiry', expireAfterSeconds: 0 },
      { key: { receiptKey: 1 }, name: 'receipt', unique: true, ...some('receiptKey') },
      { key: { state: 1, broughtAt: 1, _id: 1 }, name: 'waiting' },
      { key: { broughtBy: 1, broughtAt: 1, _id: 1 }, name: 'brought_by', ...some('broughtBy') },
      { key: { linkKey: 1 }, name: 'same_link', ...some('linkKey') },
      { key: { wordsKey: 1 }, name: 'same_words', ...some('wordsKey') },
      { key: { 'files.broughtSha256': 1 }, name: 'same_picture' },
      { key: { 'files.id': 1 }, name: 'files_in_use' },
      { key: { duplicateOf: 1 }, name: 'joined', ...some('duplicateOf') },
      { key: { flagId: 1 }, name: 'flag', ...some('flagId') },
    ]);
  },
};
