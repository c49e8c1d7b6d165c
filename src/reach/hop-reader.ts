import type { Clock } from '../domain/clock.js';
import { TargetUnavailableError } from '../domain/collecting.js';
import type { RobotsRules } from '../domain/robots.js';
import { REACH } from '../words/adapters/reach.js';
import { say } from '../words/say.js';
import { createPublicRequest } from './public-request.js';
import { type Limits, reachErrorOf } from './reach-error.js';
import type { WayOut } from './way-out.js';

export interface HopReaderOptions extends WayOut {
  readonly clock: Clock;
  readonly userAgent: string;
  readonly robots: RobotsRules;
}

/**
 * Where an address hands on to, asked once and without cookies: nothing where it answers with a page. What comes behind
 * the redirect is not asked for. Throws what an `HttpReader` throws, and `TargetUnavailableError('robots')`.
 */
export type ReadHop = (url: URL, signal: AbortSignal) => Promise<URL | undefined>;

const TIMEOUT_MS = 10_000;

export function createHopReader(options: HopReaderOptions): ReadHop {
  const ask = createPublicRequest(options);
  return async (url, caller) => {
    const limits: Limits = { caller, timeout: AbortSignal.timeout(TIMEOUT_MS), timeoutMs: TIMEOUT_MS };
    const signal = AbortSignal.any([limits.caller, limits.timeout]);
    try {
      if (!(await options.robots(url, signal))) throw new TargetUnavailableError('robots', say(REACH.robots, 'id'));
      const headers = { 'user-agent': options.userAgent, accept: 'text/html;q=0.9, */*;q=0.1' };
      const answer = await ask(url, { headers, signal, maxRedirects: 0, handsBackRedirects: true });
      answer?.destroy();
      const location = answer?.headers.location;
      const isRedirect = Math.floor((answer?.statusCode ?? 0) / 100) === 3;
      return isRedirect && location !== undefined && URL.canParse(location, url.href)
        ? new URL(location, url)
        : undefined;
    } catch (error) {
      throw reachErrorOf(error, limits);
    }
  };
}
