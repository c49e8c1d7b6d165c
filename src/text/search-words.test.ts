import { describe, expect, it } from 'vitest';
import { searchWordsOf } from './search-words.js';

const wordsOf = (text: string) => searchWordsOf(text).flat();
const finds = (query: string, text: string) =>
  searchWordsOf(query).every((group) => group.some((word) => wordsOf(text).includes(word)));

describe('search words', () => {
  it.each([
    ['coblos', 'Ayo nyoblos besok!'],
    ['nyoblos', 'jangan lupa COBLOS nomor 1'],
    ['mencoblos', 'dicoblos ya'],
    ['pilihan', 'ojo lali milih'],
    ['dukungan', 'Kami mendukung penuh'],
    ['coblos 2', 'coblos nomor 2'],
    ['tirta', 'coblos Tirta-Kemuning'],
    ['coblos', '𝗖𝗼𝗯𝗹𝗼𝘀 dia'],
  ])('%s finds "%s"', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['benang', 'pasti menang'],
    ['coblos 2', 'coblos nomor 1'],
    ['pasar', 'besar'],
  ])('%s does not find "%s"', (query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  it('are none of what holds no word, and bounded', () => {
    expect(searchWordsOf('… 😊 — a')).toEqual([]);
    expect(searchWordsOf(Array.from({ length: 2_000 }, (_, n) => `kata${n}`).join(' ')).length).toBe(300);
    expect(searchWordsOf('x'.repeat(100_000))).toEqual([]);
  });
});
