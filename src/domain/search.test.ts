import { describe, expect, it } from 'vitest';
import { dayIn, isNamedBy } from './search.js';

describe('search by name', () => {
  it.each([
    ['Dinas Kesehatan (contoh)', 'kesehatan', true],
    ['Dinas Kesehatan (contoh)', 'dinas kes', true],
    ['1 · Tirtayasa Contohpura', 'tirta', true],
    ['José Contoh', 'jose', true],
    ['Dinas Kesehatan (contoh)', 'sehat', false],
    ['Dinas Kesehatan (contoh)', ' . ', false],
  ])('%s by "%s": %s', (name, query, is) => {
    expect(isNamedBy(name, query)).toBe(is);
  });
});

describe('search by day', () => {
  it.each([
    ['2026-11-20', '2026-11-20'],
    [' 20/11/2026 ', '2026-11-20'],
    ['5.1.2026', '2026-01-05'],
    ['31-02-2026', undefined],
    ['coblos 2026-11-20', undefined],
  ])('"%s" is %s', (query, day) => {
    expect(dayIn(query)).toBe(day);
  });
});
