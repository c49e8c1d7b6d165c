import { isToSettle } from '../../domain/blind-review.js';
import type { Report } from '../../domain/report.js';
import type { User } from '../../domain/user.js';
import type { ConsoleDeps } from '../deps.js';
import { Refusal } from './refusal.js';
import { reachOf } from './scope.js';

/**
 * A report that this person may check: of an account of their offices, or of nobody known yet. Whoever has no office has
 * none of these either. Any other one does not exist for them.
 */
export async function getVisibleReport(deps: ConsoleDeps, user: User, id: string): Promise<Report> {
  const [report, reach] = await Promise.all([deps.reportDesk.reports.findReport(id), reachOf(deps, user)]);
  if (!report || !isWithin(report, reach)) throw new Refusal('not_found');
  await refuseBeforeSettling(deps, user, report);
  return report;
}

/** What was brought says which ticket an act speaks of: whoever settles between two verdicts on it reads it afterwards. */
async function refuseBeforeSettling(deps: ConsoleDeps, user: User, { flagId }: Report): Promise<void> {
  const flag = flagId === undefined ? undefined : await deps.flags.findFlag(flagId);
  if (flag && isToSettle(flag, user)) throw new Refusal('settle_first');
}

export function isWithin({ officeCode }: Pick<Report, 'officeCode'>, reach: readonly string[] | undefined): boolean {
  if (reach === undefined) return true;
  return officeCode === undefined ? reach.length > 0 : reach.includes(officeCode);
}
