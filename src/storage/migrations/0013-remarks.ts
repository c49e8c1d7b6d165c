import type { Migration } from './migration.js';

/** What colleagues wrote on one flag, in order. */
export const remarks: Migration = {
  id: '0013-remarks',
  async up(connection) {
    await connection.collection('remarks').createIndexes([{ key: { flagId: 1, at: 1, _id: 1 }, name: 'of_flag' }]);
  },
};
