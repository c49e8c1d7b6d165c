import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Election } from '../../src/domain/election.js';
import type { ScreenInput } from '../../src/domain/screening.js';
import { exampleContest } from '../../src/rules/elections/example-election.js';
import { createScreener } from '../../src/rules/engine/screener.js';
import { isMarking, type Rule, ruleSchema } from '../../src/rules/files/rule-schema.js';
import type { LoadedRule, RuleSet } from '../../src/rules/files/rule-set.js';
import { sampleInput } from '../../src/rules/samples.js';
import { anInput, loadAll, sharedTexts } from './screening.js';

let ruleSet: RuleSet;
let elections: readonly Election[];
let inputs: readonly ScreenInput[];

beforeAll(async () => {
  const all = await loadAll();
  ({ ruleSet } = all);
  elections = all.elections.filter((election) => election.id === 'contoh');
  const contest = exampleContest(elections);
  const [ticket, other] = contest.tickets;
  const samples = ruleSet.rules.flatMap((r) => [...r.samples!.match, ...r.samples!.no_match]);
  inputs = samples.map((sample) => sampleInput(sample, { contest, ticket: ticket!, other: other! }));
});

const screenerOf = (rules: readonly LoadedRule[]) => createScreener({ ...ruleSet, rules, elections });
const withStatus = (status: Rule['status'], isMeant: (rule: LoadedRule) => boolean) =>
  ruleSet.rules.map((r) => (isMeant(r) ? { ...r, written: { ...r.written, status } } : r));
const CALL = (r: LoadedRule) => r.written.id === 'call-to-vote';
const POST = anInput({ text: 'Ayo coblos Bram Sekar!' });
const POSE = 'Wefie di ruang kerja, finger heart semua 🫰';

/** A rule as an analyst would write it; nothing is filled in by hand that the files would not say. */
function aRule(parts: object): LoadedRule {
  const rule = ruleSchema.parse({
    ...{ title: 'Aturan percobaan', id: 'percobaan', status: 'shadow', applies_to: ['post', 'share', 'comment'] },
    ...{ explain: 'Contoh aturan percobaan.', false_positives: ['contoh'] },
    ...parts,
  });
  return {
    written: rule,
    subject: 'speech',
    path: 'speech/percobaan.yaml',
    samples: undefined,
    samplesPath: 'speech/percobaan.samples.yaml',
  };
}

describe('a rule in shadow', () => {
  it('changes no byte of any answer, whatever its words are', () => {
    const words = fc.constantFrom('bram', 'coblosbram', 'sekarmenang', 'titip', 'salam', 'jari', 'xyz', 'ayocoblos');
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1 }), fc.boolean(), (list, isSilencing) => {
        const selections = { found: { words: list, ...(isSilencing ? {} : { within: '9 words of ticket' }) } };
        const marking = {
          ...{ basis: { before_determined: ['E2'], from_determined: ['D2'] }, stance: 'support' },
          ...{ selections: { ...selections, ticket: { ticket: 'any' } }, when: { all: ['found', 'ticket'] } },
        };
        const silencing = {
          ...{ clears: { effect: 'silence', rules: 'all' }, selections, when: { all: ['found'] } },
        };
        const shadowed = screenerOf([...ruleSet.rules, aRule(isSilencing ? silencing : marking)]);
        const plain = screenerOf(ruleSet.rules);
        const tags = ['#salamxyzmenang', '#ayocoblosbramsekar', '#BRAMSEKARmenangxyz'].map((text) => anInput({ text }));
        for (const input of [...inputs, ...tags]) {
          shadowed.wouldFire(input);
          expect(JSON.stringify(shadowed.screen(input))).toBe(JSON.stringify(plain.screen(input)));
        }
      }),
      { numRuns: 6 },
    );
  });

  it('would fire exactly where it fires when it is live', () => {
    const live = screenerOf(ruleSet.rules);
    const shadowed = screenerOf(withStatus('shadow', CALL));
    const fires = inputs.filter((input) => live.screen(input).matches.some((m) => m.rule === 'call-to-vote'));
    expect(fires.length).toBeGreaterThan(3);
    expect(inputs.filter((input) => shadowed.wouldFire(input).includes('call-to-vote'))).toEqual(fires);
    for (const input of inputs) {
      expect(shadowed.screen(input).matches.map((m) => m.rule)).not.toContain('call-to-vote');
    }
  });

  it('is silenced by live rules and by no other rule in shadow', () => {
    const clears = { effect: 'silence', rules: 'all' };
    const parts = { clears, selections: { w: { words: ['coblos'] } }, when: { all: ['w'] } };
    const withSilencer = (status: Rule['status']) => {
      return screenerOf([...withStatus('shadow', CALL), aRule({ ...parts, status })]).wouldFire(POST);
    };
    expect(withSilencer('shadow')).toEqual(['call-to-vote', 'percobaan']);
    expect(withSilencer('live')).toEqual([]);
  });

  it('is not there for experimental, live and retired rules', () => {
    for (const status of ['experimental', 'live', 'retired'] as const) {
      expect(screenerOf(withStatus(status, CALL)).wouldFire(POST)).toEqual([]);
    }
  });
});

describe('an education note', () => {
  it('stands after what clears, flags nothing and names its place', () => {
    const result = screenerOf(ruleSet.rules).screen(anInput({ text: POSE }));
    expect(Object.keys(result)).toEqual([
      ...['id', 'flagged', 'stage', 'matches', 'cleared', 'notes', 'ruleset', 'elections', 'engine'],
    ]);
    expect(result).toMatchObject({ flagged: false, matches: [], notes: [{ rule: 'pose-alone' }] });
    expect(result.notes![0]!.spans.map((s) => POSE.slice(s.start, s.end))).toContain('finger heart');
  });

  it('is no key at all where none fired, so that older answers stay the same to the byte', () => {
    const screener = screenerOf(ruleSet.rules);
    const older = screenerOf(ruleSet.rules.filter((r) => r.written.id !== 'pose-alone'));
    for (const text of ['Resep sayur asem', 'Ayo coblos Bram Sekar!']) {
      expect(Object.keys(screener.screen(anInput({ text })))).not.toContain('notes');
      expect(JSON.stringify(screener.screen(anInput({ text })))).toBe(JSON.stringify(older.screen(anInput({ text }))));
    }
  });

  it('adds no key to a rule that says nothing of an outcome: the hash of every kept set would change', () => {
    const basis = { before_determined: ['E2'], from_determined: ['D2'] };
    const parts = { basis, stance: 'support', selections: { w: { words: ['a'] } }, when: { all: ['w'] } };
    expect(aRule(parts).written).not.toHaveProperty('outcome');
    expect(isMarking(aRule({ ...parts, outcome: 'flag' }).written)).toBe(true);
  });

  it('never makes a mark, and never takes one away', () => {
    const screener = screenerOf(ruleSet.rules);
    const without = screenerOf(withStatus('retired', (r) => r.written.id === 'pose-alone'));
    const texts = sharedTexts('pilpres2024-x', 300).map((text) => anInput({ text: `${text} ${POSE}` }));
    for (const input of [...inputs, ...texts]) {
      const { notes: _notes, ...rest } = screener.screen(input);
      expect(JSON.stringify(rest)).toBe(JSON.stringify(without.screen(input)));
    }
  });

  it('is given only within a stage', () => {
    const screener = screenerOf(ruleSet.rules);
    expect(screener.screen(anInput({ text: POSE, publishedAt: '2019-05-10T05:00:00Z' }))).toMatchObject({
      stage: null,
    });
    expect(screener.screen(anInput({ text: POSE, publishedAt: '2019-05-10T05:00:00Z' })).notes).toBeUndefined();
    expect(screener.screen(anInput({ text: POSE })).notes).toHaveLength(1);
  });

  it('in shadow is only counted', () => {
    const shadowed = screenerOf(withStatus('shadow', (r) => r.written.id === 'pose-alone'));
    expect(shadowed.screen(anInput({ text: POSE })).notes).toBeUndefined();
    expect(shadowed.wouldFire(anInput({ text: POSE }))).toEqual(['pose-alone']);
    expect(shadowed.wouldFire(anInput({ text: POSE, publishedAt: '2019-05-10T05:00:00Z' }))).toEqual([]);
  });

  it('claims no breach: its rule cites no clause, takes no side, and its card says what is safe', () => {
    const { written: rule } = ruleSet.rules.find((r) => r.written.id === 'pose-alone')!;
    expect(isMarking(rule)).toBe(false);
    const card = screenerOf(ruleSet.rules).describe({ rule: rule.id, tickets: [], basis: [] }, 'campaign');
    expect(card.clauses).toEqual([]);
    expect(card.explanation).toContain('Pose aman: tangan mengepal');
    expect(card.explanation).toContain('masa kampanye');
    expect(`${card.title} ${card.explanation}`).not.toMatch(/langgar|sanksi|terbukti|memihak/i);
    const notMarking = {
      outcome: 'note',
      stance: 'support',
      selections: { w: { words: ['a'] } },
      when: { all: ['w'] },
    };
    expect(() => aRule(notMarking)).toThrow();
  });
});
