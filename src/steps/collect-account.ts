import { type Account, isInMandate, mandateTimeOf, whyNotWatchable } from '../domain/account.js';
import type { Activity, CollectedActivity } from '../domain/activity.js';
import { cleanActivity, isTooLarge } from '../domain/admission.js';
import type { Attempt } from '../domain/attempt.js';
import type { Clock } from '../domain/clock.js';
import type { Collector, CollectorEvent } from '../domain/collecting.js';
import { RateLimitedError, TargetUnavailableError } from '../domain/collecting.js';
import type { NotObservableReason, PictureSkip } from '../domain/coverage.js';
import { NotFoundError } from '../domain/errors.js';
import type { AccountRepository } from '../storage/account-repository.js';
import type { CoverageRepository } from '../storage/coverage-repository.js';
import { sayError } from '../words/say.js';
import { STEP_FAULTS } from '../words/steps.js';
import type { TakeIn } from './take-in-acts.js';
import { createLedger, type Ledger } from './visit-ledger.js';
import { createVisitPictures, type PictureDeps } from './visit-pictures.js';

export interface CollectDeps {
  readonly accounts: Pick<AccountRepository, 'findAccount' | 'findCursor' | 'recordIdentity' | 'recordVisit'>;
  readonly coverage: Pick<CoverageRepository, 'recordCoverage'>;
  readonly collectorFor: (account: Account) => Collector | undefined;
  readonly activityId: (account: Account, activity: CollectedActivity) => string;
  readonly takeIn: TakeIn;
  /** Looks at pictures of acts that are new, before they are judged. */
  readonly pictures: (account: Account) => PictureDeps;
  readonly clock: Clock;
  readonly visitEveryMs: number;
}

export interface VisitReport {
  readonly accountId: string;
  readonly newActivities: number;
  readonly knownActivities: number;
  /** Pictures of the new ones that were not read, by why. */
  readonly picturesUnread: Partial<Record<PictureSkip, number>>;
}

/** Acts are judged and stored this many at a time, so that a visit that breaks off keeps what it read. */
const BATCH = 100;

/**
 * One visit to one account: reads, judges, stores what may be kept, writes the ledger. Safe to repeat at any point:
 * known acts are known, and the cursor moves only after everything is stored.
 */
export async function collectAccount(deps: CollectDeps, accountId: string, visit: Attempt): Promise<VisitReport> {
  const account = await deps.accounts.findAccount(accountId);
  if (!account) {
    throw new NotFoundError(...sayError(STEP_FAULTS.noAccount, 'id', { account: accountId }));
  }
  const ledger = createLedger(account, deps.clock());
  const hidden = whyHidden(deps, account);
  if (hidden) {
    await close(deps, account, { ledger: ledger.hideAll(hidden) });
    return { accountId, newActivities: 0, knownActivities: 0, picturesUnread: {} };
  }
  const sink = createSink(deps, { account, ledger, visit });
  try {
    await read(deps, { account, ledger, sink, visit });
  } catch (error) {
    await sink.flush();
    const isSettled = await recordFailure(deps, { account, ledger, error, visit });
    if (!isSettled) throw error;
    return { accountId, ...sink.counts() };
  }
  await close(deps, account, { ledger, cursor: sink.cursor() });
  return { accountId, ...sink.counts() };
}

function whyHidden(deps: CollectDeps, account: Account): NotObservableReason | undefined {
  const hidden = whyNotWatchable(account.proof, mandateTimeOf(account), deps.clock());
  return hidden ?? (deps.collectorFor(account) ? undefined : 'no_collector');
}

interface Reading {
  readonly account: Account;
  readonly ledger: Ledger;
  readonly sink: Sink;
  readonly visit: Attempt;
}

async function read(deps: CollectDeps, { account, ledger, sink, visit }: Reading): Promise<void> {
  const mandate = mandateTimeOf(account);
  const cursor = await deps.accounts.findCursor(account.id);
  const target = {
    platform: account.platform,
    handle: account.handle,
    externalId: account.externalId,
    cursor,
    since: new Date(mandate.from),
  };
  for await (const event of deps.collectorFor(account)!.collect(target, visit.signal)) {
    if (event.type === 'seen' && !isInMandate(mandate, event.activity.publishedAt)) {
      ledger.skip(event.activity.kind, 'outside_mandate');
      continue;
    }
    await take(deps, { account, ledger, sink, visit }, event);
  }
  await sink.flush();
}

async function take(deps: CollectDeps, { account, ledger, sink }: Reading, event: CollectorEvent): Promise<void> {
  switch (event.type) {
    case 'seen':
      ledger.see(event.activity.kind);
      return sink.add(event.activity);
    case 'identity':
      await deps.accounts.recordIdentity(account.id, event);
      return;
    case 'cursor':
      return sink.setCursor(event.cursor);
    default:
      ledger.note(event);
  }
}

interface Sink {
  add(activity: CollectedActivity): Promise<void>;
  flush(): Promise<void>;
  setCursor(cursor: string): void;
  /** None where an act was set aside: the next visit has to read it again. */
  cursor(): string | undefined;
  counts(): Omit<VisitReport, 'accountId'>;
}

function createSink(deps: CollectDeps, { account, ledger, visit }: Omit<Reading, 'sink'>): Sink {
  const { signal } = visit;
  const showPictures = createVisitPictures(deps.pictures(account), {
    signal,
    onSkipped(kind, reason) {
      ledger.skip(kind, reason);
      picturesUnread[reason] = (picturesUnread[reason] ?? 0) + 1;
    },
  });
  const picturesUnread: Partial<Record<PictureSkip, number>> = {};
  const counts = { newActivities: 0, knownActivities: 0, picturesUnread };
  let waiting: Activity[] = [];
  let cursor: string | undefined;
  let isWhole = true;
  async function flush(): Promise<void> {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    const { newActivities, knownActivities, setAside } = await deps.takeIn(batch, showPictures);
    counts.newActivities += newActivities;
    counts.knownActivities += knownActivities;
    const aside = new Set(setAside.map((act) => act.activityId));
    for (const act of batch) if (aside.has(act.id)) ledger.skip(act.kind, 'failed_to_judge');
    isWhole &&= aside.size === 0;
  }
  return {
    async add(activity) {
      if (isTooLarge(activity)) ledger.skip(activity.kind, 'too_large');
      waiting.push(toActivity(deps, account, activity));
      if (waiting.length >= BATCH) await flush();
    },
    flush,
    setCursor: (value) => {
      cursor = value;
    },
    cursor: () => (isWhole ? cursor : undefined),
    counts: () => counts,
  };
}

function toActivity(deps: CollectDeps, account: Account, collected: CollectedActivity): Activity {
  const activity = cleanActivity(collected);
  return {
    ...activity,
    id: deps.activityId(account, activity),
    accountId: account.id,
    platform: account.platform,
    source: account.platform,
    collectedAt: deps.clock(),
  };
}

/**
 * A fault that more tries may mend leaves the ledger alone; a wall or the last try is written down. A platform's
 * "not now" is written down too, but the visit stays due. A single site's "not now" settles this visit: nobody else's
 * page has to wait for it. Returns whether the visit is settled.
 */
async function recordFailure(
  deps: CollectDeps,
  { account, ledger, error, visit }: { account: Account; ledger: Ledger; error: unknown; visit: Attempt },
): Promise<boolean> {
  if (error instanceof RateLimitedError) {
    const isOneSite = error.isOfAccount || deps.collectorFor(account)?.rateLimits === 'account';
    ledger.hideRest('rate_limited');
    if (isOneSite) await close(deps, account, { ledger, visitAgainMs: error.retryAfterMs });
    else await deps.coverage.recordCoverage(ledger.entries(deps.clock()));
    return isOneSite;
  }
  const isFinal = error instanceof TargetUnavailableError || visit.isLastTry;
  const reason = (error as { reason?: NotObservableReason }).reason ?? 'interrupted';
  if (isFinal) await close(deps, account, { ledger: ledger.hideRest(reason) });
  return false;
}

async function close(
  deps: CollectDeps,
  account: Account,
  { ledger, cursor, visitAgainMs = 0 }: { ledger: Ledger; cursor?: string | undefined; visitAgainMs?: number },
): Promise<void> {
  const now = deps.clock();
  await deps.coverage.recordCoverage(ledger.entries(now));
  const nextVisitAt = new Date(now.getTime() + Math.max(deps.visitEveryMs, visitAgainMs));
  await deps.accounts.recordVisit(account.id, { cursor, nextVisitAt, at: now });
}
