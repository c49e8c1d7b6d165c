import type { Account } from '../domain/account.js';
import type { CollectedActivity } from '../domain/activity.js';
import type { Clock } from '../domain/clock.js';
import type { AccountRepository } from '../storage/account-repository.js';
import type { ActivityRepository } from '../storage/activity-repository.js';
import type { ImportDeps } from './import-activities.js';
import { persist } from './persist.js';

export interface TryImportDeps {
  readonly accounts: Pick<AccountRepository, 'findAccountsByHandle'>;
  readonly activities: Pick<ActivityRepository, 'findKnownIds'>;
  readonly activityId: (account: Account, activity: CollectedActivity) => string;
  readonly clock: Clock;
}

/** An import that looks and writes nothing: no act, no coverage, no entry of the log. Acts are counted, not judged. */
export function tryImportDeps({ accounts, activities, activityId, clock }: TryImportDeps): ImportDeps {
  const counted = new Set<string>();
  return {
    accounts,
    activityId,
    clock,
    coverage: { recordCoverage: async () => {} },
    audit: { appendEntry: async () => {} },
    async takeIn(acts) {
      const fresh = [...new Set(acts.map(({ id }) => id))].filter((id) => !counted.has(id));
      for (const id of fresh) counted.add(id);
      const known = new Set(await persist(() => activities.findKnownIds(fresh)));
      const newActivities = fresh.filter((id) => !known.has(id)).length;
      return { newActivities, knownActivities: acts.length - newActivities, flagIds: [], setAside: [] };
    },
  };
}
