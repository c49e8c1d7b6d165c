import type { IncomingMessage } from 'node:http';
import { PlatformFailureError, TargetUnavailableError } from '../domain/collecting.js';
import type { RobotsRules } from '../domain/robots.js';
import { REACH } from '../words/adapters/reach.js';
import { sayIn } from '../words/say.js';
import type { PublicRequest } from './public-request.js';

const say = sayIn('id');

interface Errand {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly robots: RobotsRules;
  readonly signal: AbortSignal;
  /** An address that says all by itself: it is not asked for. */
  readonly isEnd?: (next: URL) => boolean;
}

interface LastHop {
  /** Of which nothing was read; it is destroyed where the way ends at an address that nobody asks. */
  readonly answer: IncomingMessage;
  readonly url: URL;
  readonly isLedAway: boolean;
}

const MAX_HOPS = 3;

/** The last answer on the way of redirects, robots.txt asked and each hop judged anew. Throws for too many of them. */
export async function askHops(ask: PublicRequest, errand: Errand): Promise<LastHop> {
  const { headers, robots, signal, isEnd = () => false } = errand;
  let { url } = errand;
  for (let hop = 0; hop <= MAX_HOPS; hop += 1) {
    if (!(await robots(url, signal))) throw new TargetUnavailableError('robots', say(REACH.robots));
    const answer = await ask(url, { headers, signal, maxRedirects: 0, handsBackRedirects: true });
    if (answer === undefined) break;
    const next = nextHopOf(answer, url);
    if (next === undefined) return { answer, url, isLedAway: false };
    answer.destroy();
    if (isEnd(next)) return { answer, url: next, isLedAway: true };
    url = next;
  }
  throw new PlatformFailureError('unreadable', say(REACH.redirects));
}

/** Where an answer hands on to. What stands before the host in an address would be sent as a name and a password. */
function nextHopOf(answer: IncomingMessage, from: URL): URL | undefined {
  const { statusCode = 0, headers } = answer;
  const { location } = headers;
  if (statusCode < 300 || statusCode > 399 || location === undefined || !URL.canParse(location, from.href))
    return undefined;
  const next = new URL(location, from);
  next.username = '';
  next.password = '';
  return next;
}
