import { describe, expect, it } from 'vitest';
import type { Activity } from '../domain/activity.js';
import type { Election, Sign } from '../domain/election.js';
import type { Flag, Verdict } from '../domain/flag.js';
import { orderQueue } from '../domain/queue-order.js';
import { createSignsOf, MIN_ACCOUNTS_EACH, type QueueModelDeps, trainQueueModel } from './queue-model.js';

// Names and tags are invented ("contoh").
const sign = (text: string): Sign => ({ text, ambiguous: false });
const ELECTION = {
  contests: [
    {
      tickets: [
        { names: ['Bramantya Contohadi'], aliases: [sign('Bram Sekar')], hashtags: [sign('#BramSekar')], slogans: [] },
        {
          names: ['Danurwenda Contohjaya'],
          aliases: [sign('Danu Ratna')],
          hashtags: [sign('#DanuRatna')],
          slogans: [],
        },
      ].map((ticket) => ({ ...ticket, parties: [], accounts: [] })),
    },
  ],
} as unknown as Election;
const signsOf = createSignsOf([ELECTION]);

interface Decided {
  readonly text: string;
  readonly verdict: Verdict;
  readonly accountId: string;
}

/** Our own fake at our own interface: the decided flags of an installation. */
function installation(decided: readonly Decided[]): QueueModelDeps {
  const flags = decided.map(({ verdict, accountId }, n) => aFlag(`t-${n}`, { accountId, reviews: [{ verdict }] }));
  return {
    flags: {
      async *stream() {
        yield* flags;
      },
    },
    activities: { findManyMarked: async (ids) => ids.map((id) => anActivity(id, decided[Number(id.slice(2))]!.text)) },
  };
}

const aFlag = (id: string, given: object = {}) =>
  ({ id, activityId: id, kind: 'post', matches: [], reviews: [], ...given }) as unknown as Flag;
const anActivity = (id: string, text: string) => ({ id, text }) as Activity;

const people = (count: number, text: string, verdict: Verdict): Decided[] =>
  Array.from({ length: count }, (_, n) => ({ text, verdict, accountId: `${verdict}-${n}` }));
const experience = (count: number) => [
  ...people(count, 'Ayo coblos Bram Sekar besok', 'confirmed'),
  ...people(count, 'Selamat pagi, liputan debat Danu Ratna tadi malam', 'dismissed'),
];

describe('a model learned from verdicts', () => {
  it('puts acts like the confirmed ones first and names the words', async () => {
    const model = await trainQueueModel(installation(experience(20)), signsOf);
    const texts: Record<string, string> = { old: 'Liputan debat semalam', young: 'Besok coblos ya' };
    const flags = Object.keys(texts).map((id) => aFlag(id));
    const ordered = orderQueue(flags, model, (flag) => signsOf(flag, anActivity(flag.id, texts[flag.id]!)));
    expect(ordered.map(({ flag }) => flag.id)).toEqual(['young', 'old']);
    expect(ordered[0]?.why).toContainEqual({ sign: 'kata coblos', pull: 'first' });
    expect(ordered[1]?.why).toContainEqual({ sign: 'kata liputan', pull: 'last' });
  });

  it('has no opinion before enough different people were decided on, however often one of them appears', async () => {
    const few = await trainQueueModel(installation(experience(MIN_ACCOUNTS_EACH - 1)), signsOf);
    expect(few.weigh('kata coblos')).toBe(0);
    const loud = experience(1).flatMap((one) => Array.from({ length: 200 }, () => one));
    expect((await trainQueueModel(installation(loud), signsOf)).weigh('kata coblos')).toBe(0);
  });

  it('never learns a ticket, a person or an inherited name: two sides with the same words weigh the same', async () => {
    const one = signsOf(
      aFlag('a', { accountId: 'akun-1' }),
      anActivity('a', 'Mantap Bram Sekar! #BramSekarMenang @bram'),
    );
    const other = signsOf(
      aFlag('b', { accountId: 'akun-2' }),
      anActivity('b', 'Mantap Danu Ratna! #DanuRatnaJuara @danu'),
    );
    expect(one).toEqual(other);
    expect(one).toEqual(['jenis post', 'kata mantap']);
    const model = await trainQueueModel(installation(experience(20)), signsOf);
    for (const name of ['kata bram', 'kata danu', 'constructor', '__proto__', 'kata constructor']) {
      expect(model.weigh(name)).toBe(0);
    }
  });

  it('leaves out the words by which a match names the ticket, also when no list holds them', () => {
    const span = { field: 'text', start: 6, end: 13, means: 'akun yang menyebut nama calon' };
    const flag = aFlag('a', { matches: [{ rule: 'praise', spans: [span] }] });
    expect(signsOf(flag, anActivity('a', 'Hidup brmskr2 selalu'))).toEqual([
      ...['jenis post', 'aturan praise', 'kata hidup', 'kata selalu'],
    ]);
  });
});
