import type { Migration } from './migration.js';

/** The registry by name, and what of it is not proven. */
export const registry: Migration = {
  id: '0026-registry',
  async up(connection) {
    await connection.collection('accounts').createIndexes([
      { key: { name: 1, _id: 1 }, name: 'name' },
      { key: { proof: 1, officeCode: 1 }, name: 'proof' },
    ]);
  },
};
