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
  it('says a letter in place of names and numbers, always as long, whatever they are', () => {
    expect(mask.hide('Dukung Tirtayasa nomor 1, bukan Jagatnata (02)!').text).toBe(
      `Dukung ${one}··· nomor ${one}···, bukan ${two}··· (${two}···)!`,
    );
  });

  it('is as long for one ticket as for the other, by a name of one word or of two', () => {
    const lengths = ['Tirtayasa', 'Jagatnata Contohwijaya', 'Kemuningsari', '#DukungPuspaningtyas', '1', '02'].map(
      (name) => mask.hide(`Pilih ${name} saja`).text.length - (name.startsWith('#') ? 1 : 0),
    );
    expect(new Set(lengths).size).toBe(1);
  });

  it('tells where marks stand now, before, over, across and behind what is hidden', () => {
    const text = 'Ayo dukung Jagatnata Contohwijaya, nomor 2 kita';
    const hidden = mask.hide(text);
    const now = (words: string) => {
      const start = text.indexOf(words);
      const moved = hidden.move({ start, end: start + words.length });
      return hidden.text.slice(moved.start, moved.end);
    };
    expect(now('dukung')).toBe('dukung');
    expect(now('Contohwijaya')).toBe(`${two}···`);
    expect(now('dukung Jagat')).toBe(`dukung ${two}···`);
    expect(now('nomor 2')).toBe(`nomor ${two}···`);
    expect([now('kita'), now(text)]).toEqual(['kita', hidden.text]);
  });

  it.each(['KEMUNINGSARI', '#DukungJagatnata2026', 'contohwijaya', 'nomor dua', 'paslon 01'])(
    'does not say %s',
    (told) => {
      expect(mask.hide(`Ini ${told} saja`).text).not.toContain(told);
    },
  );

  it('says other numbers and words as they stand', () => {
    const text = 'Ada dua orang, 25 kursi, pukul 10.30, dan satu pertanyaan.';
    expect(mask.hide(text).text).toBe(text);
  });

  it('hides what a rule has found of a ticket, however it is spelt, there and in every other text', () => {
    const text = 'p4k T1rta menang';
    const span = { field: 'text', start: 4, end: 9, means: 'sebutan calon' };
    const found = maskTickets({ id: 'f1' }, LABELS, [{ text, span, tickets: ['contoh/1'] }]);
    expect(found.hide(text, [span]).text).toBe(`p4k ${one}··· menang`);
    expect(found.hide('Ia menulis T1rta.').text).toBe(`Ia menulis ${one}···.`);
  });

  it('takes letters by chance of each flag, so that A is not always the first', () => {
    const firsts = Array.from({ length: 40 }, (_, n) => maskTickets({ id: `f${n}` }, LABELS, []).letterOf('contoh/1'));
    expect(new Set(firsts)).toEqual(new Set(['A', 'B']));
  });
});
