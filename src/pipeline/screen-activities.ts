import type { Account } from '../domain/account.js';
import type { Activity } from '../domain/activity.js';
import type { Clock } from '../domain/clock.js';
import type { Screener, ScreenInput, ScreenResult } from '../domain/screening.js';
import type { AccountRepository } from '../storage/account-repository.js';
import type { ActivityRepository, ScreeningOutcome } from '../storage/activity-repository.js';
import type { FlagDraft, FlagRepository } from '../storage/flag-repository.js';
import { maskThirdParties } from './mask-third-parties.js';

export interface ScreenDeps {
  readonly activities: ActivityRepository;
  readonly accounts: Pick<AccountRepository, 'findMany'>;
  readonly flags: FlagRepository;
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
 * Judges a batch of stored acts. Order matters: a flag stands before content is dropped, so that a crash between
 * any two steps is mended by doing the batch again.
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
  const outcomes: ScreeningOutcome[] = [];
  for (const activity of pending) {
    const account = accounts.get(activity.accountId);
    // An account that left the registry is nobody's business any more: the act is forgotten like an unmarked one.
    const judged = account && judge({ screener, isPublicHandle }, account, activity);
    outcomes.push({ activityId: activity.id, isMarked: judged !== undefined, ...judged?.kept });
    if (account && judged) drafts.push(toFlagDraft(account, judged, now));
  }
  const newFlagIds = await deps.flags.saveOnce(drafts);
  await deps.activities.recordScreening(outcomes, now);
  await deps.enqueueEvidence(newFlagIds);
  return { screened: pending.length, flagged: drafts.length };
}

async function loadAccounts(deps: ScreenDeps, pending: readonly Activity[]): Promise<Map<string, Account>> {
  const ids = [...new Set(pending.map((a) => a.accountId))];
  const accounts = await deps.accounts.findMany(ids);
  return new Map(accounts.map((account) => [account.id, account]));
}

interface Judged {
  readonly activity: Activity;
  readonly result: ScreenResult;
  /** What stays of the content: third parties masked, unless masking would change the verdict. */
  readonly kept: { readonly masked?: Pick<Activity, 'text' | 'target'> };
}

function judge(
  { screener, isPublicHandle }: { screener: Screener; isPublicHandle: (handle: string) => boolean },
  account: Account,
  activity: Activity,
): Judged | undefined {
  const result = screener.screen(toScreenInput(account, activity));
  if (!result.flagged || result.stage === null) return undefined;
  const isKnown = (handle: string) => handle === account.handle || isPublicHandle(handle);
  const masked = maskThirdParties(activity, result.matches, isKnown);
  const again = screener.screen(toScreenInput(account, { ...activity, ...masked }));
  // A flag must be recomputable byte for byte from what is stored.
  const isSame = JSON.stringify(again) === JSON.stringify(result);
  return { activity, result, kept: isSame ? { masked } : {} };
}

/** The screen format of one stored act: what `netra screen` would be given for it. */
export function toScreenInput(account: Pick<Account, 'id' | 'region' | 'position'>, activity: Activity): ScreenInput {
  return {
    id: activity.id,
    kind: activity.kind,
    text: activity.text,
    publishedAt: activity.publishedAt.toISOString(),
    account: { id: account.id, region: account.region, position: account.position },
    ...(activity.target === undefined ? {} : { target: activity.target }),
    ...(activity.media === undefined ? {} : { media: activity.media }),
  };
}

function toFlagDraft(account: Account, { activity, result }: Judged, now: Date): FlagDraft {
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
    ruleset: result.ruleset,
    elections: result.elections,
    engine: result.engine,
    createdAt: now,
  };
}
