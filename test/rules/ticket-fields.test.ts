import { beforeAll, describe, expect, it } from 'vitest';
import type { Contest, Election, Ticket } from '../../src/domain/election.js';
import type { ScreenInput } from '../../src/domain/screening.js';
import { loadElections } from '../../src/rules/elections/load-elections.js';
import { createScreener, RuleScreener } from '../../src/rules/engine/screener.js';
import { loadRules } from '../../src/rules/files/load-rules.js';
import type { RuleSet } from '../../src/rules/files/rule-set.js';
import { anInput, EXAMPLE_DIR, RULES_DIR, verdict } from './screening.js';

let ruleSet: RuleSet;
let contest: Contest;
let screener: RuleScreener;
beforeAll(async () => {
  const [rules, { elections }] = await Promise.all([loadRules(RULES_DIR), loadElections(EXAMPLE_DIR)]);
  ruleSet = rules;
  contest = elections[0]!.contests[0]!;
  screener = new RuleScreener({ ...ruleSet, elections: [electionOf(contest)] });
});

const electionOf = (own: Contest): Election => ({ id: 'contoh', title: 'Contoh (karangan)', contests: [own] });
const having = (change: (ticket: Ticket, i: number) => Partial<Ticket>) =>
  createScreener({
    ...ruleSet,
    elections: [
      electionOf({ ...contest, tickets: contest.tickets.map((ticket, i) => ({ ...ticket, ...change(ticket, i) })) }),
    ],
  });

/** Tickets that some sign in the text names, whatever rules make of it. */
const named = (given: string | Partial<ScreenInput>, by: RuleScreener = screener) => {
  const input = anInput(typeof given === 'string' ? { text: given } : given);
  const scene = by.ruleEngine.read(input, by.ruleEngine.view(input));
  const found = new Set([...scene.hits.flatMap((hit) => hit.candidates), ...scene.targetTickets]);
  return [...found].map((index) => by.ruleEngine.ballot.candidates[index]!.number).sort();
};

describe('the colour of a ticket', () => {
  it.each([
    ['Di TPS nanti pilih yang merah', 1],
    ['Nek neng TPS pilih sing klambi ijo', 2],
    ['4 Januari coblos baju biru', 3],
    ['Salam dua jari, baju hijau, sampai jumpa di TPS', 2],
  ])('is its sign behind a word of choosing or beside its finger, with an election spoken of: %s', (text, number) => {
    expect(named(text)).toEqual([number]);
  });

  it.each([
    'Pilih baju merah buat kondangan',
    'Kemarin nyoblos di TPS pakai baju merah',
    'Surat suara merah untuk gubernur, biru untuk wali kota',
    'Jangan lupa pakai baju biru besok ke TPS',
    'Lampu hijau menyala di depan TPS',
    'Baju putih saja ke TPS, pilih yang adem',
    'Cek @merah.contoh.test, coblos @biru.contoh.test di TPS',
  ])('is a colour everywhere else: %s', (text) => {
    expect(named(text)).toEqual([]);
  });

  it('says nothing of a ticket that is not pointed at: another finger beside it is another ticket', () => {
    expect(named('Salam dua jari, baju merah, sampai jumpa di TPS')).toEqual([2]);
  });
});

describe('the place of a ticket on the ballot paper', () => {
  it('is where the file says, rows and corners too, and else where the order of numbers puts it', () => {
    const turned = having((_, i) => ({
      places: (['right', 'left', 'middle'] as const).slice(i, i + 1),
    })) as RuleScreener;
    expect(named('Di surat suara pilih paling kiri', turned)).toEqual([2]);
    const corners = [['left', 'top'] as const, ['right', 'top'] as const, ['left', 'bottom'] as const];
    const rows = having((_, i) => ({ places: corners[i] })) as RuleScreener;
    expect(named('Di surat suara pilih yang kiri atas', rows)).toEqual([1]);
    expect(named('Di surat suara pilih yang atas kiri', rows)).toEqual([1]);
    expect(named('Di surat suara pilih paling bawah', rows)).toEqual([3]);
    expect(named('Coblos nurani, jalan rusak di bawah jembatan', rows)).toEqual([]);
    const plain = having(() => ({ places: undefined })) as RuleScreener;
    expect(named('Di surat suara pilih paling kiri', plain)).toEqual([1]);
    expect(named('Di surat suara pilih paling bawah', plain)).toEqual([]);
  });
});

describe('the incumbent', () => {
  it.each(['Lanjutkan! 4 Januari ke TPS', 'Petahana layak di pilgub', 'Gas dua periode! Sampai jumpa di TPS'])(
    'is meant where an election is spoken of: %s',
    (text) => expect(named(text)).toEqual([1]),
  );

  it.each([
    'Lanjutkan!',
    'Rekap suara di TPS diskors, lanjutkan besok pagi',
    'Lanjutkan tahapan pemilu dengan jujur, kata KPU',
    'Sudah dua periode jadi ketua RT, besok pemilihan RT di TPS balai warga',
    'Ayo lanjutkan kerja bakti sebelum pencoblosan',
  ])('is not meant by what everybody goes on with: %s', (text) => expect(named(text)).toEqual([]));

  it('is not meant where another ticket is named', () => {
    expect(named('Lanjutkan! Danu-Ratna, 4 Januari ke TPS')).toEqual([2]);
  });
});

describe('the account of a team', () => {
  const like = (handle: string) => anInput({ kind: 'like', target: { account: { platform: 'bluesky', handle } } });

  it('speaks for its ticket, with less weight than the registered one', () => {
    const [own, team] = ['pasangan-dua', 'kawan-lumbung'].map((name) => like(`${name}.contoh.test`));
    expect([named(own!), named(team!), named(like('orang-lain.contoh.test'))]).toEqual([[2], [2], []]);
    const total = (input: ScreenInput) => screener.pointsOf(input)[0]!.total;
    expect(total(team!)).toBeLessThan(total(own!));
    expect(screener.screen(team!).matches[0]!.spans[0]!.means).toBe('akun tim pasangan calon');
    // Else it would be masked like a stranger's, and with it why the act was marked.
    expect(screener.ticketAccounts().map(({ handle }) => handle)).toContain('kawan-lumbung.contoh.test');
  });
});

describe('tickets are treated alike in all of it', () => {
  const TEXTS = [
    ...['merah', 'hijau', 'biru'].map((colour) => `Di TPS nanti pilih yang ${colour} ya, sudah mantap`),
    ...['kiri', 'tengah', 'kanan'].map((place) => `Di surat suara pilih paling ${place} ya`),
    'Lanjutkan! 4 Januari ke TPS',
    'Pilih petahana di pilgub, sudah terbukti',
  ];
  const likes = () =>
    contest.tickets.flatMap(({ teams }) => teams!.map((account) => anInput({ kind: 'like', target: { account } })));

  it('when the fields go round, every verdict goes round with them', () => {
    const { tickets } = contest;
    const after = (id: string) => tickets[(tickets.findIndex((t) => t.id === id) + 1) % tickets.length]!.id;
    const turned = having((_, i) => {
      const { colours, places, isIncumbent, teams } = tickets[(i + tickets.length - 1) % tickets.length]!;
      return { colours, places, isIncumbent, teams };
    });
    const inputs = [...TEXTS.map((text) => anInput({ text })), ...likes()];
    for (const input of inputs) {
      const before = screener.screen(input);
      expect(before.flagged, input.text).toBe(true);
      expect(verdict(turned.screen(input)), input.text).toEqual(verdict(before, after));
    }
  });
});
