import { DAY_MS } from './days.js';

/** Clocks of platforms and of ours differ by minutes; what lies further ahead has its time still to come. */
export const MAX_CLOCK_SKEW_MS = 5 * 60_000;
/** Ahead by more than a wrong time zone can explain: nobody's clock says this, somebody made it up. */
export const MAX_WRITTEN_AHEAD_MS = DAY_MS;
/** A written date and the key made with it lie as far apart as a slow clock; a wrong zone is an hour or more. */
export const MAX_WRITTEN_DRIFT_MS = 3_600_000;
/** The first public page of the web: no act that we can read is older. */
const FIRST_PUBLIC_PAGE = Date.parse('1991-08-06T00:00:00Z');

/** Where the time of an act comes from when the date written on it is not believed. */
export const UNWRITTEN_TIMES = ['key', 'first_seen'] as const;
export type UnwrittenTime = (typeof UNWRITTEN_TIMES)[number];

export interface ActTime {
  readonly publishedAt: Date;
  /** Absent where the written date is believed. */
  readonly publishedAtSource?: UnwrittenTime;
}

export interface TimeSigns {
  /** The date written on the act; absent where it cannot be read without guessing its zone. */
  readonly written?: Date;
  /** When the platform's own key of the act was made, if the key tells. */
  readonly keyMadeAt?: Date;
  readonly firstSeenAt: Date;
}

/**
 * When an act was made, by the best sign there is. A key that was made by now is proof, and overrules a written date
 * that lies an hour or more from it. Without a key only an impossible date is disbelieved: the act was there when it
 * was first seen. `undefined` where nothing tells.
 */
export function timeOfAct({ written, keyMadeAt, firstSeenAt }: TimeSigns): ActTime | undefined {
  if (keyMadeAt !== undefined && isPossible(keyMadeAt, firstSeenAt, MAX_CLOCK_SKEW_MS)) {
    const drift = written === undefined ? Number.POSITIVE_INFINITY : Math.abs(written.getTime() - keyMadeAt.getTime());
    return drift < MAX_WRITTEN_DRIFT_MS
      ? { publishedAt: written! }
      : { publishedAt: keyMadeAt, publishedAtSource: 'key' };
  }
  if (written === undefined) return undefined;
  if (isPossible(written, firstSeenAt, MAX_WRITTEN_AHEAD_MS)) return { publishedAt: written };
  return { publishedAt: firstSeenAt, publishedAtSource: 'first_seen' };
}

function isPossible(instant: Date, now: Date, aheadMs: number): boolean {
  const time = instant.getTime();
  return time >= FIRST_PUBLIC_PAGE && time <= now.getTime() + aheadMs;
}
