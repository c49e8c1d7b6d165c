import type { Migration } from './migration.js';

/** One name at the house's own log-in is one person. */
export const openIds: Migration = {
  id: '0028-open-ids',
  async up(connection) {
    await connection.collection('users').createIndexes([
      {
        key: { 'openId.issuer': 1, 'openId.subject': 1 },
        name: 'open-id',
        unique: true,
        partialFilterExpression: { 'openId.subject': { $exists: true } },
      },
    ]);
  },
};
