import type { Migration } from './migration.js';

/** Drafts go by themselves; and a person's own claims are found among all that waits. */
export const draftsAndClaims: Migration = {
  id: '0006-drafts-and-claims',
  async up(connection) {
    await connection
      .collection('drafts')
      .createIndexes([{ key: { expireAt: 1 }, name: 'expiry', expireAfterSeconds: 0 }]);
    await connection.collection('flags').createIndexes([
      {
        key: { 'claim.by': 1, 'claim.until': 1 },
        name: 'claims',
        partialFilterExpression: { 'claim.by': { $exists: true } },
      },
    ]);
  },
};
