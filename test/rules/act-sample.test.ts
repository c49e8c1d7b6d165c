import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Election } from '../../src/domain/election.js';
import type { MissedAct } from '../../src/domain/missed.js';
import { exampleContest } from '../../src/rules/elections/example-election.js';
import { RuleScreener } from '../../src/rules/engine/screener.js';
import type { Sample } from '../../src/rules/files/rule-schema.js';
import { hasFired, sampledRules, sampleInput } from '../../src/rules/samples.js';
import { sampleLine } from '../../src/study/act-sample.js';
import { loadAll } from './screening.js';

let all: Awaited<ReturnType<typeof loadAll>>;
let elections: readonly Election[];
beforeAll(async () => {
  all = await loadAll();
  // Of one election: the same invented person stands in no other one.
  elections = all.elections.filter(({ contests }) => contests.includes(exampleContest(all.elections)));
});

const act = (text: string, more: Partial<MissedAct> = {}): MissedAct => ({
  kind: 'post',
  platform: 'tiktok',
  stage: 'campaign',
  cleared: [],
  text,
  ...more,
});
const read = (line: string) => (parse(line) as Sample[])[0]!;

describe('an act as a sample', () => {
  it('is a line that a samples file takes, whatever stands in the act', () => {
    const text = 'Kata: "kutip", {kurung}, # pagar\n- baris kedua \\ 🙏';
    const target = { kind: 'comment', targetText: "Kata 'orang' lain" } as const;
    expect(read(sampleLine(act(text, target), []))).toMatchObject({
      kind: 'comment',
      text,
      target: { text: "Kata 'orang' lain" },
    });
    expect(read(sampleLine(act('', { kind: 'like', targetText: 'Ayo' }), []))).not.toHaveProperty('text');
  });

  it('says who stands by placeholders, the first one as the ticket', () => {
    const [one, two] = exampleContest(elections).tickets;
    const said = (text: string) => read(sampleLine(act(text), elections)).text;
    const names = `${two!.names[0]!.toUpperCase()} lebih baik daripada ${one!.names[0]}, coblos no ${two!.number}`;
    expect(said(names)).toBe('{ticket.name} lebih baik daripada {other.name}, coblos no {ticket.number}');
    expect(said(`Nomor ${one!.number} saja, bukan jam ${two!.number}`)).toContain('Nomor {ticket.number} saja');
    expect(said('kata biasa saja')).toBe('kata biasa saja');
  });

  it('names nobody, and is read as the act was: for every sample of every rule, and every ticket', () => {
    const contest = exampleContest(elections);
    const rules = sampledRules(all.ruleSet);
    const screener = new RuleScreener({
      ...all.ruleSet,
      rules,
      elections,
      statuses: ['live', 'shadow', 'experimental'],
    });
    const lost: string[] = [];
    for (const [at, ticket] of contest.tickets.entries()) {
      const cast = { contest, ticket, other: contest.tickets[(at + 1) % contest.tickets.length]! };
      for (const loaded of rules) {
        for (const sample of loaded.samples?.match ?? []) {
          const input = sampleInput(sample, cast);
          if (input.media || input.target?.account || input.account.position || sample.stage) continue;
          const line = sampleLine(act(input.text, { kind: input.kind, targetText: input.target?.text }), elections);
          for (const name of contest.tickets.flatMap(({ names }) => names)) {
            expect(line.toLowerCase()).not.toContain(name.toLowerCase());
          }
          if (!hasFired(loaded, screener.screen(sampleInput(read(line), cast))))
            lost.push(`${loaded.written.id}: ${line}`);
        }
      }
    }
    expect(lost).toEqual([]);
  });
});
