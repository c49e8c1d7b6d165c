import type { Migration } from './migration.js';

/** Which links are to be looked behind, longest due first; and which sealed packs a report still names. */
export const linkReadings: Migration = {
  id: '0017-link-readings',
  async up(connection) {
    const some = (field: string) => ({ partialFilterExpression: { [field]: { $exists: true } } });
    await connection.collection('reports').createIndexes([
      { key: { lookDueAt: 1 }, name: 'looks_due', ...some('lookDueAt') },
      { key: { 'reading.pack.id': 1 }, name: 'link_packs', ...some('reading.pack.id') },
    ]);
  },
};
