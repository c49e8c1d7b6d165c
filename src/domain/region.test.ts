import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysInAllZones, instantOf, isInside, localDay, TIME_ZONES, timeZoneOf, zoneLabel } from './region.js';

const zones = fc.constantFrom(...Object.values(TIME_ZONES));
const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });

/** The platform's own calendar, the slow way. */
function calendarDay(instant: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(instant);
  return parts;
}

describe('regions', () => {
  it.each([
    ['11', 'WIB'],
    ['35.78', 'WIB'],
    ['61', 'WIB'],
    ['62.71', 'WIB'],
    ['51', 'WITA'],
    ['63', 'WITA'],
    ['64.72', 'WITA'],
    ['65', 'WITA'],
    ['73.71', 'WITA'],
    ['81', 'WIT'],
    ['82', 'WIT'],
    ['91.71', 'WIT'],
    ['93', 'WIT'],
    ['96', 'WIT'],
    ['ID', 'WIB'],
  ])('%s lies in %s', (region, label) => {
    expect(zoneLabel(timeZoneOf(region))).toBe(label);
  });

  it('has one number for the days of all zones, which is the same for two instants just where every day is', () => {
    const daysOf = (instant: Date) => Object.values(TIME_ZONES).map((zone) => localDay(instant, zone));
    fc.assert(
      fc.property(instants, fc.integer({ min: -30, max: 30 }), (one, hours) => {
        const other = new Date(one.getTime() + hours * 3_600_000);
        const isSameDay = daysOf(one).join() === daysOf(other).join();
        expect(daysInAllZones(one) === daysInAllZones(other)).toBe(isSameDay);
      }),
    );
  });

  it('finds the local day that the calendar of the zone says, at any instant', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        expect(localDay(instant, zone)).toBe(calendarDay(instant, zone));
      }),
    );
  });

  it('begins a local day at midnight there, neither a millisecond earlier nor later', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const day = localDay(instant, zone);
        const midnight = instantOf(day, 0, zone);
        expect(localDay(midnight, zone)).toBe(day);
        expect(localDay(new Date(midnight.getTime() - 1), zone) < day).toBe(true);
        expect(localDay(new Date(midnight.getTime() + 24 * 3_600_000 - 1), zone)).toBe(day);
      }),
    );
  });

  it('gives days that compare as text at the far ends of the calendar', () => {
    expect(localDay(new Date(8.64e15), TIME_ZONES.WIT)).toBe('9999-12-31');
    expect(localDay(new Date(-8.64e15), TIME_ZONES.WIB)).toBe('0000-01-01');
  });

  it('puts a city inside its province and the nation, and not inside a code that only begins alike', () => {
    expect(isInside('35.78', '35')).toBe(true);
    expect(isInside('35.78', 'ID')).toBe(true);
    expect(isInside('35.78', '35.7')).toBe(false);
    expect(isInside('35', '35.78')).toBe(false);
  });
});
