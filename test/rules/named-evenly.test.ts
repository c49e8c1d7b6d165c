import { beforeAll, describe, expect, it } from 'vitest';
import type { Contest } from '../../src/domain/election.js';
import { exampleContest } from '../../src/rules/elections/example-election.js';
import { RuleScreener } from '../../src/rules/engine/screener.js';
import { anInput, loadAll } from './screening.js';

type All = Awaited<ReturnType<typeof loadAll>>;
let all: All;
let contest: Contest;
let screener: RuleScreener;
beforeAll(async () => {
  all = await loadAll();
  contest = exampleContest(all.elections);
  screener = new RuleScreener({ ...all.ruleSet, elections: all.elections });
});

const isMarked = (text: string) => screener.screen(anInput({ text })).flagged;
const TICKETS = [
  [1, 'Bram-Sekar', 'timur terang benderang'],
  [2, 'Danu-Ratna', 'guyub rukun makmur sentosa'],
  [3, 'Hastu-Wulan', 'gesit melayani sepenuh hati'],
] as const;

describe.each(TICKETS)('of ticket %i', (number, pair, slogan) => {
  const others = [1, 2, 3].filter((n) => n !== number);
  const row = (own: string) => [1, 2, 3].map((n) => `nomor ${n} janji ${n === number ? own : 'wifi'}`).join(', ');

  it('an even row of all numbers is a joke on all, whichever is said to promise its own slogan', () => {
    expect(isMarked(`${row(slogan)}. Saya cuma janji pulang bawa gas melon`)).toBe(false);
  });

  it('a row in which one number is said otherwise takes a side', () => {
    const [a, b] = others;
    expect(isMarked(`Nomor ${a} janji wifi, nomor ${b} janji sapi, tapi ${pair} nomor ${number} kerja nyata`)).toBe(
      true,
    );
  });

  it.each([
    `"Calonnya bagus, berarti dukung PAIR bukan keberpihakan dong?" Tetap keberpihakan, Pak. Ngajak ke PAIR sama saja, nggak boleh`,
    `Banyak yang salah kaprah. Ngajak ke PAIR tetap kena, yang lain juga nggak boleh diajak-ajak`,
    `Nge-like PAIR teu meunang, komentar ge sami`,
    `Komentar dukung PAIR ya ora oleh, Lur`,
  ])('an explanation is not marked: %s', (text) => {
    expect(isMarked(text.replaceAll('PAIR', pair))).toBe(false);
  });

  it.each([
    `Ngajak memang nggak boleh, tapi pokoknya coblos PAIR`,
    `Keberpihakan PAIR kepada nelayan itu nyata, ayo pilih PAIR`,
    `Hari Rabu nggak boleh kesiangan ya, kita coblos PAIR`,
  ])('a call of one’s own beside it is: %s', (text) => {
    expect(isMarked(text.replaceAll('PAIR', pair))).toBe(true);
  });

  it('a prayer that names either is silent, for one of them it is not', () => {
    const other = TICKETS.find(([n]) => n !== number)![1];
    for (const [one, two] of [
      [pair, other],
      [other, pair],
    ])
      for (const [either, or] of [
        ['entah', 'entah'],
        ['mau', 'mau'],
        ['baik', 'maupun'],
      ])
        expect(isMarked(`Ya Allah menangkanlah yang terbaik, ${either} ${one} ${or} ${two}`)).toBe(false);
    expect(isMarked(`Ya Allah menangkanlah yang terbaik, ${pair}`)).toBe(true);
  });
});

describe.each(TICKETS)('of ticket %i', (_, pair) => {
  const below = (text: string, above: string) =>
    screener.screen(anInput({ kind: 'comment', text, target: { text: above } })).matches;

  it('who agrees and scorns the others supports the one', () => {
    const found = below('Fakta, Pak. Yang lain baru brosur', `Menurut saya cuma ${pair} yang kerja. Pilih ${pair}`);
    expect(found.map(({ stance }) => stance)).toContain('support');
  });

  it('who speaks of others at work does not', () => {
    const found = below('Yang lain sudah pulang, saya masih di kantor', `Ayo coblos ${pair}`);
    expect(found.map(({ rule }) => rule)).not.toContain('others-below');
  });

  it('"still give them the town?" behind a fault attacks; the same question of a survey does not', () => {
    expect(isMarked(`Di sebelah ${pair} ada pemborong yang curang. Masih mau dikasih kota?`)).toBe(true);
    expect(isMarked(`Masih mau milih ${pair} atau ganti? Isi surveinya`)).toBe(false);
  });
});

it('"right and left" is everywhere, and no place on the ballot', () => {
  for (const number of [1, 2, 3]) expect(isMarked(`Coblos nomor ${number} di kanan kiri jangan dilirik`)).toBe(true);
});

/** The example contest with other signs for one ticket. */
function withSigns(index: number, signs: Partial<Contest['tickets'][number]>): RuleScreener {
  const tickets = contest.tickets.map((ticket, i) => (i === index ? { ...ticket, ...signs } : ticket));
  const elections = all.elections.map((e) => ({
    ...e,
    contests: e.contests.map((c) => (c.id === contest.id ? { ...c, tickets } : c)),
  }));
  return new RuleScreener({ ...all.ruleSet, elections });
}

const marks = (by: RuleScreener, text: string) => by.screen(anInput({ text })).flagged;

describe('a slogan of ordinary words', () => {
  it.each([0, 1, 2])('is heard in its telling words, not in those that join them, of ticket %i', (index) => {
    const slogans = [{ text: 'kerja dulu baru cerita', ambiguous: false }];
    const screen = withSigns(index, { slogans });
    expect(marks(screen, 'Ayo nyoblos dulu baru pulang kampung, jangan lupa')).toBe(false);
    expect(marks(screen, 'Ayo coblos yang kerja dulu, bukan yang lain')).toBe(true);
  });
});

describe('one word of a slogan beside a finger', () => {
  it.each([0, 1, 2])('is heard where it says something, not where it only joins, of ticket %i', (index) => {
    const screen = withSigns(index, { slogans: [{ text: 'Bukit Bangkit Bersama', ambiguous: false }] });
    expect(
      marks(screen, 'Foto bareng peserta: kepal saja ✊ Jangan jempol, jangan dua jari. Yang lupa, fotonya diulang.'),
    ).toBe(false);
    expect(marks(screen, 'Saatnya bangkit ✌️✌️ coblos')).toBe(true);
  });
});

describe('a name that is another way to write a word', () => {
  const named = (name: string, index: number) =>
    withSigns(index, { hashtags: [], slogans: [], aliases: [], names: [`${name} Hariwibowo`, 'Lintang Kusumadewi'] });

  it.each([0, 1, 2])('is heard behind a form of address like any other name, of ticket %i', (index) => {
    const [odd, plain] = [named('Sugeng', index), named('Endro', index)];
    for (const [text, isCall] of [
      ['Ayo coblos Pak NAME', true],
      ['Wali kota besok Pak NAME, dukung terus', true],
      ['Pak NAME tetangga saya ulang tahun', false],
    ] as const) {
      expect(marks(odd, text.replace('NAME', 'Sugeng')), text).toBe(isCall);
      expect(marks(plain, text.replace('NAME', 'Endro')), text).toBe(isCall);
    }
    expect(marks(odd, 'Ayo coblos, Pak, sugeng enjing')).toBe(false);
    expect(marks(odd, 'Pak, sugeng enjing, jangan lupa coblos')).toBe(false);
  });
});
