import { LRUCache } from 'lru-cache';
import type { Clock } from '../domain/clock.js';
import { type AnswerHeaders, retryAfterMs } from './retry-after.js';

/** Who asked to be left alone, and until when. One for all ways out of a process: a site's "not now" binds them all. */
export interface HostHolds {
  /** How much longer nothing is sent to `host:port`, in milliseconds; 0 where it did not ask. */
  leftMs(host: string): number;
  /** A site has said "not now": nothing is sent to it until then, and nobody else has to wait. */
  hear(host: string, headers: AnswerHeaders): number;
}

/** A stranger can name hosts without end; the ones heard last are kept. */
const MAX_HOSTS = 10_000;

export function createHostHolds(clock: Clock): HostHolds {
  const until = new LRUCache<string, number>({ max: MAX_HOSTS });
  return {
    leftMs: (host) => Math.max(0, (until.get(host) ?? 0) - clock().getTime()),
    hear(host, headers) {
      const ms = retryAfterMs(headers, clock);
      until.set(host, clock().getTime() + ms);
      return ms;
    },
  };
}
