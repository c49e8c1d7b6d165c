import { formatHead } from '../domain/audit-outside.js';
import { type KeptTimestamp, timestampEvent } from '../domain/audit-timestamps.js';
import type { Clock } from '../domain/clock.js';
import { LOG_ZONE, localDay } from '../domain/region.js';
import type { StampText } from '../reach/timestamp-authority.js';
import type { AuditRepository } from '../storage/audit-repository.js';
import type { TimestampRepository } from '../storage/timestamp-repository.js';

export interface StampHeadDeps {
  readonly audit: Pick<AuditRepository, 'getHead' | 'appendEntry'>;
  readonly timestamps: Pick<TimestampRepository, 'saveTimestampOnce' | 'findLatestTimestamp'>;
  readonly stamp: StampText;
  readonly clock: Clock;
}

/** Has the end of the log stamped; `undefined` where it is empty. The token is kept before the log tells of it. */
export async function stampHead({
  audit,
  timestamps,
  stamp,
  clock,
}: StampHeadDeps): Promise<KeptTimestamp | undefined> {
  const end = await audit.getHead();
  if (end.seq === 0) return undefined;
  const head = formatHead(end);
  const kept = { seq: end.seq, head, ...(await stamp(head)) };
  const { isNew } = await timestamps.saveTimestampOnce(kept);
  if (isNew) await audit.appendEntry(timestampEvent(kept, clock()));
  return kept;
}

/** The same, where this day has none yet. Safe to repeat. */
export async function stampHeadDaily(deps: StampHeadDeps): Promise<KeptTimestamp | undefined> {
  const latest = await deps.timestamps.findLatestTimestamp();
  const isOfToday = latest !== undefined && localDay(latest.at, LOG_ZONE) === localDay(deps.clock(), LOG_ZONE);
  return isOfToday ? undefined : stampHead(deps);
}
