import { describe, expect, it } from 'vitest';
import { TextReader } from './read-text.js';
import { UNIT, Units } from './units.js';
import { Vocabulary } from './vocabulary.js';

const reader = new TextReader(new Vocabulary(), new Map());

/** The words of a text that are somebody else's, by the marks around them. */
function quotedIn(text: string): string {
  const units = new Units();
  units.reset();
  reader.read(text, units);
  const isQuoted = (i: number) => (units.flags[i]! & UNIT.quoted) !== 0;
  return Array.from({ length: units.count }, (_, i) => (isQuoted(i) ? text.slice(units.start[i], units.end[i]) : '|'))
    .join(' ')
    .replace(/( ?\|)+ ?/g, '|')
    .replace(/^\||\|$/g, '');
}

/** Openers and closers: Unicode's own pairs, and what people write in their place. */
const PAIRS =
  `"" “” „“ „” ‟” ”” ““ «» »« ‹› ›‹ 「」 『』 ｢｣ ﹁﹂ 〝〞 〝〟 ❝❞ ❛❜ ＂＂ ″″ ⹂“ ⸂⸃ '' ‘’ ‚‘ ‛’ ’’ \`\` \`' \`´ ＇＇ ′′ ʻʼ`
    .split(' ')
    .map((pair) => [...pair] as [string, string]);

describe('quotation marks', () => {
  it.each([...PAIRS, ["''", "''"], ['``', "''"], ['‘‘', '’’'], [',,', "''"], ["''", '"']])(
    '%s and %s say whose words are between them',
    (open, close) => {
      expect(quotedIn(`Spanduk itu berbunyi ${open}ayo coblos nomor dua${close} di jalan`)).toBe(
        'ayo coblos nomor dua',
      );
      expect(quotedIn(`${open}Ayo coblos!${close}, katanya.`)).toBe('Ayo coblos');
      expect(quotedIn(`ayo coblos ${open}nomor dua sekarang juga`)).toBe('');
    },
  );

  it('of every mark that Unicode has are known', () => {
    const marks = Array.from({ length: 0x110000 }, (_, code) => code)
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code))
      .filter((mark) => /[\p{Quotation_Mark}\p{Pi}\p{Pf}]/u.test(mark));
    expect(marks.length).toBeGreaterThan(40);
    for (const mark of marks)
      expect([mark, quotedIn(`kata ${mark}ayo coblos${mark} itu`)]).toEqual([mark, 'ayo coblos']);
  });

  it.each([
    "Jum'at ini Ma'ruf mengaji Qur'an, 'kan sudah coblos'",
    "malam 'lah tiba, ayo coblos Rafi'",
    "ayo coblos 'Aisyah dan kawan",
    "imam Syafi' dan para santri' coblos",
    "'24 coblos nomor dua",
    "para guru' coblos 'nomor dua",
    "buka 'kutip\nayo coblos nomor dua'",
    'layar 17" ayo coblos nomor 2" itu',
    'iya,, ayo coblos,, nomor dua',
    'ayo ,,coblos nomor dua" kata',
    '“ayo coblos nomor dua',
    `"${'kata '.repeat(70)}"`,
  ])('are no quotation in %j', (text) => {
    expect(quotedIn(text)).toBe('');
  });

  it.each([
    ['kata "dia coblos. Lalu "menang" juga', 'menang'],
    ['"satu" dua "tiga"', 'satu|tiga'],
    ['kata «ayo “coblos” dua» itu', 'ayo coblos dua'],
    ['ia bilang "kata \'ayo\' itu" tadi', 'kata ayo itu'],
    ['ia bilang \'kata "ayo" itu\' tadi', 'kata ayo itu'],
    ['tertulis:"ayo coblos",bukan saya', 'ayo coblos'],
    ['"Ayo coblos,"katanya keras', 'Ayo coblos'],
    ['( " ayo coblos " ) kata', 'ayo coblos'],
    ['katanya" ayo coblos" begitu', 'ayo coblos'],
    ['selesai.” lalu "ayo coblos"', 'ayo coblos'],
    ["kata 'Aisyah, 'ayo coblos' begitu", 'ayo coblos'],
    ["'Jum'at ini ayo coblos' katanya", "Jum'at ini ayo coblos"],
    ["'ayo coblos nomor 2!' teriaknya", 'ayo coblos nomor 2'],
    ['#"ayo" 👍"coblos"', 'ayo|coblos'],
  ])('in %j are read by their place', (text, quoted) => {
    expect(quotedIn(text)).toBe(quoted);
  });

  it('mark a unit a bounded number of times, however many marks there are', () => {
    const before = reader.work;
    const text = `"a 'a `.repeat(5_000) + `a' a" `.repeat(5_000);
    quotedIn(text);
    expect(reader.work - before).toBeLessThan(3 * text.length);
  });
});
