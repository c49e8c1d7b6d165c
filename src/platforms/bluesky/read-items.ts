import pLimit from 'p-limit';
import type { CollectionPlan } from './plans.js';
import type { ReadAct } from './read-record.js';
import type { FindTarget, Targets } from './targets.js';
import type { Visit } from './visit.js';

/** One record to be read. `firstSeenAt`: now, or when it first had to wait. */
export interface Item {
  readonly item: unknown;
  readonly key: string | undefined;
  readonly firstSeenAt: Date;
}

/** `no_budget`: its look-ups have to wait for another visit. */
export type ItemOutcome = ReadAct | 'unreadable' | 'no_budget';

class NoBudgetError extends Error {}

// Polite to other people's servers, and still quick for a page of a hundred likes.
const READ_AT_ONCE = 4;

/** Side by side, so that look-ups overlap; started in order, so that the budget is spent on the first of them. */
export async function readItems(
  visit: Visit,
  plan: CollectionPlan,
  run: { items: readonly Item[]; isBudgetLeft(): boolean },
) {
  const limit = pLimit(READ_AT_ONCE);
  try {
    return await Promise.all(run.items.map((item) => limit(() => readItem(visit, plan, { item, ...run }))));
  } catch (error) {
    limit.clearQueue();
    throw error;
  }
}

async function readItem(
  visit: Visit,
  plan: CollectionPlan,
  { item, isBudgetLeft }: { item: Item; isBudgetLeft(): boolean },
): Promise<ItemOutcome> {
  visit.abort.throwIfAborted();
  const { owner, handle, appUrl } = visit;
  const targets = withinBudget(visit.targets, isBudgetLeft);
  try {
    const { firstSeenAt } = item;
    return (await plan.read(item.item, { owner, handle, appUrl, targets, firstSeenAt })) ?? 'unreadable';
  } catch (error) {
    if (error instanceof NoBudgetError) return 'no_budget';
    throw error;
  }
}

/** A record whose first look-up was granted gets all it needs: half a record read would be read for ever. */
function withinBudget(targets: Targets, isBudgetLeft: () => boolean): FindTarget {
  let isGranted = false;
  const grant = () => {
    isGranted ||= isBudgetLeft();
    if (!isGranted) throw new NoBudgetError();
  };
  return {
    async findRecord(uri) {
      grant();
      return targets.findRecord(uri);
    },
    async findAccount(did) {
      grant();
      return targets.findAccount(did);
    },
  };
}
