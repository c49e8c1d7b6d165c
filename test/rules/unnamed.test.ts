import { beforeAll, describe, expect, it } from 'vitest';
import type { Contest, Election } from '../../src/domain/election.js';
import { loadElections } from '../../src/rules/elections/load-elections.js';
import { RuleScreener } from '../../src/rules/engine/screener.js';
import { loadRules } from '../../src/rules/files/load-rules.js';
import { anInput, EXAMPLE_DIR, RULES_DIR } from './screening.js';

let screener: RuleScreener;
let election: Election;
let contest: Contest;
beforeAll(async () => {
  const [ruleSet, { elections }] = await Promise.all([loadRules(RULES_DIR), loadElections(EXAMPLE_DIR)]);
  election = elections[0]!;
  contest = election.contests[0]!;
  const nobody = { aliases: [], hashtags: [], slogans: [], parties: [], accounts: [] };
  const tickets = contest.tickets.map((t) => ({
    ...t,
    ...nobody,
    id: `contoh-pilwali-3578/${t.number}`,
    names: [`Calonwali ${t.number}`],
  }));
  const mayor = {
    ...contest,
    id: 'contoh-pilwali-3578',
    seat: 'Wali Kota Surabaya (contoh)',
    region: '35.78',
    tickets,
  };
  screener = new RuleScreener({ ...ruleSet, elections: [{ ...election, contests: [contest, mayor] }] });
});

const read = (text: string, region = '35') => {
  const input = anInput({ text, account: { id: 'a', region } });
  const { ruleEngine } = screener;
  const scene = ruleEngine.read(input, ruleEngine.view(input));
  const meant = scene.unnamed().flatMap((hit) => hit.candidates);
  return { scene, contests: new Set(meant.map((i) => ruleEngine.ballot.candidates[i]!.contest.seat.split(' ')[0])) };
};

describe('whoever stands and is not named', () => {
  it('is every ticket of the seat that is spoken of, and of no other seat of the day', () => {
    expect(read('Ganti gubernur saja', '35.78').contests).toEqual(new Set(['Gubernur']));
    expect(read('Pak Wali satu kali lagi', '35.78').contests).toEqual(new Set(['Wali']));
    expect(read('Yang kemarin minta lagi, sampai ketemu di TPS', '35.78').contests).toEqual(
      new Set(['Gubernur', 'Wali']),
    );
  });

  it('is nobody where a ticket is named, no election is spoken of, or none is under way', () => {
    expect(read('Ganti gubernur, Bram-Sekar saja').scene.unnamed()).toEqual([]);
    expect(read('Yang kemarin minta lagi, jangan dikasih').scene.unnamed()).toEqual([]);
    const before = anInput({ text: 'Ganti gubernur', publishedAt: '2020-01-01T00:00:00Z' });
    expect(screener.ruleEngine.read(before, screener.ruleEngine.view(before)).unnamed()).toEqual([]);
  });

  it('takes no side between the tickets that may be meant: the side of each is unclear', () => {
    const { matches, sides = [] } = screener.screen(
      anInput({ text: 'Yang lima tahun duduk manis minta lagi satu periode. Jangan dikasih, Rabu ke TPS' }),
    );
    expect(matches.length).toBeGreaterThan(0);
    expect(sides.map(({ stance }) => stance)).toEqual(contest.tickets.map(() => 'unclear'));
  });

  it('is not meant by thanks, complaints and criticism to whoever holds the office', () => {
    for (const text of [
      'Pak Gubernur, jalan di desa kami rusak lagi, tolong diperbaiki',
      'Terima kasih Pak Gub, sekolah kami sudah diperbaiki, lanjutkan programnya',
      'Kebijakan zonasi gubernur ini menyusahkan orang tua murid',
      'Gubernur mana pun nanti, tunjangan jangan sampai dipotong',
    ]) {
      expect(screener.screen(anInput({ text })).flagged, text).toBe(false);
    }
  });
});

describe('a short name', () => {
  const tickets = (text: string) => read(text).scene.hits.length;
  it('is no sign inside a longer word of a tag, and is one where a capital or a known word parts it', () => {
    expect(tickets('Coblos besok #abramovich')).toBe(0);
    expect(tickets('Coblos besok #GerakanBram')).toBe(1);
    expect(tickets('Coblos besok #pilihbram')).toBe(1);
  });
});

describe('a number that counts what stands behind it', () => {
  it('is no ballot number, and is one where it is led by "nomor"', () => {
    expect(read('Dua paslon, satu hak suara. Rabu ke TPS').scene.hits).toEqual([]);
    expect(read('Paslon nomor satu, Rabu ke TPS').scene.hits.length).toBe(1);
  });
});
