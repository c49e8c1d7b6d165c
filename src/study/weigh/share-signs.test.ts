import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecidedSigns, SHARED_BY, shareSigns } from './share-signs.js';

const RULESET = 'sha256:contoh';
const act = (accountId: string, signs: string[], label: DecidedSigns['label'] = 'confirmed') => ({
  accountId,
  signs,
  label,
});
const many = (count: number, signs: string[], label?: DecidedSigns['label']) =>
  Array.from({ length: count }, (_, n) => act(`akun-${n}`, signs, label));

describe('the signs of decided acts that leave an installation', () => {
  it('carry signs, what was decided and the rule set, and nothing else', () => {
    const { lines } = shareSigns(many(5, ['rule.b', 'anchor.a']), RULESET);
    expect(lines).toEqual(
      Array.from({ length: 5 }, () => ({ signs: ['anchor.a', 'rule.b'], label: 'confirmed', ruleset: RULESET })),
    );
    expect(JSON.stringify(lines)).not.toContain('akun');
  });

  it('leave out the rarest sign of what too few accounts share, and what is then still too rare', () => {
    const decided = [
      ...many(5, ['rule.call']),
      act('akun-9', ['rule.call', 'word.odd'], 'dismissed'),
      act('akun-8', ['rule.alone']),
    ];
    const { lines, skipped, shortened } = shareSigns(decided, RULESET);
    expect(lines.map(({ signs, label }) => [...signs, label])).toEqual([
      ...Array.from({ length: 5 }, () => ['rule.call', 'confirmed']),
      ['rule.call', 'dismissed'],
    ]);
    expect({ skipped, shortened }).toEqual({ skipped: { overAccountLimit: 0, tooRare: 1 }, shortened: 1 });
  });

  it('hold at most five acts of one account, who counts as one however often', () => {
    const { lines, skipped } = shareSigns(
      Array.from({ length: 9 }, () => act('akun-1', ['rule.call'])),
      RULESET,
    );
    expect([lines, skipped]).toEqual([[], { overAccountLimit: 4, tooRare: 5 }]);
  });

  it('never hold a combination that fewer accounts share, and do not depend on the order of decisions', () => {
    const sign = fc.constantFrom('a.a', 'b.b', 'c.c', 'd.d');
    const row = fc.record({
      accountId: fc.integer({ min: 0, max: 20 }).map(String),
      signs: fc.uniqueArray(sign, { minLength: 1 }),
      label: fc.constantFrom('confirmed' as const, 'dismissed' as const),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const { lines } = shareSigns(rows, RULESET);
        const groups = new Map<string, number>();
        for (const { signs } of lines) groups.set(signs.join(), (groups.get(signs.join()) ?? 0) + 1);
        // An account has several lines at most, so a group has no fewer lines than accounts.
        for (const count of groups.values()) expect(count).toBeGreaterThanOrEqual(SHARED_BY);
        expect(lines).toEqual([...lines].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)));
      }),
    );
  });
});
