import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Contest, Election, Ticket } from '../../src/domain/election.js';
import { exampleContest } from '../../src/rules/elections/example-election.js';
import { createScreener } from '../../src/rules/engine/screener.js';
import type { RuleSet } from '../../src/rules/files/rule-set.js';
import { sampleInput } from '../../src/rules/samples.js';
import { anInput, loadAll, sharedTexts, swapSigns, verdict } from './screening.js';

let ruleSet: RuleSet;
let elections: readonly Election[];
let contest: Contest;
beforeAll(async () => {
  ({ ruleSet, elections } = await loadAll());
  contest = exampleContest(elections);
});

/** Every sample of every rule, with the signs of `ticket` in its places. */
function corpus(ticket: Ticket, other: Ticket) {
  const samples = ruleSet.rules
    .flatMap((r) => [...r.samples!.match, ...r.samples!.no_match])
    // A salute written with its number stays with its place on the ballot.
    .filter((sample) => !/(satu|dua|tiga) jari/i.test(sample.text ?? ''));
  return samples.map((sample) => sampleInput(sample, { contest, ticket, other }));
}

describe('tickets are treated alike', () => {
  it('gives the swapped verdict when two tickets swap places in every text', () => {
    const screener = createScreener({ ...ruleSet, elections });
    for (const [a, b] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      const [one, two] = [contest.tickets[a]!, contest.tickets[b]!];
      const swap = (id: string) => (id === one.id ? two.id : id === two.id ? one.id : id);
      const before = corpus(one, two).map((i) => verdict(screener.screen(i), swap));
      const after = corpus(two, one).map((i) => verdict(screener.screen(i)));
      expect(after).toEqual(before);
    }
  });

  it('gives the swapped verdict when two tickets of a shared election swap their signs in the file', () => {
    const texts = [...sharedTexts('gold-audit', 400), ...sharedTexts('pilpres2024-x', 1_500)];
    const own = corpus(contest.tickets[0]!, contest.tickets[1]!).map((i) => i.text);
    const swapped = elections.map((e) => ({ ...e, contests: e.contests.map((c) => swapSigns(c)) }));
    const [plain, other] = [
      createScreener({ ...ruleSet, elections }),
      createScreener({ ...ruleSet, elections: swapped }),
    ];
    const rename = (id: string) => id.replace(/\/([12])$/, (_, n) => `/${3 - Number(n)}`);
    const when = { publishedAt: '2024-01-15T05:00:00Z', account: { id: 'a', region: '35' } };
    const inputs = [...own.map((text) => anInput({ text })), ...texts.map((text) => anInput({ text, ...when }))];
    // Bare numbers stay with their place on the ballot, so texts with digits cannot swap with the names.
    for (const input of inputs.filter((i) => !/\d|\uFE0F|satu|dua|jari/i.test(i.text))) {
      expect(verdict(other.screen(input)), input.id).toEqual(verdict(plain.screen(input), rename));
    }
  });
});

describe('order changes nothing', () => {
  it('of rules, lexicons, elections, contests and tickets in their files', () => {
    const inputs = corpus(contest.tickets[0]!, contest.tickets[1]!);
    const plain = createScreener({ ...ruleSet, elections });
    const expected = inputs.map((i) => plain.screen(i));
    const sample = elections.filter((e) => e.id === 'contoh');
    const rest = elections.filter((e) => e.id !== 'contoh');
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1_000_000)), (keys) => {
        const shuffle = <T>(list: readonly T[]) =>
          [...list]
            .map((item) => ({ item, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map((x) => x.item);
        const mixed = createScreener({
          ...ruleSet,
          rules: shuffle(ruleSet.rules),
          lexicons: shuffle(ruleSet.lexicons),
          elections: shuffle([
            ...rest,
            ...sample.map((e) => ({
              ...e,
              contests: shuffle(e.contests).map((c) => ({ ...c, tickets: shuffle(c.tickets) })),
            })),
          ]),
          electionsHash: plain.elections,
        });
        expect(inputs.map((i) => mixed.screen(i))).toEqual(expected);
      }),
      { numRuns: 3 },
    );
  });

  it('of lines: an answer does not depend on what was read before it', () => {
    const screener = createScreener({ ...ruleSet, elections });
    const inputs = corpus(contest.tickets[0]!, contest.tickets[1]!);
    const forwards = inputs.map((i) => screener.screen(i));
    const backwards = [...inputs]
      .reverse()
      .map((i) => screener.screen(i))
      .reverse();
    expect(backwards).toEqual(forwards);
  });

  it('of lines: a name said twice stays one name, however many words were read between', () => {
    const screener = createScreener({ ...ruleSet, elections });
    const twice = anInput({ text: 'Jangan lupa dukung Bram bram' });
    screener.screen(anInput({ text: 'Bram' }));
    const lettered = (n: number) => `zx${n.toString(16).replace(/\d/g, (d) => 'ghijklmnop'[Number(d)]!)}`;
    const flood = Array.from({ length: 30_000 }, (_, n) => lettered(n));
    for (let i = 0; i < flood.length; i += 1_000) {
      screener.screen(anInput({ text: flood.slice(i, i + 1_000).join(' ') }));
    }
    expect(screener.screen(twice)).toEqual(createScreener({ ...ruleSet, elections }).screen(twice));
  });
});

describe('moving an act across the border of a stage', () => {
  it('changes the stage and the clauses, nothing else', () => {
    const screener = createScreener({ ...ruleSet, elections });
    const posts = corpus(contest.tickets[0]!, contest.tickets[1]!).filter((i) => !/\d|selamat|terpilih/i.test(i.text));
    // Stages with numbers drawn; `counting` has a clearing rule of its own.
    const days = ['2026-02-03', '2026-02-04', '2036-01-01', '2036-01-04'];
    const withoutStage = (day: string) =>
      posts.map((i) => {
        const { stage, ...rest } = verdict(screener.screen({ ...i, publishedAt: `${day}T05:00:00Z` }));
        return { isStage: stage !== null, ...rest };
      });
    const [first, ...others] = days.map(withoutStage);
    for (const other of others) expect(other).toEqual(first);
    const before = posts.map((i) => verdict(screener.screen({ ...i, publishedAt: '2026-01-20T05:00:00Z' })));
    expect(before.map((v) => v.flagged)).toEqual(first!.map((v) => v.flagged));
    for (const { matches } of before)
      for (const m of matches) expect(m.basis.every((b) => b.startsWith('E'))).toBe(true);
  });
});
