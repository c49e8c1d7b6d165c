import { NATION, timeZoneOf, zoneLabel } from '../../src/domain/region.js';
import { type Language, LOCALES } from '../../src/words/language.js';

export interface Zone {
  /** IANA name. */
  readonly name: string;
  /** `WIB`, `WITA` or `WIT`. */
  readonly label: string;
}

const NATION_ZONE_NAME = timeZoneOf(NATION);
/** Of what belongs to no office. */
export const NATION_ZONE: Zone = { name: NATION_ZONE_NAME, label: zoneLabel(NATION_ZONE_NAME) };

/** `Jum, 20 Nov 2026, 09.15 WIB`: always the local time of the act, with the zone said. */
export function formatInstant(instant: string, zone: Zone, language: Language): string {
  const text = new Intl.DateTimeFormat(LOCALES[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone.name,
  }).format(new Date(instant));
  return `${text} ${zone.label}`;
}

/** `09.15 WIB` */
export function formatClock(instant: string, zone: Zone, language: Language): string {
  const options = { hour: '2-digit', minute: '2-digit', timeZone: zone.name } as const;
  return `${new Intl.DateTimeFormat(LOCALES[language], options).format(new Date(instant))} ${zone.label}`;
}

/** `8 hari`, `5 jam`, `12 menit`: whole units, the largest that fits. */
export function formatWait(since: string, now: string, language: Language): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 60_000));
  const [value, unit] =
    minutes >= 2880
      ? ([Math.floor(minutes / 1440), 'day'] as const)
      : minutes >= 60
        ? ([Math.floor(minutes / 60), 'hour'] as const)
        : ([minutes, 'minute'] as const);
  return new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** A calendar day, `2026-11-20`, for people. */
export function formatDay(day: string, language: Language): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(LOCALES[language], options).format(new Date(`${day}T00:00:00Z`));
}
