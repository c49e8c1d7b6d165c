import { expect, it } from 'vitest';
import { asQueueError } from './queue-errors.js';

const nameOf = (message: string, fields: object = {}) => asQueueError(Object.assign(new Error(message), fields)).name;

it.each([
  ['connect ECONNREFUSED 127.0.0.1:6379', { code: 'ECONNREFUSED' }],
  ['read ECONNRESET', { code: 'ECONNRESET' }],
  ['write EPIPE', { code: 'EPIPE' }],
  ['getaddrinfo EAI_AGAIN redis', { code: 'EAI_AGAIN' }],
  ['connect ETIMEDOUT', {}],
  ['Connection is closed.', {}],
  ["Stream isn't writeable and enableOfflineQueue options is false", {}],
  ['Reached the max retries per request limit', { name: 'MaxRetriesPerRequestError' }],
])('is one fault, whichever words a lost connection has: %s', (message, fields) => {
  expect(nameOf(message, fields)).toBe('RedisAwayError');
});

it('is another fault where Redis answers, and refuses', () => {
  expect(nameOf("OOM command not allowed when used memory > 'maxmemory'.", { name: 'ReplyError' })).toBe(
    'QueueFullError',
  );
  expect(nameOf('NOAUTH Authentication required.', { name: 'ReplyError' })).toBe('ReplyError');
  expect(nameOf('ERR unknown command', { name: 'ReplyError', code: 'ERR_X' })).toBe('ReplyError');
});
