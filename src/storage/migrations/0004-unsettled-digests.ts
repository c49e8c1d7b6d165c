import type { Migration } from './migration.js';

/** Each round asks for receipts that a worker holds or died over, of whatever day. */
export const unsettledDigests: Migration = {
  id: '0004-unsettled-digests',
  async up(connection) {
    await connection
      .collection('digests')
      .createIndexes([{ key: { state: 1, day: 1, officeCode: 1 }, name: 'state_day' }]);
  },
};
