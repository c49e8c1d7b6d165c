import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Screener, ScreenInput } from '../domain/screening.js';
import type { Verdict } from '../domain/verdict.js';
import { type BacktestAct, backtest } from './backtest.js';

/** Our own fake at our own interface: each rule marks the texts that hold its letter, for the ticket of that letter. */
function letterScreener(letters: string): Screener {
  return {
    ruleset: `sha256:${letters}`,
    elections: 'sha256:e',
    engine: '0',
    screen: ({ id, text }) => {
      const matches = [...letters]
        .filter((letter) => text.includes(letter))
        .map((letter) => ({
          rule: letter,
          basis: ['D6'],
          tickets: [`c/${letter}`],
          stance: 'support' as const,
          spans: [],
        }));
      const flagged = matches.length > 0;
      return { id, flagged, stage: 'campaign', matches, cleared: [], ruleset: '', elections: '', engine: '' };
    },
    describe: () => ({ id: '', title: '', explanation: '', clauses: [], falsePositives: [] }),
    wouldFire: () => [],
    signTitle: () => undefined,
    ruleText: () => undefined,
    ticketLabel: (id) => id,
    ticketAccounts: () => [],
  };
}

let n = 0;
const anAct = (text: string, verdict?: Verdict): BacktestAct => {
  const account = { id: 'akun', region: '35' };
  const input: ScreenInput = { id: `i${n++}`, kind: 'post', text, publishedAt: '2026-03-01T00:00:00Z', account };
  return { input, ...(verdict && { verdict }) };
};
async function* inBatches(acts: readonly BacktestAct[], size = 2) {
  for (let i = 0; i < acts.length; i += size) yield acts.slice(i, i + size);
}
const run = (acts: readonly BacktestAct[], [before, after]: [string, string]) =>
  backtest({ old: letterScreener(before), new: letterScreener(after) }, inBatches(acts));

const anyAct = fc
  .tuple(
    fc.constantFrom('', 'a', 'b', 'ab', 'c', 'abc'),
    fc.constantFrom(undefined, 'confirmed', 'dismissed', 'needs_context'),
  )
  .map(([text, verdict]) => anAct(text, verdict as Verdict | undefined));

describe('a back-test', () => {
  it('counts new, lost and changed marks, with the precision that verdicts give', async () => {
    const acts = [
      ...[anAct('a', 'confirmed'), anAct('a', 'dismissed'), anAct('a', 'dismissed'), anAct('a')],
      ...[anAct('b', 'confirmed'), anAct('ab', 'confirmed'), anAct('c', 'confirmed'), anAct('')],
    ];
    const report = await run(acts, ['ab', 'bc']);
    expect(report).toMatchObject({
      acts: 8,
      changedMarks: 1,
      total: {
        old: { marks: 6, confirmed: 3, dismissed: 2, undecided: 1, precision: { rate: 0.6, cases: 5 } },
        new: { marks: 3, confirmed: 3, dismissed: 0, precision: { rate: 1, cases: 3 } },
        newMarks: 1,
        lostMarks: 4,
      },
      byRule: { a: { old: { marks: 5 }, new: { marks: 0 }, lostMarks: 5 }, c: { newMarks: 1 } },
      byTicket: { 'c/b': { old: { marks: 2 }, new: { marks: 2 }, newMarks: 0, lostMarks: 0 } },
    });
    expect(report.examples.lostConfirmed).toEqual([acts[0]!.input.id]);
    expect(report.examples.lostMarks).toHaveLength(4);
  });

  it('always adds up: what the old set marked, less what was lost, plus what is new, is what the new one marks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { maxLength: 40 }), async (acts) => {
        const { total, byRule, byTicket } = await run(acts, ['ab', 'bc']);
        for (const c of [total, ...Object.values(byRule), ...Object.values(byTicket)]) {
          expect(c.old.marks - c.lostMarks + c.newMarks).toBe(c.new.marks);
          for (const side of [c.old, c.new]) expect(side.confirmed + side.dismissed + side.undecided).toBe(side.marks);
        }
      }),
    );
  });

  it('never finds a change between a set and itself, and never depends on the order of acts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { maxLength: 40 }), async (acts) => {
        const same = await run(acts, ['abc', 'abc']);
        expect(same).toMatchObject({ changedMarks: 0, total: { newMarks: 0, lostMarks: 0 } });
        expect(same.total.old).toEqual(same.total.new);
        const { examples: _e, ...forward } = await run(acts, ['ab', 'bc']);
        const { examples: _f, ...backward } = await run([...acts].reverse(), ['ab', 'bc']);
        expect(backward).toEqual(forward);
      }),
    );
  });

  it('asks for the next batch only when the one before is judged, and keeps few ids of many', async () => {
    let given = 0;
    let judged = 0;
    async function* endless() {
      for (let batch = 0; batch < 50; batch += 1) {
        expect(judged).toBe(given);
        given += 100;
        yield Array.from({ length: 100 }, () => anAct('c'));
      }
    }
    const sets = { old: letterScreener('a'), new: letterScreener('c') };
    const report = await backtest(sets, endless(), (done) => {
      judged = done;
    });
    expect(report).toMatchObject({ acts: 5_000, total: { newMarks: 5_000 } });
    expect(report.examples.newMarks).toHaveLength(20);
  });
});
