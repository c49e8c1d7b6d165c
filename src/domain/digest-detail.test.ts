import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './days.js';
import { type FlagGroup, mondayAfter, sharesOf, weekUpTo } from './digest-detail.js';

const group = (parts: Partial<FlagGroup>): FlagGroup => ({
  officeCode: 'dinas-contoh',
  kind: 'post',
  stage: 'campaign',
  platform: 'bluesky',
  flags: 1,
  ...parts,
});

describe('what stands behind the counts of a digest', () => {
  it('adds groups up by any of their values, most first and equal ones by name', () => {
    const groups = [
      group({ officeCode: 'b', flags: 2 }),
      group({ officeCode: 'a', kind: 'like', flags: 3 }),
      group({ officeCode: 'c', kind: 'share', flags: 2 }),
      group({ officeCode: 'a', flags: 1 }),
    ];
    expect(sharesOf(groups, ({ officeCode }) => officeCode)).toEqual([
      { value: 'a', flags: 4 },
      { value: 'b', flags: 2 },
      { value: 'c', flags: 2 },
    ]);
    expect(sharesOf(groups, ({ kind }) => kind)[0]).toEqual({ value: 'like', flags: 3 });
    expect(sharesOf([], ({ kind }) => kind)).toEqual([]);
  });

  it('puts each of seven days beside the same day a week before', () => {
    const newOn = new Map([
      ['2026-11-21', 4],
      ['2026-11-14', 2],
      ['2026-11-15', 1],
      ['2026-11-13', 9],
    ]);
    const week = weekUpTo('2026-11-21', newOn);
    expect(week.map(({ day }) => day)).toEqual(Array.from({ length: 7 }, (_, i) => addDays('2026-11-15', i)));
    expect(week[0]).toEqual({ day: '2026-11-15', newFlags: 1, weekBefore: 0 });
    expect(week[6]).toEqual({ day: '2026-11-21', newFlags: 4, weekBefore: 2 });
  });

  it('ends a week on the Monday after, whatever the day', () => {
    expect(mondayAfter('2026-11-28')).toBe('2026-11-30'); // a Saturday
    expect(mondayAfter('2026-11-29')).toBe('2026-11-30'); // a Sunday
    expect(mondayAfter('2026-11-30')).toBe('2026-12-07'); // a Monday has all its week before it
    fc.assert(
      fc.property(fc.nat({ max: 20_000 }), (n) => {
        const day = addDays('2020-01-01', n);
        const monday = mondayAfter(day);
        expect(new Date(monday).getUTCDay()).toBe(1);
        expect(monday > day && addDays(monday, -7) <= day).toBe(true);
      }),
    );
  });
});
