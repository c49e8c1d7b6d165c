/**
 * Kemendagri region codes: `ID` the nation, `35` a province, `35.78` a city or regency, `35.78.01` a district.
 * A code is inside another where the other is a prefix of its parts; everything is inside `ID`.
 */
export type RegionCode = string;

export const NATION: RegionCode = 'ID';

/** IANA names; WIB, WITA and WIT know no daylight saving. */
export const TIME_ZONES = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' } as const;
export type TimeZone = (typeof TIME_ZONES)[keyof typeof TIME_ZONES];

/** Of the audit log, which has no region of its own: its days are the capital's. */
export const LOG_ZONE: TimeZone = TIME_ZONES.WIB;

const UTC_OFFSET_HOURS: Record<TimeZone, number> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 };

const UTC_OFFSETS = Object.values(UTC_OFFSET_HOURS);

// Keppres 41/1987 by province code; provinces made since lie in the zone of the one they left.
const WITA = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76']);
const WIT = new Set(['81', '82', '91', '92', '93', '94', '95', '96']);

/** The nation's own zone is WIB: the capital's. */
export function timeZoneOf(region: RegionCode): TimeZone {
  const province = region.slice(0, 2);
  if (WITA.has(province)) return TIME_ZONES.WITA;
  if (WIT.has(province)) return TIME_ZONES.WIT;
  return TIME_ZONES.WIB;
}

export function isInside(region: RegionCode, outer: RegionCode): boolean {
  return outer === NATION || region === outer || region.startsWith(`${outer}.`);
}

// Beyond these years an ISO day gets a sign and six digits, and days no longer compare as text.
const FIRST_INSTANT = Date.parse('0000-01-01T00:00:00Z');
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59Z');

/** The calendar day, `YYYY-MM-DD`, that an instant falls on in a zone; years outside 0-9999 count as the nearest day. */
export function localDay(instant: Date, zone: TimeZone): string {
  const local = instant.getTime() + UTC_OFFSET_HOURS[zone] * 3_600_000;
  return new Date(Math.min(Math.max(local, FIRST_INSTANT), LAST_INSTANT)).toISOString().slice(0, 10);
}

/** A number that changes when the day does in any zone, and only then. */
export function daysInAllZones(instant: Date): number {
  const hours = instant.getTime() / 3_600_000;
  // The sum of three days that never go back: equal sums, equal days.
  let sum = 0;
  for (const offset of UTC_OFFSETS) sum += Math.floor((hours + offset) / 24);
  return sum;
}

/** The instant at which a local day and hour begin; the inverse of `localDay`. */
export function instantOf(day: string, hour: number, zone: TimeZone): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + (hour - UTC_OFFSET_HOURS[zone]) * 3_600_000);
}

/** What people call the zone: `WIB`, `WITA`, `WIT`. */
export function zoneLabel(zone: TimeZone): string {
  return Object.entries(TIME_ZONES).find(([, name]) => name === zone)?.[0] ?? 'WIB';
}
