import { NotFoundError, PermanentError } from '../domain/errors.js';
import type { Flag } from '../domain/flag.js';
import { type Screener, type ScreenResult, toScreenInput, withoutPoints } from '../domain/screening.js';
import type { AccountRepository } from '../storage/account-repository.js';
import type { ActivityRepository } from '../storage/activity-repository.js';
import type { FlagRepository } from '../storage/flag-repository.js';
import { sayError } from '../words/say.js';
import { STUDY_FAULTS } from '../words/steps.js';
import { getKeptScreener, type KeptSets } from './kept-sets.js';
import { type Difference, differencesOf } from './replay-differences.js';

export interface ReplayDeps {
  readonly flags: Pick<FlagRepository, 'findFlag'>;
  readonly activities: Pick<ActivityRepository, 'findMarked'>;
  readonly accounts: Pick<AccountRepository, 'findAccount'>;
  readonly rulesets: KeptSets;
}

/** What came of recomputing one flag. Holds places and hashes, no words of the act but those the flag quotes. */
export interface ReplayReport {
  readonly flagId: string;
  readonly isEqual: boolean;
  readonly ruleset: string;
  readonly elections: string;
  /** A flag of another engine is recomputed by the present one; the difference is then the engine's. */
  readonly engine: { readonly stored: string; readonly present: string };
  readonly differences: readonly Difference[];
}

/** Recomputes flags; sets are built once for flags that follow each other under the same hashes. */
export interface Replayer {
  /** Throws NotFoundError or PermanentError where flag, content or rule set are gone or damaged. */
  replay(flagId: string): Promise<ReplayReport>;
}

export function createReplayer(deps: ReplayDeps): Replayer {
  let last: { key: string; screener: Screener } | undefined;
  const screenerOf = async ({ ruleset, elections }: Flag): Promise<Screener> => {
    const key = `${ruleset} ${elections}`;
    if (last?.key !== key) last = { key, screener: await getKeptScreener(deps.rulesets, { ruleset, elections }) };
    return last.screener;
  };
  return {
    async replay(flagId) {
      const flag = await deps.flags.findFlag(flagId);
      if (!flag) throw new NotFoundError(...sayError(STUDY_FAULTS.noFlag, 'id', { flag: flagId }));
      const activity = await deps.activities.findMarked(flag.activityId);
      if (!activity) throw contentGone(flag);
      const screener = await screenerOf(flag);
      // Flags made before positions were kept fall back on the registry.
      const position = flag.position ?? (await deps.accounts.findAccount(flag.accountId))?.position ?? '';
      const input = toScreenInput({ id: flag.accountId, region: flag.region, position }, activity);
      return compare(flag, screener.screen(input));
    },
  };
}

function compare(flag: Flag, recomputed: ScreenResult): ReplayReport {
  const result = asFarAs(flag, recomputed);
  const stored = storedResultOf(flag);
  const isEqual = JSON.stringify(stored) === JSON.stringify(result);
  return {
    flagId: flag.id,
    isEqual,
    ruleset: flag.ruleset,
    elections: flag.elections,
    engine: { stored: flag.engine, present: result.engine },
    differences: isEqual ? [] : differencesOf(stored, result),
  };
}

/** Flags made before sides and points were kept are compared in all that they say. */
function asFarAs(flag: Flag, recomputed: ScreenResult): ScreenResult {
  const { sides, ...rest } = flag.points === undefined ? withoutPoints(recomputed) : recomputed;
  return flag.sides === undefined ? rest : recomputed;
}

/** The answer of the screen format that this flag came from. */
export function storedResultOf(flag: Flag): ScreenResult {
  const { id, stage, matches, cleared, notes, sides, points, ruleset, elections, engine } = flag;
  return {
    id,
    // Of an act that people brought and no rule marks there is no match.
    flagged: matches.length > 0,
    stage,
    matches,
    cleared,
    // format: compared byte for byte, and sets without notes answer without the key.
    ...(notes && { notes }),
    ruleset,
    elections,
    engine,
    // format: after all that the answer has ever said.
    ...(sides && { sides }),
    ...(points && { points }),
  };
}

function contentGone({ id }: Flag): PermanentError {
  return new PermanentError(...sayError(STUDY_FAULTS.contentGone, 'id', { id }));
}
