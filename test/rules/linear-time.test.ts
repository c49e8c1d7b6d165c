import { beforeAll, describe, expect, it } from 'vitest';
import { MAX_TEXT_LENGTH } from '../../src/domain/activity.js';
import { RuleScreener } from '../../src/rules/screener.js';
import { anInput, loadAll } from './screening.js';

let screener: RuleScreener;
beforeAll(async () => {
  const { ruleSet, elections } = await loadAll();
  screener = new RuleScreener({ ...ruleSet, elections });
});

/** Steps of reader and automata for one text; the clock of a busy machine says nothing. */
function work(text: string): number {
  const before = screener.rules.work;
  screener.screen(anInput({ text }));
  return screener.rules.work - before;
}

const HOSTILE: Record<string, (n: number) => string> = {
  'one letter': (n) => 'a'.repeat(n),
  'nested repeats': (n) => 'aaab'.repeat(n / 4),
  'zero-width flood': (n) => `m${'\u200B'.repeat(n - 6)}enang`,
  'zero-width between letters': (n) => 'a\u200B'.repeat(n / 2),
  hashtags: (n) => '#a '.repeat(n / 3),
  'hashtags without space': (n) => '#BramSekar'.repeat(n / 10),
  'one long hashtag': (n) => `#${'bramsekar'.repeat(n / 9)}`,
  'beginnings of names': (n) => 'Bramantya '.repeat(n / 10),
  'titles without a name': (n) => 'Bram pak bu '.repeat(n / 12),
  'marks of both sides': (n) => 'Bram-Sekar hebat '.repeat(n / 17),
  negations: (n) => 'tidak '.repeat(n / 6),
  'open quotes': (n) => '" Bram-Sekar '.repeat(n / 13),
  'dots of hosts': (n) => 'a.'.repeat(n / 2),
  'numbers with commas': (n) => '1,'.repeat(n / 2),
  'combining marks': (n) => `e${'\u0301'.repeat(n - 1)}`,
  'lone surrogates': (n) => '\uD83D'.repeat(n),
  emoji: (n) => '😀'.repeat(n / 2),
};

describe.each(Object.entries(HOSTILE))('a text of %s', (_, make) => {
  it('takes work in proportion to its length, and four times the length not more than five times the work', () => {
    const small = work(make(20_000));
    const large = work(make(80_000));
    expect(large).toBeLessThanOrEqual(5 * small + 1_000);
    expect(large).toBeLessThan(20 * 80_000);
  });

  it('of 1 MB is answered from its first part', () => {
    expect(work(make(1_000_000))).toBeLessThan(20 * MAX_TEXT_LENGTH);
  });
});

it('spans of a text full of signs are bounded', () => {
  const { matches } = screener.screen(anInput({ text: 'Ayo coblos Bram-Sekar '.repeat(4_000) }));
  for (const match of matches) expect(match.spans.length).toBeLessThanOrEqual(24);
});
