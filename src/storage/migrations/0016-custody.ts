import type { Migration } from './migration.js';

/** What the log tells of one flag, in order: for whoever hands it over. */
export const custody: Migration = {
  id: '0016-custody',
  async up(connection) {
    await connection.collection('audit').createIndex({ subject: 1, _id: 1 }, { name: 'subject' });
  },
};
