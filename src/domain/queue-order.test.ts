import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flag } from './flag.js';
import { orderQueue, type QueueModel } from './queue-order.js';

const SIGNS = ['kata a', 'kata b', 'kata c', 'aturan x'];
const aFlag = (id: string) => ({ id }) as Flag;
const modelOf = (weights: Readonly<Record<string, number>>): QueueModel => ({
  accounts: 20,
  weigh: (sign) => weights[sign] ?? 0,
});
const anyQueue = fc.array(fc.subarray(SIGNS), { maxLength: 30 });
const anyWeights = fc.dictionary(fc.constantFrom(...SIGNS), fc.double({ min: -3, max: 3, noNaN: true }));

function order(queue: readonly (readonly string[])[], weights: Readonly<Record<string, number>>) {
  const flags = queue.map((_, n) => aFlag(`t-${n}`));
  return orderQueue(flags, modelOf(weights), (flag) => queue[Number(flag.id.slice(2))]!);
}

describe('the order of the queue', () => {
  it('puts first what is like acts that people confirmed, and says why', () => {
    const ordered = order([['kata a'], ['kata b'], ['kata b', 'kata c']], { 'kata a': -1, 'kata b': 1, 'kata c': 2 });
    expect(ordered.map(({ flag }) => flag.id)).toEqual(['t-2', 't-1', 't-0']);
    expect(ordered[0]?.why).toEqual([
      { sign: 'kata c', pull: 'first' },
      { sign: 'kata b', pull: 'first' },
    ]);
    expect(ordered[2]?.why).toEqual([{ sign: 'kata a', pull: 'last' }]);
  });

  it('always gives back every flag exactly once', () => {
    fc.assert(
      fc.property(anyQueue, anyWeights, (queue, weights) => {
        const ids = order(queue, weights).map(({ flag }) => flag.id);
        expect(ids.sort()).toEqual(queue.map((_, n) => `t-${n}`).sort());
      }),
    );
  });

  it('changes nothing where the model knows nothing', () => {
    fc.assert(
      fc.property(anyQueue, (queue) => {
        expect(order(queue, {}).map(({ flag }) => flag.id)).toEqual(queue.map((_, n) => `t-${n}`));
        expect(order(queue, {}).every(({ why }) => why.length === 0)).toBe(true);
      }),
    );
  });
});
