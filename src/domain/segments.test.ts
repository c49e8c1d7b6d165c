import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutSegments, type Quote } from './segments.js';

const quote = (start: number, end: number, number = 1): Quote => ({
  ...{ start, end, number, means: 'contoh', tone: 'proposes' },
});

describe('cutSegments', () => {
  it('marks exactly the quoted words, by UTF-16 offsets', () => {
    const text = '😊 coblos 1';
    const segments = cutSegments(text, [quote(3, 9)]);
    expect(segments.map((s) => [s.text, s.quotes.length])).toEqual([
      ['😊 ', 0],
      ['coblos', 1],
      [' 1', 0],
    ]);
  });

  it('keeps both quotes where they overlap', () => {
    const segments = cutSegments('abcdef', [quote(0, 4, 1), quote(2, 6, 2)]);
    expect(segments.map((s) => [s.text, s.quotes.map((q) => q.number)])).toEqual([
      ['ab', [1]],
      ['cd', [1, 2]],
      ['ef', [2]],
    ]);
  });

  it.each([
    ['\u202E', 'U+202E'],
    ['\u200B', 'U+200B'],
    ['\u2060', 'U+2060'],
    ['\u0007', 'U+0007'],
    ['\uFEFF', 'U+FEFF'],
    ['\u00AD', 'U+00AD'],
    ['\u200D', 'U+200D'],
  ])('names the hidden character %j', (char, name) => {
    const hidden = cutSegments(`a${char}b`, []).flatMap((s) => s.hidden ?? []);
    expect(hidden).toEqual([name]);
  });

  it('shows a flood of hidden characters as one label', () => {
    expect(cutSegments(`a${'\u200B'.repeat(50_000)}b`, []).map((s) => s.hidden)).toEqual([
      undefined,
      'U+200B ×50000',
      undefined,
    ]);
  });

  it.each(['👨‍👩‍👧', '👩🏽‍⚕️', '❤️‍🔥', 'baris\nbaru\tdan\r\n'])('leaves %j whole', (text) => {
    expect(cutSegments(text, [])).toEqual([{ text, quotes: [] }]);
  });

  it('always gives back the text that came in, whatever the offsets', () => {
    const offsets = fc.tuple(fc.integer({ min: -5, max: 50 }), fc.integer({ min: -5, max: 50 }));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(offsets, { maxLength: 8 }), (text, pairs) => {
        const segments = cutSegments(
          text,
          pairs.map(([a, b], i) => quote(a, b, i)),
        );
        expect(segments.map((s) => s.text).join('')).toBe(text);
      }),
    );
  });
});
