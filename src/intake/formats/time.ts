import { isDay } from '../../domain/days.js';
import { readInstant } from '../../domain/instant.js';
import { instantOf, TIME_ZONES } from '../../domain/region.js';

export type ZoneName = keyof typeof TIME_ZONES;

/** Milliseconds from here on, seconds below: 1973 in the one, the year 5138 in the other. */
const FIRST_MS = 100_000_000_000;
const ENGLISH = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{2}:\d{2}:\d{2}) ([+-]\d{4}) (\d{4})$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const YEAR_FIRST = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})/;
/** As people here write a day: 1/2/2026 is the first of February. */
const DAY_FIRST = /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})/;
const CLOCK = /^[T ]+(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:\.\d{1,9})?)?$/;

/** Seconds or milliseconds since 1970, as a number or as its digits, in ISO 8601. */
export function fromUnix(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^\d{9,13}(?:\.\d{1,6})?$/.test(text)) return undefined;
  const number = Number(text);
  return new Date(number < FIRST_MS ? number * 1000 : number).toISOString();
}

/** `Wed Nov 18 03:12:45 +0000 2026`, as X writes it. */
export function fromEnglish(value: string | undefined): string | undefined {
  const [, month = '', day, clock, zone, year] = ENGLISH.exec(value ?? '') ?? [];
  const number = MONTHS.indexOf(month) + 1;
  if (number === 0) return undefined;
  return readInstant(`${year}-${String(number).padStart(2, '0')}-${day}T${clock}${zone}`)?.toISOString();
}

/** A time on the clock of a zone; a day without a clock begins at midnight there. A time with its own zone is taken as it is. */
export function fromLocal(text: string, zone: ZoneName): string | undefined {
  const own = readInstant(text);
  if (own) return own.toISOString();
  const found = YEAR_FIRST.exec(text) ?? DAY_FIRST.exec(text);
  if (!found?.groups) return undefined;
  const { year, month = '', day = '' } = found.groups;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const rest = text.slice(found[0].length);
  const clock = rest === '' ? { hour: '0', minute: '0', second: '0' } : CLOCK.exec(rest)?.groups;
  if (!isDay(date) || clock === undefined) return undefined;
  const [hour, minute, second] = [Number(clock.hour), Number(clock.minute), Number(clock.second ?? '0')];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const at = instantOf(date, hour, TIME_ZONES[zone]).getTime() + (minute * 60 + second) * 1000;
  return new Date(at).toISOString();
}
