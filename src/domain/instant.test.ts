import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInstant } from './instant.js';

describe('an instant with its zone', () => {
  it.each([
    '2026-11-20T01:30:00Z',
    '2026-11-20T01:30Z',
    '2026-11-20t01:30:00.000000000z',
    '2026-11-20 08:30:00+07',
    '2026-11-20T08:30:00+07:00',
    '2026-11-20T08:30:00+0700',
    '2026-11-20T08:30:00+07',
    '2026-11-20T01:30:00+0000',
    '2026-11-20T01:30:00-00:00',
    '2026-11-19T15:30:00-1000',
  ])('is read from %s', (text) => {
    expect(readInstant(text)).toEqual(new Date('2026-11-20T01:30:00Z'));
  });

  it.each([
    '2026-11-20T08:30:00',
    '2026-11-20 08:30',
    '2026-11-20',
    '2026-02-30T08:30:00Z',
    '2026-11-20T25:30:00Z',
    '2026-11-20T08:61:00Z',
    '2026-11-20T08:30:00+7',
    '2026-11-20T08:30:00+15:00',
    '2026-11-20T08:30:00+07:60',
    '20/11/2026 08:30:00+07:00',
    'Fri Nov 20 2026 08:30:00 GMT+0700',
    '1795138200',
    ' 2026-11-20T08:30:00Z',
    '',
  ])('is not guessed from %j', (text) => {
    expect(readInstant(text)).toBeUndefined();
  });

  it('comes back from every spelling of its offset', () => {
    const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 });
    const instants = fc.date({ min: new Date('1970-01-02'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, offsets, (instant, offset) => {
        const local = new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, -1);
        const pad = (n: number) => String(n).padStart(2, '0');
        const [sign, hours, minutes] = [
          offset < 0 ? '-' : '+',
          pad(Math.floor(Math.abs(offset) / 60)),
          pad(Math.abs(offset) % 60),
        ];
        expect(readInstant(`${local}${sign}${hours}:${minutes}`)).toEqual(instant);
        expect(readInstant(`${local}${sign}${hours}${minutes}`)).toEqual(instant);
        if (minutes === '00') expect(readInstant(`${local}${sign}${hours}`)).toEqual(instant);
      }),
    );
  });
});
