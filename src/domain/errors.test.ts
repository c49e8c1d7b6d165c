import { describe, expect, it } from 'vitest';
import { ConfigError } from '../config/config-error.js';
import { explainError, isMongodbAway, MongodbAwayError, PermanentError, RetryableError } from './errors.js';

describe('explainError', () => {
  it('says of our own errors what to do next, and whether trying again may help', () => {
    expect(explainError(new PermanentError('a', 'b'))).toEqual({ message: 'a', hint: 'b', retryable: false });
    expect(explainError(new RetryableError('a', 'b'))).toEqual({ message: 'a', hint: 'b', retryable: true });
  });

  it('reads the same from an error of a room that may not import ours', () => {
    const error = new ConfigError([{ variable: 'REDIS_URL', advice: 'tulis sebuah alamat' }]);
    expect(explainError(error)).toEqual({ message: error.message, hint: error.hint, retryable: false });
  });

  it.each([new TypeError('a'), Object.assign(new Error('a'), { hint: 7, retryable: 'no' })])(
    'sends people to the doctor with any other error',
    (error) => expect(explainError(error)).toEqual({ message: 'a', hint: 'netra doctor', retryable: true }),
  );

  it.each([
    'MongoServerSelectionError',
    'MongoNetworkTimeoutError',
    'MongoPoolClearedOnNetworkError',
    'MongoServerClosedError',
  ])('says in our own words that MongoDB is away, and no address: %s', (name) => {
    const thrown = Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:27017'), { name });
    expect(isMongodbAway(thrown)).toBe(true);
    const { message, hint } = new MongodbAwayError();
    expect(explainError(thrown)).toEqual({ message, hint, retryable: true });
  });

  it('knows a write that may be repeated, whatever wraps it, and no write that met another one', () => {
    const labelled = (label: string, code?: number) =>
      Object.assign(new Error('connection 3 closed'), {
        name: 'MongoBulkWriteError',
        code,
        hasErrorLabel: (asked: string) => asked === label,
      });
    expect(isMongodbAway(labelled('RetryableWriteError'))).toBe(true);
    expect(isMongodbAway(labelled('TransientTransactionError'))).toBe(true);
    expect(isMongodbAway(labelled('ResumableChangeStreamError'))).toBe(false);
    expect(isMongodbAway(labelled('TransientTransactionError', 112))).toBe(false);
  });

  it('does not take what MongoDB refuses for its absence', () => {
    const refused = Object.assign(new Error('E11000'), { name: 'MongoServerError' });
    expect(isMongodbAway(refused)).toBe(false);
  });

  it('takes whatever was thrown', () => {
    expect(explainError(undefined)).toMatchObject({ message: 'undefined' });
  });
});
