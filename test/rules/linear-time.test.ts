import { beforeAll, describe, expect, it } from 'vitest';
import { MAX_READ_LENGTH, MAX_TEXT_LENGTH } from '../../src/domain/activity.js';
import { cleanActivity } from '../../src/domain/admission.js';
import type { ScreenInput } from '../../src/domain/screening.js';
import { RuleScreener } from '../../src/rules/engine/screener.js';
import { cpuMs, MOMENT } from '../support/cpu-ms.js';
import { anInput, loadAll } from './screening.js';

let screener: RuleScreener;
let listed: readonly string[];
beforeAll(async () => {
  const { ruleSet, elections } = await loadAll();
  screener = new RuleScreener({ ...ruleSet, elections });
  listed = ruleSet.lexicons.flatMap((l) => [l.words, l.stems, l.phrases, l.emoji].flatMap((list) => list ?? []));
});

/** Steps of reader, automata and rules for one act; the clock of a busy machine says nothing. */
function work(input: Partial<ScreenInput>): number {
  const before = screener.ruleEngine.work;
  screener.screen(anInput(input));
  return screener.ruleEngine.work - before;
}

/** Words of all lists, each beside a sign. The same block again and again, so that half of a text is like the other. */
function listedBeside(sign: string, length: number): string {
  let block = '';
  for (let i = 0; block.length < 10_000; i += 617) block += `${listed[i % listed.length]} ${sign} `;
  return block.repeat(Math.ceil(length / block.length)).slice(0, length);
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
  'calls to vote': (n) => 'ayo coblos Bram-Sekar '.repeat(n / 22),
  'negated calls': (n) => 'jangan pilih Bram-Sekar '.repeat(n / 24),
  'undone negations': (n) => 'jangan lupa pilih Bram '.repeat(n / 23),
  'quoted calls': (n) => '"dukung Bram-Sekar" '.repeat(n / 20),
  'asked calls': (n) => 'menang Bram-Sekar? '.repeat(n / 19),
  'tags of a ticket': (n) => '#BramSekarMenang '.repeat(n / 17),
  'ballot numbers': (n) => 'coblos nomor 1 02 '.repeat(n / 18),
  'ambiguous names': (n) => 'Bram dan Sekar '.repeat(n / 15),
  'colours on a ballot': (n) => 'pilih merah tps dua jari '.repeat(n / 25),
  'calls to the incumbent': (n) => 'lanjutkan! tps '.repeat(n / 15),
  'calls first, tickets last': (n) => 'coblos '.repeat(n / 14) + 'Bram-Sekar '.repeat(n / 22),
  'listed words and a name': (n) => listedBeside('Bram-Sekar', n),
  'listed words and a tag': (n) => listedBeside('#BramSekar', n),
  'listed words and no ticket': (n) => listedBeside('rumah', n),
  negations: (n) => 'tidak '.repeat(n / 6),
  'open quotes': (n) => '" Bram-Sekar '.repeat(n / 13),
  'apostrophes and quotes': (n) => `"'Bram-Sekar' `.repeat(n / 14),
  'dots of hosts': (n) => 'a.'.repeat(n / 2),
  'numbers with commas': (n) => '1,'.repeat(n / 2),
  'combining marks': (n) => `e${'\u0301'.repeat(n - 1)}`,
  'lone surrogates': (n) => '\uD83D'.repeat(n),
  emoji: (n) => '😀'.repeat(n / 2),
};

/** Reading takes one a letter, rules that ask for every word of a text about five more. */
const MAX_STEPS_A_LETTER = 20;
const SMALL = 40_000;
const LARGE = 80_000;

describe.each(Object.entries(HOSTILE))('a text of %s', (_, make) => {
  it('takes at most 2.2 times the work at twice the length', () => {
    expect(work({ text: make(LARGE) })).toBeLessThanOrEqual(2.2 * work({ text: make(SMALL) }) + 1_000);
  });

  it('does so as the words of a picture and as an answer to itself', () => {
    const everywhere = (n: number) => {
      const text = make(n);
      return work({ kind: 'comment', text, media: [{ text }], target: { text } });
    };
    expect(everywhere(LARGE)).toBeLessThanOrEqual(2.2 * everywhere(SMALL) + 1_000);
  });

  it('of 1 MB is answered from its first part, in some steps a letter', () => {
    expect(work({ text: make(1_000_000) })).toBeLessThan(MAX_STEPS_A_LETTER * MAX_TEXT_LENGTH);
  });
});

it('spans of a text full of signs are bounded', () => {
  const { matches } = screener.screen(anInput({ text: 'Ayo coblos Bram-Sekar '.repeat(4_000) }));
  for (const match of matches) expect(match.spans.length).toBeLessThanOrEqual(24);
});

/** Those of them that take longest. */
const SLOWEST = ['ballot numbers', 'listed words and a tag', 'hashtags without space', 'tags of a ticket'] as const;
const MOST_TURNS = 12;

describe.each(SLOWEST)('an act of %s, as long as one is let in, holds the process for a moment', (kind) => {
  it.each([
    ['its own words', (text: string) => ({ text })],
    ['words read with each of three aims', (text: string) => ({ text, target: { quoted: { quoted: { text } } } })],
  ] as const)('as %s', async (_, act) => {
    const input = anInput({ kind: 'comment' });
    const { kind: of, publishedAt } = input;
    const written = act(HOSTILE[kind]!(2 * MAX_READ_LENGTH));
    const cleaned = cleanActivity({ ...written, kind: of, externalId: 'x', publishedAt: new Date(publishedAt) });
    const best = { moment: Number.POSITIVE_INFINITY, pass: Number.POSITIVE_INFINITY };
    for (let turn = 1; turn <= MOST_TURNS && !(best.pass < 2.5 * best.moment); turn += 1) {
      best.moment = Math.min(best.moment, await cpuMs(() => JSON.parse(MOMENT)));
      best.pass = Math.min(best.pass, await cpuMs(() => screener.screen({ ...input, ...cleaned, publishedAt })));
    }
    expect(best.pass / best.moment).toBeLessThan(2.5);
  });
});
