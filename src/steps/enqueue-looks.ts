import type { Clock } from '../domain/clock.js';
import type { ReportRepository } from '../storage/report-repository.js';

export interface LooksDeps {
  readonly reports: Pick<ReportRepository, 'listLooksDue'>;
  readonly clock: Clock;
  readonly isQueueIdle: () => Promise<boolean>;
  readonly enqueueLooks: (reportIds: readonly string[]) => Promise<void>;
  /** Younger ones may still be on their way from MongoDB into the queue. */
  readonly graceMs: number;
}

/** What is left comes with the next tick. */
const MOST_A_TICK = 1_000;

/** Links to look behind that the queue does not know of: a pause is over, or Redis lost them. */
export async function enqueueLooksDue(deps: LooksDeps): Promise<{ looks: number }> {
  if (!(await deps.isQueueIdle())) return { looks: 0 };
  const before = new Date(deps.clock().getTime() - deps.graceMs);
  const ids = await deps.reports.listLooksDue({ before, limit: MOST_A_TICK });
  await deps.enqueueLooks(ids);
  return { looks: ids.length };
}
