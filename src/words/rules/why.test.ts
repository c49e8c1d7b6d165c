import { describe, expect, it } from 'vitest';
import type { WeighedSign } from '../../domain/screening.js';
import { quotedWords, whyInOneSentence } from './why.js';

const sign = (name: string, points: number): WeighedSign => ({ sign: name, points, spans: [] });
const TITLES: Record<string, string> = {
  'rule.call': 'Ajakan memilih pasangan calon',
  'rule.kpu': 'KPU disebut',
  'anchor.date': 'menyebut hari pemungutan suara',
  'frame.news': 'Berita yang diteruskan',
  'text.short': 'teksnya pendek',
};
const words = (language: 'id' | 'en' = 'id') => ({
  language,
  nameOf: (name: string) => TITLES[name] ?? name,
  quote: ({ sign: name }: WeighedSign) => (name === 'rule.call' ? quotedWords(['coblos']) : ''),
});
const why = (signs: readonly WeighedSign[], line = 10) =>
  whyInOneSentence({ line, total: signs.reduce((sum, { points }) => sum + points, 0), signs }, words());

describe('why an act is marked, in one sentence', () => {
  it('names the strongest rule first, then what was written, then the strongest thing against it', () => {
    const signs = [sign('text.short', 30), sign('rule.call', 17), sign('anchor.date', 11), sign('frame.news', -3)];
    expect(why(signs)).toBe(
      'Ditandai karena ajakan memilih pasangan calon (“coblos”) dan menyebut hari pemungutan suara; ' +
        'sebaliknya, berita yang diteruskan.',
    );
    expect(why([sign('text.short', 30)])).toBe('Ditandai karena teksnya pendek.');
    expect(why([sign('rule.kpu', 30)])).toBe('Ditandai karena KPU disebut.');
  });

  it('says of an unmarked act what held it back', () => {
    expect(why([sign('frame.news', -30), sign('rule.call', 17)])).toBe(
      'Tidak sampai ditandai: berita yang diteruskan.',
    );
    expect(why([sign('rule.call', 8)])).toBe('Tidak sampai ditandai: terlalu sedikit yang memberatkan.');
  });

  it('quotes each word once, and the first three of many', () => {
    expect(quotedWords(['a', ' a ', '', 'b', 'c', 'd'])).toBe(' (“a”, “b”, “c”, …)');
    expect(quotedWords(['', ' '])).toBe('');
  });
});
