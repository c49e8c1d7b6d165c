import type { Attempt } from '../domain/attempt.js';
import type { Clock } from '../domain/clock.js';
import { NotFoundError, RetryableError } from '../domain/errors.js';
import type { EvidenceSeal } from '../domain/evidence.js';
import type { AccountRepository } from '../storage/account-repository.js';
import type { ActivityRepository } from '../storage/activity-repository.js';
import type { FlagRepository } from '../storage/flag-repository.js';
import { sayError } from '../words/say.js';
import { STEP_FAULTS } from '../words/steps.js';
import { toSealedAct } from './sealed-act.js';

/** What the capturer is told: an address and what the rules saw; no name, no NIP. */
export interface CaptureRequest {
  readonly flagId: string;
  readonly activityId: string;
  readonly url?: string;
  readonly activity: Record<string, unknown>;
  readonly text: string;
  /** After this try, what could not be captured is written down as missing and the pack is sealed all the same. */
  readonly lastTry: boolean;
}

export interface CaptureDeps {
  readonly flags: Pick<FlagRepository, 'findFlag' | 'openFlag'>;
  readonly activities: Pick<ActivityRepository, 'findMarked'>;
  readonly accounts: Pick<AccountRepository, 'findAccount'>;
  readonly capture: (request: CaptureRequest, signal: AbortSignal) => Promise<EvidenceSeal>;
  readonly clock: Clock;
}

/** Seals the evidence of one flag, then opens it for people. A flag that is open already is left alone. */
export async function captureFlagEvidence(
  deps: CaptureDeps,
  flagId: string,
  visit: Attempt,
): Promise<{ wasOpened: boolean }> {
  const flag = await deps.flags.findFlag(flagId);
  if (!flag) throw new NotFoundError(...sayError(STEP_FAULTS.noFlag, 'id', { flag: flagId }));
  if (flag.state !== 'sealing') return { wasOpened: false };
  const activity = await deps.activities.findMarked(flag.activityId);
  const account = await deps.accounts.findAccount(flag.accountId);
  if (!activity || !account) {
    throw new RetryableError(...sayError(STEP_FAULTS.notStored, 'id', { flag: flagId }));
  }
  const seal = await deps.capture(
    {
      flagId,
      activityId: activity.id,
      url: activity.url,
      activity: toSealedAct(account, activity),
      text: activity.text,
      lastTry: visit.isLastTry,
    },
    visit.signal,
  );
  return deps.flags.openFlag(flagId, seal, deps.clock());
}
