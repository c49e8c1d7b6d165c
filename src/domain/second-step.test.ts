import { expect, it } from 'vitest';
import { isTimedCode, normaliseCode, OFFER_MS } from './second-step.js';

it('reads a code however it is written down', () => {
  for (const typed of ['123 456', ' 123456 ', '123-456']) expect(normaliseCode(typed)).toBe('123456');
  expect(normaliseCode('ABCDE-fghjk')).toBe('abcdefghjk');
});

it('tells the code of an app from one that was written down', () => {
  expect(isTimedCode('123456')).toBe(true);
  for (const other of ['12345', '1234567', 'abcdefghjk', '', '12345６']) expect(isTimedCode(other)).toBe(false);
});

it('gives a quarter of an hour to prove a secret', () => {
  expect(OFFER_MS).toBe(15 * 60_000);
});
