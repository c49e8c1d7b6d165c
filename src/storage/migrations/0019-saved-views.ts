import type { Migration } from './migration.js';

/** Filters under a name, of a person and of an office. */
export const savedViews: Migration = {
  id: '0019-saved-views',
  async up(connection) {
    await connection.collection('saved_views').createIndexes([
      { key: { userId: 1 }, name: 'user' },
      { key: { officeCode: 1 }, name: 'office' },
    ]);
  },
};
