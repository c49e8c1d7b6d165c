import type { Account } from '../domain/account.js';
import type { Activity } from '../domain/activity.js';
import type { Clock } from '../domain/clock.js';
import type { CountedAct } from '../domain/rule-counts.js';
import { type Screener, toScreenInput } from '../domain/screening.js';
import type { AccountRepository } from '../storage/account-repository.js';
import type { ActivityRepository, ScreeningOutcome } from '../storage/activity-repository.js';
import type { FlagDraft, FlagRepository } from '../storage/flag-repository.js';
import type { RuleCountRepository } from '../storage/rule-count-repository.js';
import { type JudgedAct, toCountedActs } from './count-rules.js';
import { maskThirdParties } from './mask-third-parties.js';

export interface ScreenDeps {
  readonly activities: ActivityRepository;
  readonly accounts: Pick<AccountRepository, 'findAccounts'>;
  readonly flags: FlagRepository;
  readonly ruleCounts: Pick<RuleCountRepository, 'saveCountsOnce'>;
  /** The set in force now; one batch is judged by one set, never by half of two. */
  readonly screener: () => Screener;
  readonly enqueueEvidence: (flagIds: readonly string[]) => Promise<void>;
  /** State bodies and news whose handles may stay readable beside those of tickets. */
  readonly isPublicHandle: (handle: string) => boolean;
  readonly clock: Clock;
}

export interface ScreeningReport {
  readonly screened: number;
  readonly flagged: number;
}

/**
 * Judges a batch of stored acts. Order matters: a flag stands, and what is only counted is counted, before content is
 * dropped, so that a crash between any two steps is mended by doing the batch again.
 */
export async function screenActivities(deps: ScreenDeps, activityIds: readonly string[]): Promise<ScreeningReport> {
  const pending = await deps.activities.findPending(activityIds);
  if (pending.length === 0) return { screened: 0, flagged: 0 };
  const screener = deps.screener();
  const accounts = await loadAccounts(deps, pending);
  const now = deps.clock();

  const ticketHandles = new Set(screener.ticketAccounts().map((ticket) => ticket.handle));
  const isPublicHandle = (handle: string) => ticketHandles.has(handle) || deps.isPublicHandle(handle);

  const drafts: FlagDraft[] = [];
  const counted: CountedAct[] = [];
  const outcomes: ScreeningOutcome[] = [];
  for (const activity of pending) {
    const account = accounts.get(activity.accountId);
    // An account that left the registry is nobody's business any more: the act is forgotten like an unmarked one.
    const judged = account && judge(screener, account, activity);
    const isMarked = judged?.isMarked === true;
    outcomes.push({ activityId: activity.id, isMarked, ...(isMarked && whatStays(judged, screener, isPublicHandle)) });
    if (isMarked) drafts.push(toFlagDraft(judged, now));
    if (judged) counted.push(...toCountedActs(screener, judged));
  }
  const newFlagIds = await deps.flags.saveFlagsOnce(drafts);
  await deps.ruleCounts.saveCountsOnce(counted, now);
  await deps.activities.recordScreening(outcomes, now);
  await deps.enqueueEvidence(newFlagIds);
  return { screened: pending.length, flagged: drafts.length };
}

async function loadAccounts(deps: ScreenDeps, pending: readonly Activity[]): Promise<Map<string, Account>> {
  const ids = [...new Set(pending.map((a) => a.accountId))];
  const accounts = await deps.accounts.findAccounts(ids);
  return new Map(accounts.map((account) => [account.id, account]));
}

function judge(screener: Screener, account: Account, activity: Activity): JudgedAct {
  const input = toScreenInput(account, activity);
  const result = screener.screen(input);
  return { account, activity, input, result, isMarked: result.flagged && result.stage !== null };
}

/** What stays of a marked act's content: third parties masked, unless masking would change the verdict. */
function whatStays(
  { account, activity, result }: JudgedAct,
  screener: Screener,
  isPublicHandle: (handle: string) => boolean,
): Pick<ScreeningOutcome, 'masked'> {
  const isKnown = (handle: string) => handle === account.handle || isPublicHandle(handle);
  const masked = maskThirdParties(activity, result.matches, isKnown);
  const again = screener.screen(toScreenInput(account, { ...activity, ...masked }));
  // A flag must be recomputable byte for byte from what is stored.
  const isSame = JSON.stringify(again) === JSON.stringify(result);
  return isSame ? { masked } : {};
}

function toFlagDraft({ account, activity, result }: JudgedAct, now: Date): FlagDraft {
  return {
    id: activity.id,
    activityId: activity.id,
    accountId: account.id,
    officeCode: account.officeCode,
    region: account.region,
    position: account.position,
    platform: activity.platform,
    kind: activity.kind,
    actedAt: activity.publishedAt,
    stage: result.stage!,
    matches: result.matches,
    cleared: result.cleared,
    ...(result.notes && { notes: result.notes }),
    ruleset: result.ruleset,
    elections: result.elections,
    engine: result.engine,
    createdAt: now,
  };
}
