import { expect, it } from 'vitest';
import { readPageTime } from './page-time.js';

const read = (text: string, format: 'iso' | 'unix' | 'tanggal', zone: 'WIB' | 'WITA' | 'WIT' = 'WIB') =>
  readPageTime(text, { format, zone })?.toISOString();

it.each([
  ['Jumat, 20 November 2026 19.30 WIB', '2026-11-20T12:30:00.000Z'],
  ['20 Nov 2026 pukul 19:30', '2026-11-20T12:30:00.000Z'],
  ['20/11/2026, 19.30 WITA', '2026-11-20T11:30:00.000Z'],
  ['1 Agustus 2026', '2026-07-31T17:00:00.000Z'],
])('reads %s', (text, instant) => {
  expect(read(text, 'tanggal')).toBe(instant);
});

it('takes the zone of the recipe where the page names none', () => {
  expect(read('20 November 2026 19.30', 'tanggal', 'WIT')).toBe('2026-11-20T10:30:00.000Z');
});

it.each(['31 November 2026', '20 Foo 2026', '2 jam lalu', '20 November 2026 25.00'])('does not guess at %s', (text) => {
  expect(read(text, 'tanggal')).toBeUndefined();
});

it('reads ISO times with a zone and Unix times in seconds or milliseconds, and nothing else', () => {
  expect(read('2026-11-20T19:30:00+07:00', 'iso')).toBe('2026-11-20T12:30:00.000Z');
  expect(read('2026-11-20 19:30', 'iso')).toBeUndefined();
  expect(read('1795177800', 'unix')).toBe(read('1795177800000', 'unix'));
  expect(read('kemarin', 'unix')).toBeUndefined();
});
