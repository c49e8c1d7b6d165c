import type { IncomingMessage } from 'node:http';
import type { Clock } from '../domain/clock.js';
import type { RobotsRules } from '../domain/robots.js';
import { askHops } from './ask-hops.js';
import { createPublicRequest, type PublicRequest, unpackedBody } from './public-request.js';
import { type Limits, reachErrorOf } from './reach-error.js';
import type { AnswerHeaders } from './retry-after.js';
import type { WayOut } from './way-out.js';

export interface AnswerReaderOptions extends WayOut {
  readonly clock: Clock;
  readonly userAgent: string;
  readonly robots: RobotsRules;
  /** What sites are asked to write in; their own words are what is looked for. */
  readonly language: string;
  readonly timeoutMs?: number | undefined;
}

/** One answer as it came, whatever its status. */
export interface PageAnswer {
  readonly status: number;
  /** Where it was found, or where it would have led and nobody asked (`isLedAway`). */
  readonly url: URL;
  readonly isLedAway: boolean;
  readonly headers: AnswerHeaders;
  /** The beginning, where there is more. */
  readonly text: string;
  readonly family: 'ipv4' | 'ipv6' | undefined;
}

export interface PageAsking {
  readonly accept: string;
  /** An address that says all by itself, such as a log-in page's: it is not asked for. */
  readonly isEnd: (url: URL) => boolean;
}

/**
 * Asks one address without cookies, robots.txt first, each redirect judged anew. Throws `RateLimitedError`,
 * `TargetUnavailableError` (`robots`, `not_public`, `gone`: no such name) and `PlatformFailureError` (no answer).
 */
export type ReadAnswer = (url: URL, asking: PageAsking, signal: AbortSignal) => Promise<PageAnswer>;

const TIMEOUT_MS = 15_000;
/** Pages of platforms are a megabyte; what matters stands before the second. */
const MAX_BYTES = 2_000_000;

export function createAnswerReader(options: AnswerReaderOptions): ReadAnswer {
  const { timeoutMs = TIMEOUT_MS } = options;
  const ask = createPublicRequest(options);
  return async (url, asking, caller) => {
    const limits: Limits = { caller, timeout: AbortSignal.timeout(timeoutMs), timeoutMs };
    const signal = AbortSignal.any([limits.caller, limits.timeout]);
    try {
      return await follow(ask, { ...options, url, asking }, signal);
    } catch (error) {
      throw reachErrorOf(error, limits);
    }
  };
}

interface Errand extends AnswerReaderOptions {
  readonly url: URL;
  readonly asking: PageAsking;
}

async function follow(ask: PublicRequest, errand: Errand, signal: AbortSignal): Promise<PageAnswer> {
  const { asking, robots, userAgent, language } = errand;
  const headers = { 'user-agent': userAgent, accept: asking.accept, 'accept-language': language };
  const way = { url: errand.url, headers, robots, signal, isEnd: asking.isEnd };
  const { answer, url, isLedAway } = await askHops(ask, way);
  return { ...told(answer), url, isLedAway, text: isLedAway ? '' : await readStart(answer) };
}

function told(answer: IncomingMessage): Pick<PageAnswer, 'status' | 'headers' | 'family'> {
  const family = answer.socket.remoteFamily?.toLowerCase();
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    family: family === 'ipv4' || family === 'ipv6' ? family : undefined,
  };
}

/** Counted after unpacking. */
async function readStart(answer: IncomingMessage): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of unpackedBody(answer) as AsyncIterable<Buffer>) {
    text += decoder.decode(chunk.subarray(0, MAX_BYTES - bytes), { stream: true });
    bytes += chunk.byteLength;
    if (bytes >= MAX_BYTES) break;
  }
  return text + decoder.decode();
}
