import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../rules/files/rule-set.js';
import { diffRules, listChange } from './diff-rules.js';

function aSet(given: Partial<RuleSet> = {}): RuleSet {
  return { rules: [], clauses: [], lexicons: [], slang: new Map(), hash: 'sha256:a', ...given };
}
const aRule = (id: string, more: object = {}, subject = 'speech') =>
  ({
    written: { id, title: 'Contoh', ...more },
    subject,
    path: 'x',
    samplesPath: 'y',
  }) as unknown as RuleSet['rules'][number];

describe('the difference of two rule sets', () => {
  it('is empty for a set and itself', () => {
    const set = aSet({ rules: [aRule('a')], slang: new Map([['yg', ['yang']]]) });
    expect(diffRules(set, set)).toMatchObject({ isEqual: true, rules: { added: [], removed: [], changed: [] } });
  });

  it('names rules that came and went, and every changed field by its path', () => {
    const before = aSet({
      rules: [aRule('gone'), aRule('same'), aRule('other', { when: { all: ['a'] }, status: 'live' })],
    });
    const after = aSet({
      rules: [aRule('came'), aRule('same'), aRule('other', { when: { all: ['a', 'b'] } }, 'tags')],
    });
    expect(diffRules(before, after).rules).toEqual({
      added: ['came'],
      removed: ['gone'],
      changed: [
        {
          id: 'other',
          changes: [
            { field: 'folder', before: 'speech', after: 'tags' },
            { field: 'status', before: 'live', after: undefined },
            { field: 'when.all', before: ['a'], after: ['a', 'b'] },
          ],
        },
      ],
    });
  });

  it('shows words, clauses and slang', () => {
    const lexicon = (words: string[]) => ({ id: 'vote-verbs', means: 'ajakan', words });
    const clause = (text: string) => ({ item: 'D6', text, source_status: 'verified' as const });
    const before = aSet({ lexicons: [lexicon(['coblos', 'pilih'])], clauses: [clause('Lama')] });
    const after = aSet({
      lexicons: [lexicon(['pilih', 'dukung'])],
      clauses: [clause('Baru')],
      slang: new Map([['bgt', ['sekali']]]),
    });
    const diff = diffRules(before, after);
    const change = diff.lexicons.changed[0]?.changes[0];
    expect(listChange(change!)).toEqual({ added: ['dukung'], removed: ['coblos'] });
    expect(diff.clauses.changed).toEqual([{ id: 'D6', changes: [{ field: 'text', before: 'Lama', after: 'Baru' }] }]);
    expect(diff.slang.added).toEqual(['bgt']);
    expect(diff.isEqual).toBe(false);
  });
});
