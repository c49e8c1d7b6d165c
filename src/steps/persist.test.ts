import { expect, it } from 'vitest';
import { PermanentError, RetryableError } from '../domain/errors.js';
import { persist } from './persist.js';

const quick = { totalMs: 5, betweenMs: 1 };
const failing = (times: number, error: Error) => {
  let calls = 0;
  return { step: async () => (++calls <= times ? Promise.reject(error) : calls), calls: () => calls };
};

it('waits for a service that is away, and no longer than told', async () => {
  const back = failing(3, new RetryableError('away', ''));
  await expect(persist(back.step, quick)).resolves.toBe(4);
  const gone = failing(99, new RetryableError('away', ''));
  await expect(persist(gone.step, quick)).rejects.toThrow('away');
  expect(gone.calls()).toBe(5);
});

it.each([new PermanentError('no', ''), new TypeError('ours')])(
  'does not repeat what cannot mend: %s',
  async (error) => {
    const { step, calls } = failing(9, error);
    await expect(persist(step, quick)).rejects.toThrow(error);
    expect(calls()).toBe(1);
  },
);
