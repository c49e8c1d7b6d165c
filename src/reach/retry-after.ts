import type { Clock } from '../domain/clock.js';
import { readInstant } from '../domain/instant.js';

/** As Node and the browser give them: names in lower case. */
export type AnswerHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

const DEFAULT_MS = 60_000;
/** Who wants more is asked again after a day: a date far away may be a fault, and a ledger is of a day. */
const MAX_MS = 86_400_000;

/**
 * How long the server wants us away, 1 second to 1 day: `Retry-After` in seconds or as a date, else Bluesky's
 * `RateLimit-Reset` in Unix seconds, else Mastodon's `X-RateLimit-Reset` as an instant, else a minute.
 */
export function retryAfterMs(headers: AnswerHeaders, clock: Clock): number {
  const wanted =
    fromRetryAfter(headers['retry-after'], clock) ??
    fromReset(headers['ratelimit-reset'], clock) ??
    fromInstant(headers['x-ratelimit-reset'], clock);
  return Math.min(MAX_MS, Math.max(1000, wanted ?? DEFAULT_MS));
}

function fromRetryAfter(value: AnswerHeaders[string], clock: Clock): number | undefined {
  if (typeof value !== 'string' || value.length > 64) return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : at - clock().getTime();
}

function fromReset(value: AnswerHeaders[string], clock: Clock): number | undefined {
  if (typeof value !== 'string' || !/^\d{1,12}$/.test(value.trim())) return undefined;
  return Number(value) * 1000 - clock().getTime();
}

function fromInstant(value: AnswerHeaders[string], clock: Clock): number | undefined {
  const at = typeof value === 'string' && value.length <= 64 ? readInstant(value) : undefined;
  return at && at.getTime() - clock().getTime();
}
