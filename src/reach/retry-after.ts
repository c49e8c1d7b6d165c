import type { Clock } from '../domain/clock.js';

const DEFAULT_MS = 60_000;
const MAX_MS = 3_600_000;

/**
 * How long the server wants us away, 1 second to 1 hour: `Retry-After` in seconds or as a date, else Bluesky's
 * `RateLimit-Reset` in Unix seconds, else a minute.
 */
export function retryAfterMs(headers: Headers, clock: Clock): number {
  const wanted = fromRetryAfter(headers.get('retry-after'), clock) ?? fromReset(headers.get('ratelimit-reset'), clock);
  return Math.min(MAX_MS, Math.max(1000, wanted ?? DEFAULT_MS));
}

function fromRetryAfter(value: string | null, clock: Clock): number | undefined {
  if (value === null) return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : at - clock().getTime();
}

function fromReset(value: string | null, clock: Clock): number | undefined {
  if (value === null || !/^\d{1,12}$/.test(value.trim())) return undefined;
  return Number(value) * 1000 - clock().getTime();
}
