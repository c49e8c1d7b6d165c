import { describe, expect, it } from 'vitest';
import { createRefreshed } from './refreshed.js';

/** Loads that end when the test says so. */
function source() {
  let now = 0;
  const ends: { resolve(value: string): void; reject(error: Error): void }[] = [];
  const failures: unknown[] = [];
  const get = createRefreshed({
    load: () => new Promise<string>((resolve, reject) => ends.push({ resolve, reject })),
    clock: () => new Date(now),
    forMs: 1000,
    onFailed: (error) => failures.push(error),
  });
  return { get, ends, failures, pass: (ms: number) => (now += ms) };
}

describe('a refreshed value', () => {
  it('is loaded once for all who wait for the first one', async () => {
    const { get, ends } = source();
    const both = [get(), get()];
    ends[0]!.resolve('a');
    expect(await Promise.all(both)).toEqual(['a', 'a']);
    expect(ends).toHaveLength(1);
  });

  it('is renewed behind the callers once it is old, not before', async () => {
    const { get, ends, pass } = source();
    const first = get();
    ends[0]!.resolve('a');
    await first;
    pass(999);
    expect([await get(), ends.length]).toEqual(['a', 1]);
    pass(1);
    expect([await get(), await get(), ends.length]).toEqual(['a', 'a', 2]);
    ends[1]!.resolve('b');
    await expect.poll(get).toBe('b');
  });

  it('stays the old one where renewing fails, says so, and is tried again', async () => {
    const { get, ends, failures, pass } = source();
    const first = get();
    ends[0]!.resolve('a');
    await first;
    pass(1000);
    await get();
    ends[1]!.reject(new Error('contoh'));
    await expect.poll(() => failures).toHaveLength(1);
    expect([await get(), ends.length]).toEqual(['a', 3]);
  });

  it('refuses the first caller where nothing can be loaded, and serves the next one', async () => {
    const { get, ends } = source();
    const first = get();
    ends[0]!.reject(new Error('contoh'));
    await expect(first).rejects.toThrow('contoh');
    const second = get();
    ends[1]!.resolve('b');
    expect(await second).toBe('b');
  });
});
