import { beforeAll, describe, expect, it } from 'vitest';
import type { Election } from '../../src/domain/election.js';
import { exampleContest } from '../../src/rules/elections/example-election.js';
import { RuleScreener } from '../../src/rules/engine/screener.js';
import { loadRules, readRuleFolder } from '../../src/rules/files/load-rules.js';
import { namedCandidates } from '../../src/rules/files/named-candidates.js';
import { isMarking } from '../../src/rules/files/rule-schema.js';
import type { RuleSet } from '../../src/rules/files/rule-set.js';
import { hasFired, sampledRules, sampleInput } from '../../src/rules/samples.js';
import { loadAll, RULES_DIR } from './screening.js';

const rules = sampledRules(await loadRules(RULES_DIR));

describe('the rules that come with Netra', () => {
  let screener: RuleScreener;
  let all: { ruleSet: RuleSet; elections: readonly Election[] };

  beforeAll(async () => {
    all = await loadAll();
    screener = new RuleScreener({
      ...all.ruleSet,
      rules,
      elections: all.elections,
      statuses: ['experimental', 'shadow', 'live'],
    });
  });

  describe.each(rules.map((r) => [r.written.id, r] as const))('rule %s', (_, { written: rule, samples }) => {
    const fires = (sample: NonNullable<typeof samples>['match'][number], index: number) => {
      const contest = exampleContest(all.elections);
      const ticket = contest.tickets[index]!;
      const other = contest.tickets[(index + 1) % contest.tickets.length]!;
      const result = screener.screen(sampleInput(sample, { contest, ticket, other }));
      return hasFired({ written: rule }, result);
    };

    it.each(samples!.match.map((s) => [s.note, s] as const))('fires for every ticket: %s', (_note, sample) => {
      expect([0, 1, 2].map((i) => fires(sample, i))).toEqual([true, true, true]);
    });

    it.each(samples!.no_match.map((s) => [s.note, s] as const))(
      'stays silent for every ticket: %s',
      (_note, sample) => {
        expect([0, 1, 2].map((i) => fires(sample, i))).toEqual([false, false, false]);
      },
    );
  });

  it('name no candidate, party or tag of any election', async () => {
    expect(namedCandidates((await readRuleFolder(RULES_DIR)).files, all.elections)).toEqual([]);
  });

  it('give every item of the decree that a public act can show at least one live rule', () => {
    const items = all.ruleSet.rules.flatMap(({ written }) =>
      isMarking(written) && written.status === 'live'
        ? [...written.basis.before_determined, ...written.basis.from_determined]
        : [],
    );
    for (const item of ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'D1', 'D2', 'D4', 'D6', 'D7', 'D8'])
      expect(items).toContain(item);
  });
});
