import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flag } from './flag.js';
import { orderQueue, type QueueModel, signKey, signsOf } from './queue-order.js';

const RULES = ['call-to-vote', 'own-support', 'like-ticket-account'];
const MEANINGS = ['ajakan memilih', 'kata dukungan', 'nomor urut', 'nama pasangan calon'];
const CLEARS = ['Kutipan ucapan orang lain', 'Kritik kebijakan'];

interface Act {
  readonly rules: readonly string[];
  readonly meanings: readonly string[];
  readonly clears: readonly string[];
}

/** Everything of person, account, office and ticket is in `whose`. */
const aFlag = (id: string, { rules, meanings, clears }: Act, whose = 'a') =>
  ({
    ...{ id, activityId: id, kind: 'post', stage: 'campaign' },
    ...{ accountId: `akun-${whose}`, officeCode: `OPD-${whose}`, region: `35.${whose}`, position: `Guru ${whose}` },
    matches: rules.map((rule) => ({
      ...{ rule, basis: ['D2'], stance: 'support', tickets: [`contoh/${whose}`] },
      spans: meanings.map((means) => ({ field: 'text', start: 0, end: whose.length, means })),
    })),
    cleared: clears.map((reason) => ({ reason, spans: [] })),
  }) as unknown as Flag;

const modelOf = (weights: Readonly<Record<string, number>>): QueueModel => ({
  isTaught: true,
  weigh: (sign) => weights[signKey(sign)] ?? 0,
});
const KEYS = [
  ...RULES.map((rule) => `rule:${rule}`),
  ...MEANINGS.map((means) => `meaning:${means}`),
  ...CLEARS.map((reason) => `clears:${reason}`),
];
const anyAct = fc.record({ rules: fc.subarray(RULES), meanings: fc.subarray(MEANINGS), clears: fc.subarray(CLEARS) });
const anyQueue = fc.array(anyAct, { maxLength: 30 });
const anyWeights = fc.dictionary(fc.constantFrom(...KEYS), fc.double({ min: -3, max: 3, noNaN: true }));
const flagsOf = (queue: readonly Act[], whose?: string) => queue.map((act, n) => aFlag(`t-${n}`, act, whose));
const ids = (queue: readonly Act[]) => queue.map((_, n) => `t-${n}`);

describe('the order of the queue', () => {
  const act = (rule: string, ...clears: string[]): Act => ({ rules: [rule], meanings: ['kata dukungan'], clears });

  it('puts first what is like acts that people confirmed, and says why', () => {
    const queue = [act('own-support', CLEARS[0]!), act('own-support'), act('call-to-vote')];
    const weights = { 'rule:call-to-vote': 2, 'rule:own-support': 1, [`clears:${CLEARS[0]}`]: -1.5 };
    const ordered = orderQueue(flagsOf(queue), modelOf(weights));
    expect(ordered.map(({ flag }) => flag.id)).toEqual(['t-2', 't-1', 't-0']);
    expect(ordered[0]?.why).toEqual([{ sign: { of: 'rule', value: 'call-to-vote' }, pull: 'first' }]);
    expect(ordered[2]?.why).toEqual([
      { sign: { of: 'clears', value: CLEARS[0] }, pull: 'last' },
      { sign: { of: 'rule', value: 'own-support' }, pull: 'first' },
    ]);
  });

  it('names no sign that hardly weighs', () => {
    const [only] = orderQueue(flagsOf([act('own-support')]), modelOf({ 'rule:own-support': 0.05 }));
    expect(only?.why).toEqual([]);
  });

  it('always gives back every flag exactly once', () => {
    fc.assert(
      fc.property(anyQueue, anyWeights, (queue, weights) => {
        const ordered = orderQueue(flagsOf(queue), modelOf(weights)).map(({ flag }) => flag.id);
        expect(ordered.sort()).toEqual(ids(queue).sort());
      }),
    );
  });

  it('changes nothing where the model knows nothing', () => {
    fc.assert(
      fc.property(anyQueue, (queue) => {
        const ordered = orderQueue(flagsOf(queue), modelOf({}));
        expect(ordered.map(({ flag }) => flag.id)).toEqual(ids(queue));
        expect(ordered.every(({ why }) => why.length === 0)).toBe(true);
      }),
    );
  });

  it('always is the same whoever acted, in whichever office, for whichever ticket', () => {
    fc.assert(
      fc.property(anyQueue, anyWeights, fc.string({ minLength: 1 }), (queue, weights, other) => {
        const order = (flags: readonly Flag[]) =>
          orderQueue(flags, modelOf(weights)).map(({ flag, why }) => [flag.id, why]);
        // Other tickets may also be named by other signs: a tag where the first was named by its number.
        const swapped = queue.map((a) => ({
          ...a,
          meanings: a.meanings.map((m) => (m === 'nomor urut' ? `tagar pasangan calon ${other}` : m)),
        }));
        expect(order(flagsOf(swapped, other))).toEqual(order(flagsOf(queue)));
      }),
    );
  });
});

describe('signs of an act', () => {
  it('are codes and words of the rule files, each once', () => {
    const twice: Act = {
      rules: ['own-support', 'own-support'],
      meanings: ['kata dukungan', 'nomor urut'],
      clears: CLEARS,
    };
    expect(signsOf(aFlag('t-0', twice)).map(signKey)).toEqual([
      ...['kind:post', 'stage:campaign', 'rule:own-support', 'stance:support', 'meaning:kata dukungan'],
      ...CLEARS.map((reason) => `clears:${reason}`),
    ]);
  });

  it('never hold anything of person, account, office, region, position or ticket', () => {
    const keys = signsOf(aFlag('t-0', { rules: RULES, meanings: MEANINGS, clears: CLEARS }, 'RAHASIA')).map(signKey);
    expect(keys.join(' ')).not.toMatch(/RAHASIA|calon|nomor/);
  });
});
