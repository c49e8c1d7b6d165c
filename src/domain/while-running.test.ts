import { expect, it } from 'vitest';
import { sharedWhileRunning } from './while-running.js';

it('runs once for all who ask meanwhile, and again for who asks afterwards', async () => {
  const ends: (() => void)[] = [];
  const ask = sharedWhileRunning(() => new Promise<number>((resolve) => ends.push(() => resolve(ends.length))));
  const [one, two] = [ask(), ask()];
  expect(ends).toHaveLength(1);
  ends[0]!();
  expect(await Promise.all([one, two])).toEqual([1, 1]);
  const three = ask();
  expect(ends).toHaveLength(2);
  ends[1]!();
  expect(await three).toBe(2);
});

it('gives a failure to all of them, and begins anew', async () => {
  let runs = 0;
  const ask = sharedWhileRunning(async () => {
    runs += 1;
    throw new Error(`contoh ${runs}`);
  });
  const both = await Promise.allSettled([ask(), ask()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(ask()).rejects.toThrow('contoh 2');
});
