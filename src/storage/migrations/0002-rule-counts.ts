import type { Migration } from './migration.js';

/** Rules that mark nothing are counted by rule and day, and notes by office and day. */
export const ruleCounts: Migration = {
  id: '0002-rule-counts',
  async up(connection) {
    await connection.collection('rule_counts').createIndexes([
      { key: { of: 1, as: 1, rule: 1, day: 1 }, name: 'rule_day' },
      { key: { officeCode: 1, day: 1 }, name: 'office_day' },
      { key: { expireAt: 1 }, name: 'expiry', expireAfterSeconds: 0 },
    ]);
  },
};
