import type { Migration } from './migration.js';

/** Templates of an office and of those above it. */
export const reasonTemplates: Migration = {
  id: '0009-reason-templates',
  async up(connection) {
    await connection.collection('reason_templates').createIndexes([{ key: { officeCode: 1 }, name: 'office' }]);
  },
};
