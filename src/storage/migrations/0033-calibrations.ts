import type { Migration } from './migration.js';

/** Golden flags and their questions: each person is asked once about each flag, and none of it is kept for good. */
export const calibrations: Migration = {
  id: '0033-calibrations',
  async up(connection) {
    const ending = { key: { expireAt: 1 }, name: 'expire', expireAfterSeconds: 0 } as const;
    await connection
      .collection('golden_flags')
      .createIndexes([{ key: { officeCode: 1, at: -1 }, name: 'office' }, ending]);
    await connection
      .collection('calibrations')
      .createIndexes([
        { key: { userId: 1, flagId: 1 }, name: 'once', unique: true },
        { key: { flagId: 1 }, name: 'flag' },
        { key: { officeCode: 1, saidAt: 1 }, name: 'said' },
        ending,
      ]);
  },
};
