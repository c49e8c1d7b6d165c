import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ScreenInput } from '../../src/domain/screening.js';
import { loadElections } from '../../src/rules/elections/load-elections.js';
import { createScreener, RuleScreener } from '../../src/rules/engine/screener.js';
import { hashOfRules, type RuleSet } from '../../src/rules/files/rule-set.js';
import { anInput, loadAll } from './screening.js';

const SETS = [
  'anggrek',
  'bangkirai',
  'bungur',
  'cempaka',
  'cendana',
  'damar',
  'flamboyan',
  'gardenia',
  'heliconia',
  'jati',
  'kamboja',
  'kemuning',
  'kenanga',
  'keruing',
  'mahoni',
  'melati',
  'rambutan',
  'sonokeling',
  'teratai',
  'wijaya',
];
/** A mark on one of these is a defect of its own. */
const NEVER_MARKED = ['hoax-warning', 'neutrality-pledge', 'pledge', 'rules-explained'];

interface Act extends ScreenInput {
  readonly label: string;
  readonly kindOfCase: string;
  readonly target?: ScreenInput['target'] & { readonly authorHandle?: string };
}

let ruleSet: RuleSet;
let screener: RuleScreener;
beforeAll(async () => {
  const all = await loadAll();
  ruleSet = all.ruleSet;
  screener = new RuleScreener({ ...ruleSet, elections: all.elections });
});

const pointsOf = (text: string) =>
  new Map(screener.pointsOf(anInput({ text })).flatMap(({ signs }) => signs.map((s) => [s.sign, s.points] as const)));

async function judged() {
  const sets = await Promise.all(
    SETS.map(async (set) => {
      const dir = join(import.meta.dirname, '../corpus/asn', set);
      const own = createScreener({ ...ruleSet, elections: (await loadElections(dir)).elections });
      const lines = readFileSync(join(dir, 'tune/acts.jsonl'), 'utf8').split('\n').filter(Boolean);
      return lines.map((line) => {
        const act = JSON.parse(line) as Act;
        const handle = act.target?.authorHandle;
        const target = handle === undefined ? act.target : { ...act.target, account: { platform: 'bluesky', handle } };
        return { act, result: own.screen({ ...act, target } as ScreenInput) };
      });
    }),
  );
  return sets.flat();
}

describe('acts of civil servants that may be read', () => {
  it('keep their precision and recall, and warnings, pledges and explanations are never marked', async () => {
    const all = await judged();
    const asked = all.filter(({ act }) => act.label === 'support' || act.label === 'attack');
    const lawful = all.filter(({ act }) => act.label === 'neutral');
    const found = asked.filter(({ result }) => result.flagged);
    const wrong = lawful.filter(({ result }) => result.flagged);
    expect(wrong.filter(({ act }) => NEVER_MARKED.includes(act.kindOfCase)).map(({ act }) => act.id)).toEqual([]);
    expect(found.length / (found.length + wrong.length)).toBeGreaterThanOrEqual(0.95);
    expect(found.length / asked.length).toBeGreaterThanOrEqual(0.82);
    const sided = found.filter(({ act, result }) => result.matches.some((match) => match.stance === act.label));
    expect(sided.length / found.length).toBeGreaterThanOrEqual(0.9);
  });
});

describe('a weak sign', () => {
  const flagged = (text: string) => screener.screen(anInput({ text })).flagged;

  it('counts beside what ties it to an election, and not by itself', () => {
    expect(flagged('Ingat, coblos ☝️ di TPS, jangan lupa')).toBe(true);
    expect(flagged('Lulus diklat! ☝️ jangan lupa makan siang')).toBe(false);
    expect(flagged('Kelas 1 juara kebersihan, hebat')).toBe(false);
    expect(flagged('Di bilik nanti cari yang paling kiri, jangan salah')).toBe(true);
    expect(flagged('Belok di pertigaan paling kiri, jangan salah')).toBe(false);
  });

  const tickets = (text: string) => screener.screen(anInput({ text })).matches.flatMap((match) => match.tickets);

  it('is read where its letters stand apart', () => {
    expect(tickets('Menangkan B r a m a n t y a Contohadi')).toContain('contoh-pilgub-35/1');
    expect(tickets('Menangkan B.R.A.M.A.N.T.Y.A Contohadi')).toContain('contoh-pilgub-35/1');
    expect(tickets('Menangkan a b c d e f')).toEqual([]);
  });

  it('is read where marks, digits and pieces of two letters are mixed', () => {
    expect(tickets('B.R.4.M.@.N.T.Y.A Contohadi aja ya, jangan bilang')).toContain('contoh-pilgub-35/1');
    expect(tickets('pilih B r 4 man / t y a Contohadi ya geng')).toContain('contoh-pilgub-35/1');
    expect(tickets('Senam: a. b. c, lalu 1 a 2, s a t u per satu')).toEqual([]);
  });

  it('counts where both names of one ticket are spoken of, or its account is mentioned', () => {
    expect(tickets('Bram itu rakus. Semua proyek jatuh ke keluarganya, Sekar pun tukang jilat')).toContain(
      'contoh-pilgub-35/1',
    );
    expect(tickets('Resmi gabung barisan @pasangan-satu.contoh.test, yang mau ikut dm saya')).toContain(
      'contoh-pilgub-35/1',
    );
    expect(tickets('Resmi gabung barisan @relawan-bramsekar.contoh.test, yang mau ikut dm saya')).toContain(
      'contoh-pilgub-35/1',
    );
    expect(tickets('Resmi gabung barisan @komunitas-lari.contoh.test, yang mau ikut dm saya')).toEqual([]);
  });

  it('has points taken off in an answer to a text that speaks of no election', () => {
    const signsOf = (text: string) =>
      screener
        .pointsOf(anInput({ kind: 'comment', text: 'Menangkan nomor 2!', target: { text } }))
        .flatMap(({ signs }) => signs.filter(({ points }) => points < 0).map(({ sign }) => sign));
    expect(signsOf('Siapa pilihan kalian di pilgub besok?')).not.toContain('target.elsewhere');
    expect(signsOf('Pilih mana, 1 es teh 2 es jeruk?')).toContain('target.elsewhere');
  });
});

describe('points', () => {
  it('are told strongest first, with what speaks against', () => {
    const [points] = screener.pointsOf(anInput({ text: 'Kami satu suara untuk Bram-Sekar, siapa pun lawannya' }));
    const told = points!.signs.map((sign) => Math.abs(sign.points));
    expect(told).toEqual([...told].sort((a, b) => b - a));
    expect(points!.total).toBe(points!.signs.reduce((sum, sign) => sum + sign.points, 0));
    expect(points!.signs.find((sign) => sign.sign === 'frame.all-named')!.points).toBeLessThan(0);
  });

  it('stand in the answer of a marked act, of the strongest reading, and in none of an unmarked one', () => {
    const plain = anInput({ text: 'Ayo coblos Bram-Sekar' });
    expect(screener.screen(plain).points).toEqual(screener.pointsOf(plain)[0]);
    const campaign = { text: 'Ayo coblos Bram-Sekar!', url: 'https://kampanye.contoh.test' };
    const quoting = anInput({ kind: 'comment', text: 'Setuju', target: { text: 'pagi', quoted: campaign } });
    const { points, matches } = screener.screen(quoting);
    expect(points!.total).toBe(Math.max(...screener.pointsOf(quoting).map(({ total }) => total)));
    expect(matches.length).toBeGreaterThan(0);
    expect(screener.screen(anInput({ text: 'Bram-Sekar datang ke pasar' }))).not.toHaveProperty('points');
    const fields = points!.signs.flatMap(({ spans }) => spans.map(({ field }) => field));
    expect(new Set(fields)).toContain('target.quoted.text');
  });

  it('know no name, number, party, person or office', () => {
    const [one, two] = ['Bram-Sekar', 'Danu-Ratna'].map((pair) => pointsOf(`Kami satu suara untuk ${pair}`));
    expect(one).toEqual(two);
  });

  it('of a frame never speak for marking, nor those of a rule against it', () => {
    const { for: forIt, against } = ruleSet.scorecard!;
    expect(Object.keys(forIt).filter((sign) => /^(frame|clearing)\./.test(sign))).toEqual([]);
    expect(Object.keys(against).filter((sign) => /^(rule|anchor)\./.test(sign))).toEqual([]);
  });

  it('are part of what a set is hashed by; without a card every rule marks by itself', () => {
    const bare = { ...ruleSet, scorecard: undefined };
    expect(hashOfRules(bare)).not.toBe(hashOfRules(ruleSet));
    const text = 'Apa pun kata orang, Bram-Sekar cuma pencitraan kata tetangga saya';
    const alone = new RuleScreener({ ...bare, elections: [] });
    expect(alone.pointsOf(anInput({ text }))).toEqual([]);
    const elections = screener.ruleEngine.ballot.contests.map(electionOf);
    const answer = new RuleScreener({ ...bare, elections }).screen(anInput({ text: 'Ayo coblos Bram-Sekar' }));
    expect(answer.flagged).toBe(true);
    expect(answer).not.toHaveProperty('points');
  });

  it('of a rule that was never weighed are a whole line', () => {
    const { 'rule.rally': _rally, ...rest } = ruleSet.scorecard!.for;
    const card = { ...ruleSet.scorecard!, for: rest };
    const own = new RuleScreener({
      ...ruleSet,
      scorecard: card,
      elections: screener.ruleEngine.ballot.contests.map(electionOf),
    });
    const [points] = own.pointsOf(anInput({ text: 'Kami satu suara untuk Bram-Sekar' }));
    expect(points!.signs.find((sign) => sign.sign === 'rule.rally')!.points).toBe(card.line);
  });

  it('are told of every aim that is judged, the third too', () => {
    const campaign = { text: 'Ayo coblos Bram-Sekar!', url: 'https://kampanye.contoh.test' };
    const target = { text: 'pagi', quoted: { text: 'resep soto', quoted: campaign } };
    const input = anInput({ kind: 'comment', text: 'Ayo coblos Bram-Sekar', target });
    expect(screener.pointsOf(input)).toHaveLength(3);
  });
});

function electionOf(contest: RuleScreener['ruleEngine']['ballot']['contests'][number]) {
  return { id: `${contest.electionId}-${contest.id}`, title: contest.seat, contests: [contest] };
}
