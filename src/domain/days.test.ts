import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, DAY_MS, isDay } from './days.js';

const anyDay = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9000-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a calendar day', () => {
  it.each(['2024-02-29', '2026-12-31', '0001-01-01'])('is %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '2024-02-30',
    '2024-13-01',
    '2024-1-1',
    '01/02/2026',
    '2024-01-01T00:00:00Z',
    '',
    '٢٠٢٤-٠١-٠١',
  ])('is not %j', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('comes back after as many days forth as back, and each step is a day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        const other = addDays(day, count);
        expect(isDay(other)).toBe(true);
        expect(addDays(other, -count)).toBe(day);
        expect(Date.parse(other) - Date.parse(day)).toBe(count * DAY_MS);
      }),
    );
  });
});
