import { describe, expect, it } from 'vitest';
import { maskTickets } from './ticket-mask.js';

// Invented tickets.
const LABELS = new Map([
  ['contoh/1', '1 · Tirtayasa Contohpura dan Kemuningsari Contohlestari'],
  ['contoh/2', '2 · Jagatnata Contohwijaya dan Puspaningtyas Contohayu'],
]);
const mask = maskTickets({ id: 'f1' }, LABELS, []);
const [one, two] = [mask.letterOf('contoh/1'), mask.letterOf('contoh/2')];

describe('a text without its tickets', () => {
  it('keeps its length, so that marks stay where they were', () => {
    const text = 'Dukung Tirtayasa nomor 1, bukan Jagatnata (02)!';
    const hidden = mask.hide(text);
    expect(hidden).toHaveLength(text.length);
    expect(hidden).toBe(`Dukung ${one}········ nomor ${one}, bukan ${two}········ (${two}·)!`);
  });

  it.each(['KEMUNINGSARI', '#DukungJagatnata2026', 'contohwijaya', 'nomor dua', 'paslon 01'])(
    'does not say %s',
    (told) => {
      expect(mask.hide(`Ini ${told} saja`)).not.toContain(told);
    },
  );

  it('says other numbers and words as they stand', () => {
    const text = 'Ada dua orang, 25 kursi, pukul 10.30, dan satu pertanyaan.';
    expect(mask.hide(text)).toBe(text);
  });

  it('hides what a rule has found of a ticket, however it is spelt, there and in every other text', () => {
    const text = 'p4k T1rta menang';
    const span = { field: 'text', start: 4, end: 9, means: 'sebutan calon' };
    const found = maskTickets({ id: 'f1' }, LABELS, [{ text, span, tickets: ['contoh/1'] }]);
    expect(found.hide(text, [span])).toBe(`p4k ${one}···· menang`);
    expect(found.hide('Ia menulis T1rta.')).toBe(`Ia menulis ${one}····.`);
  });

  it('takes letters by chance of each flag, so that A is not always the first', () => {
    const firsts = Array.from({ length: 40 }, (_, n) => maskTickets({ id: `f${n}` }, LABELS, []).letterOf('contoh/1'));
    expect(new Set(firsts)).toEqual(new Set(['A', 'B']));
  });
});
