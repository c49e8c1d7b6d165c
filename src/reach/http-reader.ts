import type { IncomingMessage } from 'node:http';
import type { Clock } from '../domain/clock.js';
import { PlatformFailureError, TargetUnavailableError } from '../domain/collecting.js';
import { REACH } from '../words/adapters/reach.js';
import { sayIn } from '../words/say.js';
import { createPublicRequest, unpackedBody } from './public-request.js';
import { type Limits, reachErrorOf } from './reach-error.js';
import type { WayOut } from './way-out.js';

const say = sayIn('id');

export interface HttpReaderOptions extends WayOut {
  readonly clock: Clock;
  readonly userAgent: string;
  /** For one request, body included. */
  readonly timeoutMs?: number | undefined;
  readonly maxBytes?: number | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * Reads public addresses for every collector. Answers of 2xx, 3xx (after redirects) and 4xx come back as they are;
 * 429 throws `RateLimitedError`; 5xx, no answer, too slow and too large throw `PlatformFailureError` with reason
 * `unreachable`, `timeout` or `unreadable`. An abort by the caller throws its own reason.
 */
export interface HttpReader {
  readText(url: URL, signal: AbortSignal): Promise<HttpAnswer>;
}

const MAX_REDIRECTS = 3;
const ACCEPT = 'application/json, text/plain;q=0.9, */*;q=0.1';

export function createHttpReader(options: HttpReaderOptions): HttpReader {
  const { timeoutMs = 15_000, maxBytes = 5_000_000, userAgent } = options;
  const ask = createPublicRequest(options);

  return {
    async readText(url, caller) {
      const limits: Limits = { caller, timeout: AbortSignal.timeout(timeoutMs), timeoutMs };
      const signal = AbortSignal.any([limits.caller, limits.timeout]);
      const headers = { 'user-agent': userAgent, accept: ACCEPT };
      try {
        const answer = await ask(url, { headers, signal, maxRedirects: MAX_REDIRECTS });
        if (!answer) throw new TargetUnavailableError('unreadable', say(REACH.redirects));
        const status = statusOf(answer);
        return { status, text: await readBody(answer, maxBytes) };
      } catch (error) {
        throw reachErrorOf(error, limits);
      }
    },
  };
}

/** Throws for answers that say nothing of what was asked for. */
function statusOf(answer: IncomingMessage): number {
  const status = answer.statusCode ?? 0;
  if (status < 500) return status;
  answer.destroy();
  throw new PlatformFailureError('unreachable', say(REACH.answered, { status }));
}

/** Counts bytes after unpacking, so that a small archive cannot fill the memory. */
async function readBody(answer: IncomingMessage, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of unpackedBody(answer) as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new PlatformFailureError('unreadable', say(REACH.answerTooLarge, { maxBytes }));
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
