import { expect, it } from 'vitest';
import { firstLineOf } from './first-line.js';

it('is the first line with words, without what nobody sees', () => {
  expect(firstLineOf({ text: '\u202E\n  \n Ayo \u200Bcoblos (contoh)\nbaris kedua' })).toEqual({
    of: 'own',
    text: 'Ayo coblos (contoh)',
  });
});

it('is of a picture, or of what the act is aimed at, where the act has no words', () => {
  expect(firstLineOf({ text: '', media: [{}, { text: 'poster (contoh)' }], target: { text: 'lain' } })).toEqual({
    of: 'picture',
    text: 'poster (contoh)',
  });
  expect(firstLineOf({ text: ' ', target: { text: 'unggahan (contoh)' } })).toEqual({
    of: 'answered',
    text: 'unggahan (contoh)',
  });
  expect(firstLineOf({ text: '', target: {} })).toBeUndefined();
});

it('is cut where it is long, between whole characters', () => {
  const line = firstLineOf({ text: '😊'.repeat(300) })!.text;
  expect([...line].length).toBe(161);
  expect(line.endsWith('😊…')).toBe(true);
});
