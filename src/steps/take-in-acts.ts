import { setImmediate } from 'node:timers/promises';
import type { Account } from '../domain/account.js';
import type { Activity } from '../domain/activity.js';
import type { Clock } from '../domain/clock.js';
import type { Screener } from '../domain/screening.js';
import type { AccountRepository } from '../storage/account-repository.js';
import type { ActivityRepository } from '../storage/activity-repository.js';
import type { RuleCountRepository } from '../storage/rule-count-repository.js';
import type { MarkedAct } from '../storage/save-marked.js';
import { type Judged, judgeInTurns, type SetAside } from './judge-acts.js';
import { ONE_TRY, type Patience, persist } from './persist.js';

export interface TakeInDeps {
  readonly accounts: Pick<AccountRepository, 'findAccounts'>;
  readonly activities: Pick<ActivityRepository, 'findKnownIds' | 'findBrought' | 'saveMarkedOnce' | 'saveUnmarkedOnce'>;
  /** Whether two acts of one account are one act of the world, by what names it or where it stands. */
  readonly isSameByPlace: (one: Activity, other: Activity) => boolean;
  readonly ruleCounts: Pick<RuleCountRepository, 'saveCountsOnce'>;
  /** The set in force now; one batch is judged by one set, never by half of two. */
  readonly screener: () => Screener;
  readonly enqueueEvidence: (flagIds: readonly string[]) => Promise<void>;
  readonly onSetAside: (act: SetAside) => void;
  readonly clock: Clock;
  /** For a MongoDB that is away; a queue's job needs none, since it comes again by itself. */
  readonly patience?: Patience;
}

/** What became of a batch. Acts that occur twice in it count as known the second time. */
export interface TakenIn {
  readonly newActivities: number;
  readonly knownActivities: number;
  /** Of the new ones, those that have a flag now. */
  readonly flagIds: readonly string[];
  readonly setAside: readonly SetAside[];
}

/** What those of a batch that are new have to wait for before they can be judged: what stands on their pictures. */
export type MakeReady = (fresh: readonly Activity[]) => Promise<readonly Activity[]>;

/**
 * Judges acts where they are read, and stores what may be kept. The one way in, of visits and of imports. Whatever an
 * act has to wait for before it can be judged, its reader waits for here.
 */
export type TakeIn = (acts: readonly Activity[], makeReady?: MakeReady) => Promise<TakenIn>;

export function createTakeIn(deps: TakeInDeps): TakeIn {
  return async (acts, makeReady) => {
    const byId = new Map(acts.map((act) => [act.id, act]));
    const known = await persist(() => deps.activities.findKnownIds([...byId.keys()]), deps.patience ?? ONE_TRY);
    for (const id of known) byId.delete(id);
    const unknown = [...byId.values()];
    if (unknown.length === 0) return { newActivities: 0, knownActivities: acts.length, flagIds: [], setAside: [] };
    const fresh = makeReady ? await makeReady(unknown) : unknown;
    const accounts = await loadAccounts(deps, fresh);
    const judged = await takeTurns(judgeInTurns({ screener: deps.screener(), accounts, now: deps.clock() }, fresh));
    for (const act of judged.setAside) deps.onSetAside(act);
    const { flagIds, forgottenIds } = await storeJudged(deps, judged);
    const newActivities = flagIds.length + forgottenIds.length;
    const aside = new Set(judged.setAside.map((act) => act.activityId));
    const notAside = acts.filter((act) => !aside.has(act.id)).length;
    return { newActivities, knownActivities: notAside - newActivities, flagIds, setAside: judged.setAside };
  };
}

/** Between two turns the process does what else is due: it renews locks, answers, stops when it is told to. */
async function takeTurns<T>(turns: Iterator<void, T>): Promise<T> {
  for (;;) {
    const { done, value } = turns.next();
    if (done) return value;
    await setImmediate();
  }
}

/**
 * The order survives a crash between any two steps: an act is known only once everything about it is stored, and a
 * flag without its evidence job is found by `recoverLost`. Returns the ids that are new.
 */
async function storeJudged(deps: TakeInDeps, { marked, unmarkedIds, counted }: Judged) {
  const patience = deps.patience ?? ONE_TRY;
  const now = deps.clock();
  await persist(() => deps.ruleCounts.saveCountsOnce(counted, now), patience);
  const { unflagged, flaggedIds } = await persist(() => leaveOutBrought(deps, marked), patience);
  const [flagIds, forgottenIds] = await Promise.all([
    persist(() => deps.activities.saveMarkedOnce(unflagged), patience),
    persist(() => deps.activities.saveUnmarkedOnce([...unmarkedIds, ...flaggedIds], now), patience),
  ]);
  await deps.enqueueEvidence(flagIds);
  return { flagIds, forgottenIds };
}

/**
 * One act, one flag: what people brought, and found true, before a machine read it has its flag already, under the
 * name that they knew it by. Of what is read now only the hash is kept.
 */
async function leaveOutBrought({ activities, isSameByPlace }: TakeInDeps, marked: readonly MarkedAct[]) {
  if (marked.length === 0) return { unflagged: marked, flaggedIds: [] };
  const brought = await activities.findBrought([...new Set(marked.map(({ activity }) => activity.accountId))]);
  const isFlagged = ({ activity }: MarkedAct) =>
    brought.some((other) => other.accountId === activity.accountId && isSameByPlace(activity, other));
  const flaggedIds = marked.filter(isFlagged).map(({ activity }) => activity.id);
  return { unflagged: marked.filter(({ activity }) => !flaggedIds.includes(activity.id)), flaggedIds };
}

async function loadAccounts(deps: TakeInDeps, acts: readonly Activity[]): Promise<Map<string, Account>> {
  const ids = [...new Set(acts.map((act) => act.accountId))];
  const accounts = await persist(() => deps.accounts.findAccounts(ids), deps.patience ?? ONE_TRY);
  return new Map(accounts.map((account) => [account.id, account]));
}
