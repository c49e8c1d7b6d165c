import { beforeAll, describe, expect, it } from 'vitest';
import { RuleScreener } from '../../src/rules/engine/screener.js';
import { anInput, loadAll } from './screening.js';

let screener: RuleScreener;
beforeAll(async () => {
  const { ruleSet, elections } = await loadAll();
  screener = new RuleScreener({ ...ruleSet, elections });
});

const judged = (text: string) => screener.screen(anInput({ text }));
const stancesOf = (text: string) => new Set(judged(text).matches.map(({ stance }) => stance));

describe('praise that mocks', () => {
  it.each([
    'Hebat Bram-Sekar, tiap hujan ruang kelas kami jadi kolam renang 👏👏',
    'Salut sama Bram-Sekar, mendadak hafal nama gang kami sebulan sebelum coblosan',
    'Keren Bram-Sekar, sumur desa kering tapi balihonya baru semua',
    'Terima kasih Bram-Sekar, berkat jalan berlubang bengkel suami saya laris, lima tahun lho',
  ])('is an attack, by a word that shows it: %s', (text) => {
    expect(stancesOf(text)).toContain('attack');
  });
});

describe('praise that laughs', () => {
  it.each([
    'Hebat Bram-Sekar, jogetnya kaku tapi hatinya tulus 😂😂 coblos!',
    'Terima kasih Bram-Sekar, jalan kampung saya sudah diaspal, mbah saya sampai jalan-jalan sore 😂',
    'Ngakak lihat Bram-Sekar nawar cabai 🤣 pokoknya kami dukung sekeluarga',
    'Mantap Bram-Sekar 👏👏 pasti menang',
  ])('stays support: %s', (text) => {
    expect(stancesOf(text)).not.toContain('attack');
    expect(judged(text).sides?.map(({ stance }) => stance)).toEqual(['support']);
  });
});

it('names the words that turned a mark around among its places', () => {
  const text = 'Hebat Bram-Sekar, tiap hujan ruang kelas kami jadi kolam renang';
  const spans = judged(text).matches.flatMap((match) => match.spans);
  expect(spans.map(({ start, end }) => text.slice(start, end))).toContain('kolam renang');
});
