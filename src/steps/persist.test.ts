import { expect, it } from 'vitest';
import { PermanentError, RetryableError } from '../domain/errors.js';
import { persist } from './persist.js';

const failing = (times: number, error: Error) => {
  let calls = 0;
  return { step: async () => (++calls <= times ? Promise.reject(error) : calls), calls: () => calls };
};
/** Each step takes ten seconds, as the driver does over looking for its server. */
const slow = ({ calls }: { calls: () => number }) => ({ totalMs: 45_000, betweenMs: 1, now: () => calls() * 10_000 });

it('waits for a service that is away, and no longer than told', async () => {
  const back = failing(3, new RetryableError('away', ''));
  await expect(persist(back.step, slow(back))).resolves.toBe(4);
  const gone = failing(99, new RetryableError('away', ''));
  await expect(persist(gone.step, slow(gone))).rejects.toThrow('away');
  expect(gone.calls()).toBe(5);
});

it.each([new PermanentError('no', ''), new TypeError('ours')])(
  'does not repeat what cannot mend: %s',
  async (error) => {
    const never = failing(9, error);
    await expect(persist(never.step, slow(never))).rejects.toThrow(error);
    expect(never.calls()).toBe(1);
  },
);
