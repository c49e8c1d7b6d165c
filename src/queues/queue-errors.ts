import { RetryableError } from '../domain/errors.js';
import { QUEUES } from '../words/adapters/storage.js';
import { sayError } from '../words/say.js';

/** Redis has no room and, as it must, evicts nothing. */
export class QueueFullError extends RetryableError {
  constructor(options?: ErrorOptions) {
    super(...sayError(QUEUES.full, 'id'), options);
  }
}

/** Redis does not answer. One fault, whichever of its many connections meets it and however each one words it. */
export class RedisAwayError extends RetryableError {
  constructor(options?: ErrorOptions) {
    super(...sayError(QUEUES.away, 'id'), options);
  }
}

/** Of a system call that failed, as Node names it; and of ioredis, which has words but no codes for its own. */
const AWAY_CODE = /^(?:E[A-Z]{3,}|EAI_[A-Z]+)$/;
const AWAY_WORDS = /^(?:Connection is closed|connect E|Command timed out|Stream isn't writeable|Redis connection lost)/;
const AWAY_NAMES: ReadonlySet<string> = new Set(['MaxRetriesPerRequestError', 'AbortError']);

/** What an error of the driver or an answer of Redis means; plain text that begins with a code, where Redis answered. */
export function asQueueError(error: Error): Error {
  if (error.message.startsWith('OOM ')) return new QueueFullError({ cause: error });
  const { code } = error as NodeJS.ErrnoException;
  const isAway =
    (typeof code === 'string' && AWAY_CODE.test(code)) || AWAY_WORDS.test(error.message) || AWAY_NAMES.has(error.name);
  return isAway ? new RedisAwayError({ cause: error }) : error;
}
