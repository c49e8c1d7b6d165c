import type { Migration } from './migration.js';

/**
 * The few of all waiting flags that are somebody's work, or on which a question waits: by whom they are, whom they ask and
 * until when. Mails that tell of news are forgotten by themselves.
 */
export const asking: Migration = {
  id: '0015-asking',
  async up(connection) {
    const some = (field: string) => ({ partialFilterExpression: { [field]: { $exists: true } } });
    await connection.collection('flags').createIndexes([
      { key: { 'assigned.to': 1, createdAt: 1, _id: 1 }, name: 'assigned', ...some('assigned.to') },
      { key: { 'question.by': 1, createdAt: 1, _id: 1 }, name: 'asked_by', ...some('question.by') },
      { key: { 'question.to': 1, 'question.until': 1 }, name: 'asked_of', ...some('question.to') },
      { key: { 'question.waitsUntil': 1 }, name: 'asked_until', ...some('question.waitsUntil') },
    ]);
    await connection
      .collection('notice_mails')
      .createIndexes([{ key: { expireAt: 1 }, name: 'expiry', expireAfterSeconds: 0 }]);
  },
};
