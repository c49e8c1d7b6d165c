import { expect, it } from 'vitest';
import { createBatchesInFlight } from './batches-in-flight.js';

/** Batches that end only when they are told to. */
function setUp() {
  const running: { size: number; end: () => void; fail: (error: Error) => void }[] = [];
  const batches = createBatchesInFlight<number>(
    (batch) => new Promise((end, fail) => running.push({ size: batch.length, end, fail })),
  );
  return { running, batches };
}
/** One thing of this size fills a batch. */
const FULL = 8_000_000;
const isWaiting = async (promise: Promise<unknown> | undefined) =>
  (await Promise.race([
    Promise.resolve(promise).then(() => 'done'),
    new Promise((turn) => setImmediate(turn, 'waits')),
  ])) === 'waits';

it('lets reading go on beside three batches, and not beside a fourth', async () => {
  const { running, batches } = setUp();
  for (const n of [1, 2, 3]) await batches.add(n, FULL);
  const fourth = batches.add(4, FULL);
  expect(await isWaiting(fourth)).toBe(true);
  expect(running).toHaveLength(3);
  running[1]!.end();
  await fourth;
  expect(running).toHaveLength(4);
});

it('ends when the last batch, whole or not, is through', async () => {
  const { running, batches } = setUp();
  await batches.add(1, 1);
  await batches.add(2, 1);
  const end = batches.finish();
  expect(await isWaiting(end)).toBe(true);
  expect(running.map(({ size }) => size)).toEqual([2]);
  running[0]!.end();
  await end;
});

it('throws a failure although nobody waited when it happened', async () => {
  const { running, batches } = setUp();
  await batches.add(1, FULL);
  running[0]!.fail(new Error('killed'));
  await new Promise((turn) => setImmediate(turn));
  await expect(batches.add(2, FULL)).rejects.toThrow('killed');
  await expect(batches.finish()).rejects.toThrow('killed');
});
