import { describe, expect, it } from 'vitest';
import type { Stance } from '../../domain/screening.js';
import { decide } from './decide.js';
import type { Fired } from './fired-rules.js';
import type { LeaningWords } from './leaning.js';

const CARD = {
  line: 10,
  for: { 'rule.praise': 12, 'rule.scorn': 12, 'rule.reply': 12, 'rule.call': 12 },
  against: {},
  leans: {
    'rule.praise': 4,
    'rule.call': 30,
    'rule.scorn': -12,
    'word.hardship': -20,
    'word.twist': -12,
    'word.joy': 30,
  },
};
const PLACE = { first: 3, last: 3, tickets: undefined, means: 'kesusahan' };

const fired = (id: string, stance: Stance, tickets = [1]) =>
  ({ rule: { written: { id, stance } }, outcome: { tickets, isUnclear: false, places: [] } }) as unknown as Fired;
const words = (...ids: string[]): LeaningWords[] => ids.map((id) => ({ name: `word.${id}`, places: [PLACE] }));
const stances = (rules: Fired[], leaning: LeaningWords[]) => {
  const signs = () => rules.map(({ rule }) => ({ name: `rule.${rule.written.id}`, places: [], unweighed: 0 as const }));
  return decide(rules, { signs, leaning: () => leaning }, CARD).reasons.map(({ stance, turnedBy }) => [
    stance,
    turnedBy,
  ]);
};

describe('the side that a mark takes after all was heard', () => {
  it('is turned where every rule takes one side and the words lean clearly to the other, and shows those words', () => {
    expect(stances([fired('praise', 'support')], words('hardship'))).toEqual([['attack', [PLACE]]]);
    expect(stances([fired('scorn', 'attack')], words('joy'))).toEqual([['support', [PLACE]]]);
  });

  it('stays where the words lean but a little, or a clear call outweighs them', () => {
    expect(stances([fired('praise', 'support')], words('twist'))).toEqual([['support', undefined]]);
    expect(stances([fired('call', 'support')], words('hardship', 'twist'))).toEqual([['support', undefined]]);
    expect(stances([fired('scorn', 'attack')], [])).toEqual([['attack', undefined]]);
  });

  it('is told by the words below a post where no rule takes a side', () => {
    expect(stances([fired('reply', 'unclear')], words('joy'))).toEqual([['support', [PLACE]]]);
    expect(stances([fired('reply', 'unclear')], [])).toEqual([['unclear', undefined]]);
  });

  it('stays apart for two tickets, and both sides of one stay to be read unless the act leans far', () => {
    const [praise, scorn] = [fired('praise', 'support'), fired('scorn', 'attack', [2])];
    expect(stances([praise, scorn], words('hardship')).map(([stance]) => stance)).toEqual(['support', 'attack']);
    const both = [praise, fired('scorn', 'attack')];
    expect(stances(both, words('hardship')).map(([stance]) => stance)).toEqual(['support', 'attack']);
    expect(stances(both, words('hardship', 'twist')).map(([stance]) => stance)).toEqual(['attack']);
  });
});
