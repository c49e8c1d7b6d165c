import type { Rate } from '../domain/interval.js';
import { createMissedTally, type MissedAct, toMissedAct } from '../domain/missed.js';
import type { AccountRepository } from '../storage/account-repository.js';
import type { ActivityRepository } from '../storage/activity-repository.js';
import type { FlagRepository } from '../storage/flag-repository.js';
import type { ReportRepository } from '../storage/report-repository.js';

export interface MissedDeps {
  readonly reports: Pick<ReportRepository, 'findFlagsBrought'>;
  readonly flags: Pick<FlagRepository, 'streamFlags'>;
  readonly activities: Pick<ActivityRepository, 'findAllMarked'>;
  readonly accounts: Pick<AccountRepository, 'findAccounts'>;
}

/** Enough to write rules for. */
const MAX_SHOWN = 200;

/** Reads every decided flag once; of those that people brought by themselves it says what rules had marked. */
export async function readMissedActs(deps: MissedDeps): Promise<{ recall: Rate; missed: MissedAct[] }> {
  const brought = await deps.reports.findFlagsBrought();
  const tally = createMissedTally();
  const flags = [];
  for await (const flag of deps.flags.streamFlags({ state: 'decided' })) {
    if (brought.has(flag.id) && tally.add(flag)) flags.push(flag);
  }
  const shown = flags.slice(-MAX_SHOWN);
  const [acts, accounts] = await Promise.all([
    deps.activities.findAllMarked(shown.map(({ activityId }) => activityId)),
    deps.accounts.findAccounts(shown.map(({ accountId }) => accountId)),
  ]);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const missed = shown.flatMap((flag) => {
    const act = acts.get(flag.activityId);
    const account = byId.get(flag.accountId);
    // Without the registry nobody knows what to mask.
    return act && account ? [toMissedAct(flag, act, account)] : [];
  });
  return { recall: tally.recall(), missed };
}
