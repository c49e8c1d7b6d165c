import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { RuleScreener } from '../../src/rules/engine/screener.js';
import { anInput, loadAll } from './screening.js';

const TEXTS = readFileSync(join(import.meta.dirname, '../corpus/mentions/texts.txt'), 'utf8')
  .split('\n')
  .filter(Boolean);
const PAIRS = ['Bram-Sekar', 'Danu-Ratna', 'Hastu-Wulan'];

let screener: RuleScreener;
beforeAll(async () => {
  const { ruleSet, elections } = await loadAll();
  screener = new RuleScreener({ ...ruleSet, elections });
});

const isMarked = (text: string, pair: string) =>
  screener.screen(anInput({ text: text.replaceAll('PAIR', pair) })).flagged;

describe.each(PAIRS)('who only comes across %s', (pair) => {
  it('is hardly ever marked, whichever ticket it is', () => {
    const marked = TEXTS.filter((text) => isMarked(text, pair));
    expect(marked.length, marked.join('\n')).toBeLessThanOrEqual(6);
    expect(marked).toEqual(TEXTS.filter((text) => isMarked(text, PAIRS[0]!)));
  });
});

describe('what belongs to a ticket shields nobody', () => {
  it.each([
    'Mobil PAIR mogok di depan kantor, ayo kita dorong sampai menang. Coblos PAIR',
    'Balihonya roboh kena angin, PAIR tetap pilihan saya',
    'Bangga satu angkatan dengan PAIR, waktunya kita menangkan',
    'Pakai kaos PAIR, rumah saya pasang spanduk PAIR juga, merapat!',
    'Acara PAIR ambyar, penipu dan tukang ngibul begitu kok mau dipilih',
  ])('%s', (text) => {
    for (const pair of PAIRS) expect(isMarked(text, pair), pair).toBe(true);
  });
});
