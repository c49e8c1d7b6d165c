import { describe, expect, it } from 'vitest';
import { readPageTime } from './page-time.js';

const read = (text: string, format: 'iso' | 'unix' | 'tanggal', zone: 'WIB' | 'WITA' | 'WIT' = 'WIB') =>
  readPageTime(text, { format, zone })?.toISOString();

it.each([
  ['Jumat, 20 November 2026 19.30 WIB', '2026-11-20T12:30:00.000Z'],
  ['20 Nov 2026 pukul 19:30', '2026-11-20T12:30:00.000Z'],
  ['20/11/2026, 19.30 WITA', '2026-11-20T11:30:00.000Z'],
  ['1 Agustus 2026', '2026-07-31T17:00:00.000Z'],
  ['20 Nopember 2026', '2026-11-19T17:00:00.000Z'],
  ["Jum'at 20 November 2026 pkl. 19.30.05 wib", '2026-11-20T12:30:05.000Z'],
  ['Jum’at, 20 Nop. 2026 jam 19:30', '2026-11-20T12:30:00.000Z'],
  ['Ahad 1 Pebruari 2026 | 08.05', '2026-02-01T01:05:00.000Z'],
  ['20-11-2026 19:30:05', '2026-11-20T12:30:05.000Z'],
  ['20.11.2026 19.30', '2026-11-20T12:30:00.000Z'],
  ['20 Agt 2026 - 19.30 (WIT)', '2026-08-20T10:30:00.000Z'],
  ['Jumat, 20 November 2026 pukul 19.30.00', '2026-11-20T12:30:00.000Z'],
  ['20\u00A0November\u202F2026\u00A019.30', '2026-11-20T12:30:00.000Z'],
])('reads %s', (text, instant) => {
  expect(read(text, 'tanggal')).toBe(instant);
});

const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  '01': ['Januari', 'Jan', 'Jan.', 'January'],
  '02': ['Februari', 'Feb', 'Pebruari', 'Peb', 'February'],
  '03': ['Maret', 'Mar', 'Mrt', 'March'],
  '04': ['April', 'Apr'],
  '05': ['Mei', 'May'],
  '06': ['Juni', 'Jun', 'June'],
  '07': ['Juli', 'Jul', 'July'],
  '08': ['Agustus', 'Agu', 'Agt', 'Ags', 'Agust', 'Aug', 'AGUSTUS'],
  '09': ['September', 'Sep', 'Sept'],
  '10': ['Oktober', 'Okt', 'Oct'],
  '11': ['November', 'Nov', 'Nopember', 'Nop', 'NOPEMBER'],
  '12': ['Desember', 'Des', 'Dec'],
};

describe('a month', () => {
  it.each(Object.entries(SPELLINGS).flatMap(([month, names]) => names.map((name) => [name, month])))(
    'written %s is month %s',
    (name, month) => expect(read(`5 ${name} 2026 12.00`, 'tanggal')).toBe(`2026-${month}-05T05:00:00.000Z`),
  );

  it('is what Chromium writes for Indonesian readers, whatever its style', () => {
    for (let month = 0; month < 12; month += 1) {
      const at = new Date(Date.UTC(2026, month, 5, 5));
      for (const style of ['medium', 'long', 'full'] as const) {
        const format = new Intl.DateTimeFormat('id-ID', {
          dateStyle: style,
          timeStyle: 'medium',
          timeZone: 'Asia/Jakarta',
        });
        expect(read(format.format(at), 'tanggal'), format.format(at)).toBe(at.toISOString());
      }
    }
  });
});

it.each([
  'Senin',
  'Selasa',
  'Rabu',
  'Kamis',
  'Jumat',
  "Jum'at",
  'Sabtu',
  'Minggu',
  'Ahad',
  'Sen',
  'Sel.',
  'Rab',
  'Kam',
])('passes over the day %s', (day) => {
  expect(read(`${day} 5 Mei 2026`, 'tanggal')).toBe('2026-05-04T17:00:00.000Z');
  expect(read(`${day}, 5 Mei 2026`, 'tanggal')).toBe('2026-05-04T17:00:00.000Z');
});

it('takes the zone of the recipe where the page names none', () => {
  expect(read('20 November 2026 19.30', 'tanggal', 'WIT')).toBe('2026-11-20T10:30:00.000Z');
});

it.each([
  '31 November 2026',
  '29 Februari 2026',
  '20 Foo 2026',
  '20 Novel 2026',
  '20 13 2026',
  '2 jam lalu',
  'kemarin 19.30',
  '20 November 26',
  '20 November 2026 25.00',
  '20 November 2026 19.60',
  '20 November 2026 19.30.61',
  '20 November 2026 19.30 GMT',
  '20 November 2026 7.30 PM',
])('does not guess at %s', (text) => {
  expect(read(text, 'tanggal')).toBeUndefined();
});

it('reads ISO times with a zone and Unix times in seconds or milliseconds, and nothing else', () => {
  expect(read('2026-11-20T19:30:00+07:00', 'iso')).toBe('2026-11-20T12:30:00.000Z');
  expect(read('2026-11-20 19:30', 'iso')).toBeUndefined();
  expect(read('1795177800', 'unix')).toBe(read('1795177800000', 'unix'));
  expect(read('kemarin', 'unix')).toBeUndefined();
});
