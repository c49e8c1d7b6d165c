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

/** Some 50 ms. An ordinary file and address take a thousandth of it; a file of half a megabyte of `*` may not. */
const MAX_STEPS = 10_000_000;

/** Read in some 30 ms: more plain rules than half a megabyte holds, unless somebody makes them as short as can be. */
const MAX_LINES = 32_000;
const CLOSED = 'User-agent: *\nDisallow: /';

interface Kept {
  readonly rules: ReturnType<typeof robotsParser>;
  /** Steps for each character of an address, at the most. */
  readonly cost: number;
  readonly until: number;
}

/** RFC 9309: asks each site once an hour, and decides by its rules. One that could not be read is asked again. */
export function createRobotsRules({ userAgent, clock, readRobots }: RobotsDeps): RobotsRules {
  const kept = new LRUCache<string, Kept>({ max: MAX_SITES });
  return async (url, signal) => {
    const place = new URL('/robots.txt', url);
    const now = clock().getTime();
    let entry = kept.get(place.href);
    if (!entry || entry.until <= now) {
      const lines = forUs(await readRobots(place, signal), userAgent);
      const isTooMuch = lines.length > MAX_LINES;
      const rules = robotsParser(place.href, isTooMuch ? CLOSED : lines.join('\n'));
      entry = { rules, cost: isTooMuch ? 0 : costOf(lines), until: now + KEPT_MS };
      kept.set(place.href, entry);
    }
    // What cannot be weighed in a moment is not read: a "no" may stand in it.
    if (entry.cost * (url.pathname.length + url.search.length) > MAX_STEPS) return false;
    return entry.rules.isAllowed(url.href, userAgent) !== false;
  };
}

const RULE = /^\s*(?:dis)?allow\s*:/i;
const AGENT = /^\s*user-agent\s*:\s*([^#]*)/i;

/**
 * The lines of the file that speak to us: whoever names ten thousand robots before ten thousand rules would have us keep
 * each rule for each of them.
 */
function forUs(text: string, userAgent: string): string[] {
  const kept: string[] = [];
  let group = new Set<string>();
  let hasRules = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const named = AGENT.exec(line)?.[1]?.split('/')[0]?.trim().toLowerCase();
    if (named === undefined) {
      if (!RULE.test(line)) continue;
      hasRules = true;
      if (group.size > 0) kept.push(line);
      continue;
    }
    if (hasRules) group = new Set();
    hasRules = false;
    if ((named !== '*' && named !== userAgent.toLowerCase()) || group.has(named)) continue;
    group.add(named);
    kept.push(`User-agent: ${named}`);
  }
  return kept;
}

/** Of a rule without a wildcard: the library makes room for the whole address before it looks at the first sign. */
const COST_OF_PLAIN = 0.5;

/** Characters of rules with a wildcard: each may look at the whole address. */
function costOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + (line.includes('*') ? line.length : COST_OF_PLAIN), 0);
}
