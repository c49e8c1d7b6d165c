import { instantOf, TIME_ZONES } from '../../domain/region.js';
import type { Recipe } from './recipe.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des'];
const SPELT =
  /^(?:[a-z']+,\s*)?(\d{1,2})[\s/-]+([a-z]{3,9}|\d{1,2})[\s/-]+(\d{4})(?:[\s,|-]*(?:pukul\s*)?(\d{1,2})[.:](\d{2}))?\s*(wib|wita|wit)?$/;

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

/** `Jumat, 20 November 2026 19.30 WIB`, `20/11/2026 19:30`. */
function fromSpelt(value: string, zone: keyof typeof TIME_ZONES): Date | undefined {
  const [, day, month = '', year, hour = '0', minute = '0', named] = SPELT.exec(value) ?? [];
  if (day === undefined) return undefined;
  const monthNumber = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3)) + 1;
  const iso = `${year}-${String(monthNumber).padStart(2, '0')}-${day.padStart(2, '0')}`;
  // 31 November would silently become 1 December.
  if (new Date(`${iso}T00:00:00Z`).toString() === 'Invalid Date' || !isRealDay(iso)) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59) return undefined;
  const inZone = TIME_ZONES[(named?.toUpperCase() ?? zone) as keyof typeof TIME_ZONES];
  return new Date(instantOf(iso, Number(hour), inZone).getTime() + Number(minute) * 60_000);
}

function isRealDay(iso: string): boolean {
  return new Date(`${iso}T00:00:00Z`).toISOString().startsWith(iso);
}
