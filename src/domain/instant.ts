import { isDay } from './days.js';

const WRITTEN =
  /^(?<day>\d{4}-\d{2}-\d{2})[T ](?<time>\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(?:Z|(?<sign>[+-])(?<hours>\d{2})(?::?(?<minutes>\d{2}))?)$/i;
/** No zone on earth is further from UTC. */
const MAX_OFFSET_HOURS = 14;

/**
 * The instant that a file or an answer writes, in ISO 8601 with its zone: `Z`, `+07:00`, `+0700` (Facebook) or `+07`
 * (PostgreSQL). `undefined` for anything else, a time without a zone first of all: nobody knows on which side of
 * midnight, and so of a stage, it lies, and the zone of the server that reads it proves nothing.
 */
export function readInstant(text: string): Date | undefined {
  const parts = WRITTEN.exec(text)?.groups;
  if (parts === undefined || !isDay(parts.day!)) return undefined;
  const { day, time, sign = '+', hours = '00', minutes = '00' } = parts;
  if (Number(hours) > MAX_OFFSET_HOURS) return undefined;
  const instant = new Date(`${day}T${time}${sign}${hours}:${minutes}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
