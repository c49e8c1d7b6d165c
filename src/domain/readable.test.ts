import { expect, it } from 'vitest';
import { isReadable } from './readable.js';

it.each([
  ['Kutipan berita.', true],
  ['1', true],
  ['\u200b', false],
  ['\u3164\u115f\u2800', false],
  ['\ufeff \u2060\u00ad', false],
  ['… —', false],
])('%j says something: %s', (text, is) => {
  expect(isReadable(text)).toBe(is);
});
