import { expect, it } from 'vitest';
import { type FoundWord, pictureText } from './word-boxes.js';

const word = (text: string, at = 0, confidence = 90): FoundWord => ({
  text,
  confidence,
  bbox: { x0: at, y0: 10, x1: at + 50, y1: 30 },
});
const SIZE = { width: 1_000, height: 500 };

it('joins words by blanks and lines by line ends, and keeps each word’s place', () => {
  const { text, words } = pictureText([[word('ayo'), word('coblos', 100)], [word('dua', 200)]], SIZE);
  expect(text).toBe('ayo coblos\ndua');
  expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['ayo', 'coblos', 'dua']);
  expect(words[1]!.box).toEqual([100, 20, 150, 60]);
});

it('leaves out what it is not sure of, and what is no word', () => {
  expect(pictureText([[word('ayo'), word('x', 0, 20)], [word('—')], [word('2')]], SIZE).text).toBe('ayo\n2');
});

it('stays within bounds, whatever is found', () => {
  const line = Array.from({ length: 5_000 }, (_, at) => ({
    ...word('a'.repeat(500), at),
    bbox: { x0: -5, y0: 0, x1: 9_999, y1: 9 },
  }));
  const { text, words } = pictureText([line], SIZE);
  expect(words).toHaveLength(2_000);
  expect(text.length).toBeLessThanOrEqual(2_000 * 101);
  expect(words[0]!.box).toEqual([0, 0, 1_000, 18]);
});
