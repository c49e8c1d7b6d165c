import { PlatformFailureError, RateLimitedError, TargetUnavailableError } from '../domain/collecting.js';
import { PermanentError, RetryableError } from '../domain/errors.js';
import type { MissingItem } from '../domain/evidence.js';
import { CAPTURE, CAPTURE_FAULTS } from '../words/adapters/evidence.js';
import { sayError, sayIn } from '../words/say.js';

const say = sayIn('id');

export type MissingReason = MissingItem['reason'];

/** The page could not be seen this time. On the last try it is written down as missing, with the same words. */
export class PageFaultError extends RetryableError {
  constructor(
    readonly reason: MissingReason,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(...sayError(CAPTURE_FAULTS.notYet, 'id', { reason, detail }), options);
  }
}

/** The page will never show the act to us, or we will not open it. Never leaves this room: it becomes `missing`. */
export class PageClosedError extends PermanentError {
  constructor(
    readonly reason: MissingReason,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(...sayError(CAPTURE_FAULTS.closed, 'id', { reason, detail }), options);
  }
}

/** The program is stopping. The capture starts anew elsewhere. */
export class CaptureInterruptedError extends RetryableError {
  constructor() {
    super(...sayError(CAPTURE_FAULTS.interrupted, 'id'));
  }
}

/** What the way out says of a site, in the words of a capture; anything else as it is. */
export function pageErrorOf(error: unknown): unknown {
  const options = { cause: error };
  if (error instanceof RateLimitedError) return new PageFaultError('unreachable', say(CAPTURE.askedToWait), options);
  if (error instanceof PlatformFailureError) {
    return new PageFaultError(error.reason === 'timeout' ? 'timeout' : 'unreachable', error.detail, options);
  }
  if (!(error instanceof TargetUnavailableError)) return error;
  if (error.reason === 'robots') return closedByRobots(options);
  // A name that nobody knows today may be known tomorrow.
  if (error.reason === 'gone') return new PageFaultError('unreachable', error.detail, options);
  return new PageClosedError('failed', error.detail, options);
}

export function closedByRobots(options?: ErrorOptions): PageClosedError {
  return new PageClosedError('robots', say(CAPTURE.robots), options);
}
