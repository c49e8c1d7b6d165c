import type { IncomingMessage } from 'node:http';
import type { Clock } from '../domain/clock.js';
import { PlatformFailureError, TargetUnavailableError } from '../domain/collecting.js';
import type { NotObservableReason } from '../domain/coverage.js';
import type { RobotsRules } from '../domain/robots.js';
import { REACH } from '../words/adapters/reach.js';
import { sayIn } from '../words/say.js';
import { askHops } from './ask-hops.js';
import { createPublicRequest, unpackedBody } from './public-request.js';
import { type Limits, reachErrorOf } from './reach-error.js';
import type { WayOut } from './way-out.js';

const say = sayIn('id');

export interface FileReaderOptions extends WayOut {
  readonly clock: Clock;
  readonly userAgent: string;
  readonly robots: RobotsRules;
  /** What is asked for, as a list of media types. The answer's own type is believed by nobody. */
  readonly accept: string;
  /** For one file, all hops and the body included. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** More than `maxBytes`, packed or unpacked; what came of it is thrown away. */
export class FileTooLargeError extends PlatformFailureError {}

/**
 * The bytes of one public file, whole: robots.txt first, no cookies, each redirect judged anew. Throws
 * `FileTooLargeError`, `RateLimitedError`, `TargetUnavailableError` (`robots`, `not_public`, `login_wall`, `gone`) and
 * `PlatformFailureError`; an abort by the caller throws its own reason.
 */
export type ReadFile = (url: URL, signal: AbortSignal) => Promise<Uint8Array>;

export function createFileReader(options: FileReaderOptions): ReadFile {
  const { timeoutMs, robots, userAgent, accept } = options;
  const headers = { 'user-agent': userAgent, accept };
  const ask = createPublicRequest(options);
  return async (url, caller) => {
    const limits: Limits = { caller, timeout: AbortSignal.timeout(timeoutMs), timeoutMs };
    const signal = AbortSignal.any([limits.caller, limits.timeout]);
    try {
      signal.throwIfAborted();
      const { answer } = await askHops(ask, { url, headers, robots, signal });
      return await readWhole(found(answer), options.maxBytes);
    } catch (error) {
      throw reachErrorOf(error, limits);
    }
  };
}

const CLOSED: Readonly<Record<number, NotObservableReason>> = { 401: 'login_wall', 403: 'not_public' };

/** Throws for answers that are not the file. */
function found(answer: IncomingMessage): IncomingMessage {
  const status = answer.statusCode ?? 0;
  if (status >= 200 && status < 300) return answer;
  answer.destroy();
  const detail = say(REACH.answered, { status });
  if (status >= 500) throw new PlatformFailureError('unreachable', detail);
  throw new TargetUnavailableError(CLOSED[status] ?? 'gone', detail);
}

/** Counted after unpacking, so that a small archive cannot fill the memory; what says that it is larger is not begun. */
async function readWhole(answer: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () => new FileTooLargeError('unreadable', say(REACH.answerTooLarge, { maxBytes }));
  if (Number(answer.headers['content-length'] ?? 0) > maxBytes) {
    answer.destroy();
    throw tooLarge();
  }
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of unpackedBody(answer) as AsyncIterable<Buffer>) {
    bytes += part.byteLength;
    if (bytes > maxBytes) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts, bytes);
}
