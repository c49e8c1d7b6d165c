import type { Migration } from './migration.js';

/** Tokens of programs, by whose they are. */
export const apiTokens: Migration = {
  id: '0018-api-tokens',
  async up(connection) {
    await connection.collection('api_tokens').createIndexes([{ key: { userId: 1, madeAt: -1 }, name: 'user' }]);
  },
};
