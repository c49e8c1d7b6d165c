import { LRUCache } from 'lru-cache';
import robotsParserModule from 'robots-parser';
import type { Clock } from './clock.js';

export interface RobotsDeps {
  readonly userAgent: string;
  readonly clock: Clock;
  /** What stands in a site's robots.txt, empty where there is none; throws where the answer cannot be had. */
  readonly readRobots: (place: URL, signal: AbortSignal) => Promise<string>;
}

/** Whether the site's owner lets us read an address. Throws what `readRobots` throws. */
export type RobotsRules = (url: URL, signal: AbortSignal) => Promise<boolean>;

// A CommonJS module: its types say `default`, Node gives the function itself.
const robotsParser = robotsParserModule as unknown as typeof robotsParserModule.default;

/** RFC 9309 2.4 lets a copy be used for a day; an hour lets an owner's "no" be heard sooner. */
const KEPT_MS = 3_600_000;
const MAX_SITES = 1_000;

/** RFC 9309: asks each site once an hour, and decides by its rules. One that could not be read is asked again. */
export function createRobotsRules({ userAgent, clock, readRobots }: RobotsDeps): RobotsRules {
  const kept = new LRUCache<string, { rules: ReturnType<typeof robotsParser>; until: number }>({ max: MAX_SITES });
  return async (url, signal) => {
    const place = new URL('/robots.txt', url);
    const now = clock().getTime();
    let entry = kept.get(place.href);
    if (!entry || entry.until <= now) {
      entry = { rules: robotsParser(place.href, await readRobots(place, signal)), until: now + KEPT_MS };
      kept.set(place.href, entry);
    }
    return entry.rules.isAllowed(url.href, userAgent) !== false;
  };
}
