import type { Clock } from '../../domain/clock.js';
import { ChangedMeanwhileError } from '../../domain/errors.js';
import type { Report } from '../../domain/report.js';
import { tieReport } from '../../domain/report-moves.js';
import type { AccountRepository } from '../../storage/account-repository.js';
import type { ReportRepository } from '../../storage/report-repository.js';
import { findAuthor } from './bring-report.js';

export interface TieWaitingDeps {
  readonly reports: Pick<ReportRepository, 'listReports' | 'saveMove'>;
  readonly accounts: Pick<AccountRepository, 'findAccountsByHandle'>;
  readonly clock: Clock;
}

/** Of the log: the registry's owner registered the account, the tie follows from the link. */
const ACTOR = 'system:registry';
const PAGE = 200;

/**
 * Ties each report that waits for the registry to the account that its own link names, once that is registered; its link
 * is due to be looked behind again. Whose act it is without such a link stays a question for a person. How many were
 * tied; what somebody moves meanwhile is theirs.
 */
export async function tieWaitingReports(deps: TieWaitingDeps): Promise<number> {
  let tied = 0;
  for (let cursor: string | undefined; ; ) {
    // Cut before anything of it is moved, so that the cursor goes on from reports that have left the list.
    const page = await deps.reports.listReports({ states: ['waits_for_registry'] }, { limit: PAGE, cursor });
    for (const report of page.reports) if (await tie(deps, report)) tied += 1;
    cursor = page.nextCursor;
    if (cursor === undefined) return tied;
  }
}

async function tie(deps: TieWaitingDeps, report: Report): Promise<boolean> {
  const author = await findAuthor(deps, report);
  if (!author) return false;
  try {
    await deps.reports.saveMove(tieReport(report, report.version, author), { by: ACTOR, at: deps.clock() });
    return true;
  } catch (error) {
    if (error instanceof ChangedMeanwhileError) return false;
    throw error;
  }
}
