import type { IncomingMessage } from 'node:http';
import type { Clock } from '../domain/clock.js';
import { PlatformFailureError } from '../domain/collecting.js';
import { createRobotsRules, type RobotsRules } from '../domain/robots.js';
import { createPublicRequest, type PublicRequest, unpackedBody } from './public-request.js';
import { type Limits, reachErrorOf } from './reach-error.js';
import { ROBOT_NAME } from './user-agent.js';
import type { WayOut } from './way-out.js';

export interface RobotsOptions extends WayOut {
  readonly userAgent: string;
  readonly clock: Clock;
}

/** RFC 9309 2.5: at least 500 kibibytes. */
const MAX_BYTES = 512 * 1024;
/** RFC 9309 2.3.1.2: after five redirects the file counts as not there. */
const MAX_REDIRECTS = 5;
const TIMEOUT_MS = 10_000;

/**
 * Asks each site once an hour whether its owner lets us read. No file (4xx) allows all; a server that fails (5xx) or
 * asks for patience throws what a retry may mend. One may serve all readers, so that a site is asked once.
 */
export function createRobots(options: RobotsOptions): RobotsRules {
  const ask = createPublicRequest(options);
  return createRobotsRules({
    userAgent: ROBOT_NAME,
    clock: options.clock,
    readRobots: (place, signal) => readRobots(ask, { ...options, place }, signal),
  });
}

async function readRobots(
  ask: PublicRequest,
  { place, userAgent }: RobotsOptions & { place: URL },
  caller: AbortSignal,
): Promise<string> {
  const limits: Limits = { caller, timeout: AbortSignal.timeout(TIMEOUT_MS), timeoutMs: TIMEOUT_MS };
  const signal = AbortSignal.any([limits.caller, limits.timeout]);
  try {
    const answer = await ask(place, { headers: { 'user-agent': userAgent }, signal, maxRedirects: MAX_REDIRECTS });
    const status = answer?.statusCode ?? 404;
    if (answer && status >= 200 && status < 300) return await readStart(answer);
    answer?.destroy();
    if (status >= 500) throw new PlatformFailureError('unreachable', `robots.txt: HTTP ${status}`);
    return '';
  } catch (error) {
    throw reachErrorOf(error, limits);
  }
}

/** The first part of a file that is too long; its rules hold all the same. */
async function readStart(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of unpackedBody(answer) as AsyncIterable<Buffer>) {
    parts.push(part);
    bytes += part.length;
    if (bytes >= MAX_BYTES) break;
  }
  return Buffer.concat(parts).subarray(0, MAX_BYTES).toString('utf8');
}
