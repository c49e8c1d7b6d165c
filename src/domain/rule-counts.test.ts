import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './days.js';
import { rateOf, WINDOW_DAYS, windowsUntil } from './rule-counts.js';

const TODAY = '2026-11-22';
const windows = windowsUntil(TODAY);
const rate = (counts: number[], firstDay = '2020-01-01') => rateOf({ counts, windows, firstDay });

describe('windows', () => {
  it('follow each other without a gap or an overlap, the present one first', () => {
    expect(windows[0]).toEqual({ from: '2026-10-24', to: TODAY });
    for (const [n, window] of windows.entries()) {
      expect(addDays(window.from, WINDOW_DAYS - 1)).toBe(window.to);
      if (n > 0) expect(addDays(window.to, 1)).toBe(windows[n - 1]!.from);
    }
  });
});

describe('the rate of a rule that is only counted', () => {
  it('is alarming when it leaves its own history', () => {
    expect(rate([60, 20, 22, 18, 19, 21])).toEqual({ recent: 60, windows: 5, usual: 20, alarm: 'rose' });
    expect(rate([10, 60, 62, 58, 61, 59]).alarm).toBe('fell');
    expect(rate([21, 20, 22, 18, 19, 21]).alarm).toBeUndefined();
  });

  it('says nothing of few accounts, nor of a rule without history', () => {
    expect(rate([9, 60, 60, 60, 60, 60]).alarm).toBeUndefined();
    expect(rate([60, 2, 2, 2, 2, 1]).alarm).toBeUndefined();
    expect(rate([500, 0, 0, 0, 0, 0], TODAY)).toEqual({ recent: 500, windows: 0 });
  });

  it('leaves out a window in which the rule was not yet counted from its first day on', () => {
    const second = windows[1]!.from;
    expect(rate([60, 20, 3, 0, 0, 0], addDays(second, -5))).toMatchObject({ windows: 1, usual: 20, alarm: 'rose' });
    expect(rate([60, 20, 0, 0, 0, 0], addDays(second, 1))).toEqual({ recent: 60, windows: 0 });
  });

  it('never alarms when every window is alike', () => {
    fc.assert(fc.property(fc.nat(100_000), (n) => rate([n, n, n, n, n, n]).alarm === undefined));
  });
});
