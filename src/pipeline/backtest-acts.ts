import type { Flag, Verdict } from '../domain/flag.js';
import type { AccountRepository } from '../storage/account-repository.js';
import type { ActivityRepository } from '../storage/activity-repository.js';
import type { FlagRepository } from '../storage/flag-repository.js';
import type { BacktestAct } from './backtest.js';
import { storedResultOf } from './replay.js';
import { toScreenInput } from './screen-activities.js';

export interface KeptActsDeps {
  readonly flags: Pick<FlagRepository, 'stream'>;
  readonly activities: Pick<ActivityRepository, 'findManyMarked'>;
  readonly accounts: Pick<AccountRepository, 'findMany'>;
}

/** What could not be judged again, by reason. */
export interface KeptActsSkips {
  /** The act's content is not kept any more. */
  contentGone: number;
}

const BATCH = 500;

/**
 * Every act whose content is kept, which are the marked ones only: an unmarked act leaves no content behind. Each
 * with the verdict in force and the region and position it was judged with.
 */
export async function* readKeptActs(
  deps: KeptActsDeps,
  { since, skips }: { since?: Date; skips: KeptActsSkips },
): AsyncGenerator<BacktestAct[]> {
  let flags: Flag[] = [];
  for await (const flag of deps.flags.stream(since ? { actedSince: since } : {})) {
    flags.push(flag);
    if (flags.length < BATCH) continue;
    yield await actsOf(deps, flags, skips);
    flags = [];
  }
  if (flags.length > 0) yield await actsOf(deps, flags, skips);
}

async function actsOf(deps: KeptActsDeps, flags: readonly Flag[], skips: KeptActsSkips): Promise<BacktestAct[]> {
  const contents = await deps.activities.findManyMarked(flags.map((flag) => flag.activityId));
  const byId = new Map(contents.map((activity) => [activity.id, activity]));
  const positions = await positionsOf(deps, flags);
  return flags.flatMap((flag) => {
    const activity = byId.get(flag.activityId);
    if (!activity) {
      skips.contentGone += 1;
      return [];
    }
    const position = flag.position ?? positions.get(flag.accountId) ?? '';
    const input = toScreenInput({ id: flag.accountId, region: flag.region, position }, activity);
    const verdict = verdictOf(flag);
    return [{ input, judged: storedResultOf(flag), ...(verdict && { verdict }) }];
  });
}

/** Flags made before positions were kept fall back on the registry. */
async function positionsOf(deps: KeptActsDeps, flags: readonly Flag[]): Promise<ReadonlyMap<string, string>> {
  const unknown = flags.filter((flag) => flag.position === undefined).map((flag) => flag.accountId);
  if (unknown.length === 0) return new Map();
  const accounts = await deps.accounts.findMany([...new Set(unknown)]);
  return new Map(accounts.map((account) => [account.id, account.position]));
}

/** The one in force; `undefined` before the first. */
export function verdictOf({ reviews }: Pick<Flag, 'reviews'>): Verdict | undefined {
  return reviews.at(-1)?.verdict;
}
