import { describe, expect, it } from 'vitest';
import type { Flag } from '../domain/flag.js';
import { orderQueue } from '../domain/queue-order.js';
import type { Verdict } from '../domain/verdict.js';
import { MIN_ACCOUNTS_EACH, MIN_ACTS_A_SIGN, type QueueModelDeps, trainQueueModel } from './queue-model.js';

interface Decided {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly accountId: string;
}

const aFlag = (id: string, { rule, ...given }: { rule: string } & Partial<Flag>) =>
  ({
    ...{ id, activityId: id, kind: 'post', stage: 'campaign', cleared: [], reviews: [] },
    matches: [{ rule, basis: [], stance: 'support', tickets: ['contoh/1'], spans: [] }],
    ...given,
  }) as unknown as Flag;

/** Our own fake at our own interface: the decided flags of an installation. */
function installation(decided: readonly Decided[]): QueueModelDeps {
  const flags = decided.map(({ rule, verdict, accountId }, n) =>
    aFlag(`t-${n}`, { rule, accountId, reviews: [{ verdict }] as never }),
  );
  return {
    flags: {
      async *streamFlags() {
        yield* flags;
      },
    },
  };
}

const people = (count: number, rule: string, verdict: Verdict): Decided[] =>
  Array.from({ length: count }, (_, n) => ({ rule, verdict, accountId: `${verdict}-${n}` }));
const experience = (count: number) => [
  ...people(count, 'call-to-vote', 'confirmed'),
  ...people(count, 'news-share', 'dismissed'),
];
const CALL = { of: 'rule', value: 'call-to-vote' } as const;

describe('a model learned from verdicts', () => {
  it('puts acts like the confirmed ones first and names the signs', async () => {
    const model = await trainQueueModel(installation(experience(20)));
    expect(model.isTaught).toBe(true);
    const flags = [aFlag('old', { rule: 'news-share' }), aFlag('young', { rule: 'call-to-vote' })];
    const ordered = orderQueue(flags, model);
    expect(ordered.map(({ flag }) => flag.id)).toEqual(['young', 'old']);
    expect(ordered.map(({ why }) => why)).toEqual([
      [{ sign: CALL, pull: 'first' }],
      [{ sign: { of: 'rule', value: 'news-share' }, pull: 'last' }],
    ]);
  });

  it('has no opinion before enough different people were decided on, however often one of them appears', async () => {
    const few = await trainQueueModel(installation(experience(MIN_ACCOUNTS_EACH - 1)));
    const loud = experience(1).flatMap((one) => Array.from({ length: 200 }, () => one));
    for (const model of [few, await trainQueueModel(installation(loud))]) {
      expect([model.isTaught, model.weigh(CALL)]).toEqual([false, 0]);
    }
  });

  it('gives no weight to a sign of few decided acts: it would tell how these were decided', async () => {
    const of = (count: number) => [...experience(20), ...people(count, 'rare', 'confirmed')];
    const [few, enough] = await Promise.all(
      [of(MIN_ACTS_A_SIGN - 1), of(MIN_ACTS_A_SIGN)].map(installation).map(trainQueueModel),
    );
    expect(few!.weigh({ of: 'rule', value: 'rare' })).toBe(0);
    expect(enough!.weigh({ of: 'rule', value: 'rare' })).toBeGreaterThan(0);
  });

  it('takes no side from questions, and knows nothing of inherited names', async () => {
    const asked = people(30, 'question', 'needs_context');
    const model = await trainQueueModel(installation([...experience(20), ...asked]));
    for (const value of ['question', 'constructor', '__proto__']) expect(model.weigh({ of: 'rule', value })).toBe(0);
  });

  it('has the same version where the same was learned, and another after another verdict', async () => {
    const [one, again, other] = await Promise.all(
      [experience(20), experience(20), experience(21)].map((decided) => trainQueueModel(installation(decided))),
    );
    expect(one!.version).toMatch(/^[0-9a-f]{16}$/);
    expect(again!.version).toBe(one!.version);
    expect(other!.version).not.toBe(one!.version);
  });
});
