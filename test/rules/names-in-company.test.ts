import { beforeAll, describe, expect, it } from 'vitest';
import type { Election } from '../../src/domain/election.js';
import { loadElections } from '../../src/rules/elections/load-elections.js';
import { createScreener, type RuleScreener } from '../../src/rules/engine/screener.js';
import { loadRules } from '../../src/rules/files/load-rules.js';
import { anInput, EXAMPLE_DIR, RULES_DIR } from './screening.js';

const NAMES = [
  ['Melania Contohwati', 'Harun Contohadi'],
  ['Ilham Contohjaya', 'Ferderika Contohsari'],
  ['Yan', 'Oka'],
];
const TITLES = ['Pak Wali', 'Bang Camat', 'Bu Dokter'];

let screener: RuleScreener;
/** The same contest, of one town. */
let ofTown: RuleScreener;
beforeAll(async () => {
  const [ruleSet, { elections }] = await Promise.all([loadRules(RULES_DIR), loadElections(EXAMPLE_DIR)]);
  const contest = elections[0]!.contests[0]!;
  const tickets = contest.tickets.map((ticket, i) => {
    const aliases = [{ text: TITLES[i]!, ambiguous: true }];
    return { ...ticket, names: NAMES[i]!, aliases, hashtags: [], slogans: [] };
  });
  const election: Election = { id: 'contoh', title: 'Contoh (karangan)', contests: [{ ...contest, tickets }] };
  screener = createScreener({ ...ruleSet, elections: [election] }) as RuleScreener;
  const town = { ...election, contests: [{ ...election.contests[0]!, region: '35.78' }] };
  ofTown = createScreener({ ...ruleSet, elections: [town] }) as RuleScreener;
});

/** Tickets that the own words name, by their numbers. */
const named = (text: string, by: RuleScreener = screener, region = '35') => {
  const { ruleEngine } = by;
  const input = anInput({ text, account: { id: 'akun-1', region } });
  const { hits } = ruleEngine.read(input, ruleEngine.view(input));
  return [...new Set(hits.flatMap((hit) => hit.candidates.map((i) => ruleEngine.ballot.candidates[i]!.number)))].sort();
};

describe('a name that many people have', () => {
  it.each([
    ['Kekuasaan saja yang dikejar Ilham', 2],
    ['Ilham itu penjilat, dari dulu gila kekuasaan dan pencitraan', 2],
  ])("is a candidate's where office and power are spoken of: %s", (text, number) => {
    expect(named(text)).toEqual([number]);
  });

  it.each([
    'Ilham sudah sarapan, kucingnya belum',
    'Ilham Xyzwq datang, lalu semua membahas kekuasaan dan politik di kampung',
  ])("is anybody's elsewhere, and before the rest of somebody else's name: %s", (text) => {
    expect(named(text)).toEqual([]);
  });
});

describe('what a candidate is called besides the name', () => {
  it.each([
    ['Pak Wali sudah buktikan, suaraku tetap, sampai jumpa di TPS', 1],
    ['Bang Camat ✌️', 2],
    ['Mbak Mela saja, ayo ke TPS', 1],
    ['Mama Rika pilihan saya, coblos ya', 2],
  ])('counts beside an election, a choice or a finger of the same ticket: %s', (text, number) => {
    expect(named(text)).toEqual([number]);
  });

  it.each([
    'Pak Wali, jalan depan sekolah kapan diperbaiki?',
    'Bang Camat ☝️',
    'Mbak Mela kirim kue tadi sore',
    'Mama Oqz pilihan saya, coblos ya',
  ])('says nothing of itself, nor beside the finger of another ticket: %s', (text) => {
    expect(named(text)).toEqual([]);
  });
});

describe('an account in another town of the province', () => {
  it('names a ticket by what nobody else is called, and an account of another province does not', () => {
    expect(named('Melania-Harun menang', ofTown, '35.73')).toEqual([1]);
    expect(named('Melania-Harun menang', ofTown, '51.71')).toEqual([]);
  });

  it.each(['Coblos nomor 2', 'Bang Camat ✌️', 'Ilham mau pimpin kota'])('names nobody by a weak sign: %s', (text) => {
    expect(named(text, ofTown, '35.73')).toEqual([]);
  });
});
