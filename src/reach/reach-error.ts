import { PlatformFailureError, RateLimitedError, TargetUnavailableError } from '../domain/collecting.js';
import { REACH } from '../words/adapters/reach.js';
import { sayIn } from '../words/say.js';
import { RefusedAddressError } from './way-out.js';

const say = sayIn('id');

export interface Limits {
  readonly caller: AbortSignal;
  readonly timeout: AbortSignal;
  readonly timeoutMs: number;
}

/** What a failed request means, by whose class it is known whether to come back. */
export function reachErrorOf(error: unknown, { caller, timeout, timeoutMs }: Limits): unknown {
  if (caller.aborted) return caller.reason;
  const options = { cause: error };
  if (timeout.aborted) return new PlatformFailureError('timeout', say(REACH.tooSlow, { ms: timeoutMs }), options);
  if (error instanceof RefusedAddressError) return refusedError(options);
  if (KNOWN.some((known) => error instanceof known)) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOTFOUND') return new TargetUnavailableError('gone', say(REACH.noSuchSite), options);
  if (code.startsWith('Z_')) return new PlatformFailureError('unreadable', say(REACH.brokenAnswer, { code }), options);
  return new PlatformFailureError('unreachable', `${say(REACH.noConnection)}${code && ` (${code})`}`, options);
}

const KNOWN = [RateLimitedError, PlatformFailureError, TargetUnavailableError];

export function refusedError(options?: ErrorOptions): TargetUnavailableError {
  return new TargetUnavailableError('not_public', say(REACH.innerAddress), options);
}
