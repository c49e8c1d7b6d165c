import type { Migration } from './migration.js';

/** Decisions that can still be undone: a handful at any time, so one small index serves their person and the sweep. */
export const pendingDecisions: Migration = {
  id: '0008-pending-decisions',
  async up(connection) {
    await connection.collection('flags').createIndexes([
      {
        key: { 'pending.countsFrom': 1 },
        name: 'pending',
        partialFilterExpression: { 'pending.countsFrom': { $exists: true } },
      },
    ]);
  },
};
