import { instantOf, TIME_ZONES } from '../../domain/region.js';
import type { Recipe } from './recipe.js';

/** Each month as Indonesian pages write it, old spellings and common abbreviations too, then in English. */
const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'jan', 'djanuari', 'january'],
  ['februari', 'feb', 'pebruari', 'peb', 'febuari', 'pebuari', 'february'],
  ['maret', 'mar', 'mrt', 'march'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'djuni', 'june'],
  ['juli', 'jul', 'djuli', 'july'],
  ['agustus', 'agu', 'agt', 'ags', 'agst', 'agust', 'aug', 'august'],
  ['september', 'sep', 'sept', 'spt'],
  ['oktober', 'okt', 'oct', 'october'],
  ['november', 'nov', 'nopember', 'nop'],
  ['desember', 'des', 'dec', 'december'],
];
const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

const DAYS =
  "senin|sen|selasa|sel|rabu|rab|kamis|kam|jum['’`]?at|jum|sabtu|sab|minggu|min|ahad|mon|tue|wed|thu|fri|sat|sun";
const ZONES = Object.keys(TIME_ZONES).join('|').toLowerCase();
const DATE = String.raw`(\d{1,2})[\s/.-]+([a-z]{3,9}|\d{1,2})[\s/.-]+(\d{4})`;
const CLOCK = String.raw`(?:(?:pukul|pkl|jam)\.?:?\s*)?(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?`;
/** Each part has its own first character, so that no text takes long to be refused. */
const SPELT = new RegExp(
  String.raw`^(?:(?:[a-z'’]+,|(?:${DAYS})\.?,?)\s*)?${DATE}(?:[\s,|@()–-]*${CLOCK})?\s*\(?(${ZONES})?\)?$`,
);

/** The instant an item names, or `undefined` where it is not of the recipe's format. */
export function readPageTime(text: string, time: Recipe['fields']['time']): Date | undefined {
  const value = text.trim();
  if (value.length > 100) return undefined;
  if (time.format === 'unix') return /^\d{9,13}$/.test(value) ? fromUnix(value) : undefined;
  if (time.format === 'tanggal') return fromSpelt(value.toLowerCase(), time.zone);
  const isIso = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(value);
  const instant = new Date(value);
  return isIso && !Number.isNaN(instant.getTime()) ? instant : undefined;
}

/** Seconds have ten digits in our days, milliseconds thirteen. */
function fromUnix(value: string): Date {
  return new Date(value.length > 11 ? Number(value) : Number(value) * 1000);
}

/** `Jumat, 20 Nopember 2026 pukul 19.30.05 WIB`, `20/11/2026 19:30`. */
function fromSpelt(value: string, zone: keyof typeof TIME_ZONES): Date | undefined {
  const [, day, month = '', year, hour = '0', minute = '0', second = '0', named] = SPELT.exec(value) ?? [];
  if (day === undefined) return undefined;
  const monthNumber = /^\d/.test(month) ? Number(month) : (MONTH_OF.get(month) ?? 0);
  const iso = `${year}-${String(monthNumber).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isRealDay(iso) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const inZone = TIME_ZONES[(named?.toUpperCase() ?? zone) as keyof typeof TIME_ZONES];
  const ms = Number(minute) * 60_000 + Number(second) * 1000;
  return new Date(instantOf(iso, Number(hour), inZone).getTime() + ms);
}

/** 31 November would silently become 1 December. */
function isRealDay(iso: string): boolean {
  const midnight = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(iso);
}
