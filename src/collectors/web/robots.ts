import robotsParser from 'robots-parser';
import type { Clock } from '../../domain/clock.js';
import type { HttpReader } from '../http/http-reader.js';
import { ROBOT_NAME } from '../http/user-agent.js';

/** RFC 9309 lets a copy be used for a day; an hour lets an owner's "no" be heard sooner. */
const KEEP_MS = 3_600_000;
const MAX_SITES = 1000;

export interface RobotsGate {
  /** Whether the site's owner lets us read the address. Throws as `HttpReader` where the answer cannot be had. */
  allows(url: URL, signal: AbortSignal): Promise<boolean>;
}

// The package is CommonJS with an ES default type; at run time the function itself is imported.
const parse = robotsParser as unknown as (
  url: string,
  text: string,
) => { isDisallowed(url: string, ua: string): boolean | undefined };

export function createRobotsGate(reader: HttpReader, clock: Clock): RobotsGate {
  const known = new Map<string, { readonly until: number; readonly rules: ReturnType<typeof parse> }>();

  async function rulesOf(url: URL, signal: AbortSignal): Promise<ReturnType<typeof parse>> {
    const place = new URL('/robots.txt', url);
    const kept = known.get(place.href);
    if (kept && kept.until > clock().getTime()) return kept.rules;
    const { status, text } = await reader.readText(place, signal);
    // No file, or none for us: RFC 9309 2.3.1.3 takes 4xx as "everything is allowed".
    const rules = parse(place.href, status >= 200 && status < 300 ? text : '');
    if (known.size >= MAX_SITES) known.clear();
    known.set(place.href, { until: clock().getTime() + KEEP_MS, rules });
    return rules;
  }

  return { allows: async (url, signal) => !(await rulesOf(url, signal)).isDisallowed(url.href, ROBOT_NAME) };
}
