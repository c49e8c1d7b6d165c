import { DAY_MS } from '../../src/domain/days.js';
import { instantOf, type TimeZone } from '../../src/domain/region.js';
import type { Zone } from './time.js';

/** An instant as a field of date and time holds it: in the zone that the page speaks of, not the machine's. */
export function toFieldTime(instant: Date, zone: Zone): string {
  return new Date(instant.getTime() + offsetOf(zone)).toISOString().slice(0, 16);
}

/** `undefined` where the field is empty or half filled in. */
export function fromFieldTime(text: string, zone: Zone): string | undefined {
  const at = Date.parse(`${text}Z`);
  return text === '' || Number.isNaN(at) ? undefined : new Date(at - offsetOf(zone)).toISOString();
}

/** The same on every day: no zone of the country changes its clocks. */
function offsetOf({ name }: Zone): number {
  return DAY_MS - instantOf('1970-01-02', 0, name as TimeZone).getTime();
}
