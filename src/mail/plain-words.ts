import { addDays } from '../domain/days.js';
import { type Language, LOCALES } from '../words/language.js';

/** `Sabtu, 21 November 2026`. */
export function longDay(day: string, language: Language): string {
  return formatDay(day, language, { dateStyle: 'full' });
}

/** `16–22 November 2026`: the days up to this one. */
export function daysUpTo(day: string, days: number, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' });
  return format.formatRange(new Date(addDays(day, 1 - days)), new Date(day));
}

/** `21 November 2026`. */
export function middleDay(day: string, language: Language): string {
  return formatDay(day, language, { dateStyle: 'long' });
}

/** `Sab, 21 Nov`. */
export function shortDay(day: string, language: Language): string {
  return formatDay(day, language, { weekday: 'short', day: 'numeric', month: 'short' });
}

function formatDay(day: string, language: Language, style: Intl.DateTimeFormatOptions): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { ...style, timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** An office's name and a rule's title come from a file: no control or bidirectional characters, at most 120 characters. */
export function plain(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 120);
}
