import { errors, type Response } from 'playwright';
import type { Clock } from '../../domain/clock.js';
import { PlatformFailureError, RateLimitedError, TargetUnavailableError } from '../../domain/collecting.js';
import type { NotObservableReason } from '../../domain/coverage.js';
import type { OpenPage } from '../../reach/open-page.js';
import { retryAfterMs } from '../../reach/retry-after.js';
import { WEB_PAGE } from '../../words/adapters/platforms.js';
import { REACH } from '../../words/adapters/reach.js';
import { sayIn } from '../../words/say.js';
import type { StopReason } from './page-guard.js';

const say = sayIn('id');

export interface Hidden {
  readonly reason: NotObservableReason;
  readonly detail: string;
}

/** `rest` says why there may be more on the page than was read. */
export type PageOutcome =
  | { readonly items: readonly unknown[]; readonly pageUrl: string; readonly rest: Hidden | undefined }
  | { readonly hidden: Hidden };

export function drift(detail: string): PageOutcome {
  return { hidden: { reason: 'drift', detail } };
}

/** What the answer itself says against reading it. Throws what a later visit may mend. */
export function refusalOf(response: Response | null, clock: Clock): Hidden | undefined {
  const status = response?.status() ?? 200;
  if (status < 400) return undefined;
  if (status === 429) throw new RateLimitedError(retryAfterMs(response?.headers() ?? {}, clock));
  const detail = say(REACH.answered, { status });
  if (status >= 500) throw new PlatformFailureError('unreachable', detail);
  if (status === 401) return { reason: 'login_wall', detail };
  return { reason: status === 404 || status === 410 ? 'gone' : 'not_public', detail };
}

/** What a page that could not be read says of itself. Throws what a later visit may mend. */
export function hiddenBy(error: unknown, { gate, documents }: OpenPage, stopped: StopReason | undefined): Hidden {
  const { refusal } = documents;
  if (refusal instanceof TargetUnavailableError) return { reason: refusal.reason, detail: refusal.detail };
  if (refusal !== undefined) throw refusal;
  if (error instanceof PlatformFailureError || error instanceof RateLimitedError) throw error;
  if (stopped === 'too_large' || gate.isOverBudget) return { reason: 'unreadable', detail: say(WEB_PAGE.tooLarge) };
  if (stopped === 'too_long') return { reason: 'timeout', detail: say(WEB_PAGE.endless) };
  if (gate.refused.size > 0) return { reason: 'not_public', detail: say(WEB_PAGE.ledInside) };
  if (error instanceof errors.TimeoutError) return { reason: 'timeout', detail: say(WEB_PAGE.silent) };
  const message = error instanceof Error ? error.message : '';
  if (message.includes('Download is starting')) return { reason: 'unreadable', detail: say(WEB_PAGE.download) };
  const detail = [say(WEB_PAGE.cannotOpen), ...gate.failures.values()].join(', ');
  throw new PlatformFailureError('unreachable', detail, { cause: error });
}
