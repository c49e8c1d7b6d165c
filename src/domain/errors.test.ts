import { describe, expect, it } from 'vitest';
import { ConfigError } from '../config/config-error.js';
import { explainError, PermanentError, RetryableError } from './errors.js';

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

  it('takes whatever was thrown', () => {
    expect(explainError(undefined)).toMatchObject({ message: 'undefined' });
  });
});
