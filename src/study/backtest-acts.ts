import type { JudgedContent } from '../domain/activity.js';
import { toScreenInput } from '../domain/screening.js';
import type { AccountRepository } from '../storage/account-repository.js';
import type { ActivityRepository } from '../storage/activity-repository.js';
import type { FlagRepository } from '../storage/flag-repository.js';
import type { FlagVerdict } from '../storage/flag-verdicts.js';
import type { BacktestAct } from './backtest.js';

export interface KeptActsDeps {
  readonly flags: Pick<FlagRepository, 'streamVerdicts'>;
  readonly activities: Pick<ActivityRepository, 'findMarkedBetween'>;
  readonly accounts: Pick<AccountRepository, 'findAccounts'>;
}

/** What could not be judged again, by reason. */
export interface KeptActsSkips {
  /** The act's content is not kept any more. */
  contentGone: number;
}

/**
 * Every act whose content is kept, which are the marked ones only: an unmarked act leaves no content behind. Each
 * with the verdict in force and the region and position it was judged with. Reads one batch ahead.
 */
export function readKeptActs(
  deps: KeptActsDeps,
  { since, skips }: { since?: Date; skips: KeptActsSkips },
): AsyncGenerator<BacktestAct[]> {
  return oneAhead(readBatches(deps, { actedSince: since }, skips));
}

async function* readBatches(
  deps: KeptActsDeps,
  from: { actedSince?: Date },
  skips: KeptActsSkips,
): AsyncGenerator<BacktestAct[]> {
  for await (const flags of deps.flags.streamVerdicts(from)) {
    const range = { first: flags[0]!.id, last: flags.at(-1)!.id, ...from };
    yield toActs(flags, {
      contents: await deps.activities.findMarkedBetween(range),
      positions: await positionsOf(deps, flags),
      skips,
    });
  }
}

/** Two batches in memory: the database works on the next while this one is judged. */
async function* oneAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next();
  try {
    for (;;) {
      const { value, done } = await next;
      if (done) return;
      next = source.next();
      // Told where it is waited for; until then it must not end the program.
      next.catch(() => {});
      yield value;
    }
  } finally {
    await source.return(undefined);
  }
}

function toActs(
  flags: readonly FlagVerdict[],
  {
    contents,
    positions,
    skips,
  }: { contents: readonly JudgedContent[]; positions: ReadonlyMap<string, string>; skips: KeptActsSkips },
): BacktestAct[] {
  const byId = new Map(contents.map((content) => [content.id, content]));
  return flags.flatMap((flag) => {
    const content = byId.get(flag.id);
    if (!content) {
      skips.contentGone += 1;
      return [];
    }
    const position = flag.position ?? positions.get(flag.accountId) ?? '';
    const input = toScreenInput({ id: flag.accountId, region: flag.region, position }, content);
    return [{ input, verdict: flag.verdict }];
  });
}

/** Flags made before positions were kept fall back on the registry. */
async function positionsOf(deps: KeptActsDeps, flags: readonly FlagVerdict[]): Promise<ReadonlyMap<string, string>> {
  const unknown = flags.filter((flag) => flag.position === undefined).map((flag) => flag.accountId);
  if (unknown.length === 0) return new Map();
  const accounts = await deps.accounts.findAccounts([...new Set(unknown)]);
  return new Map(accounts.map((account) => [account.id, account.position]));
}
