import type { AuditEvent } from '../domain/audit.js';
import type { Clock } from '../domain/clock.js';
import { DIGEST_STALE_MS, type DigestReceipt, type OfficeDay } from '../domain/digest.js';
import { ChangedMeanwhileError } from '../domain/errors.js';
import type { DigestRepository } from '../storage/digest-repository.js';
import { sayError } from '../words/say.js';
import { DIGEST_FAULTS } from '../words/steps.js';

/** What taking a turn on one office's day needs, whether it sends or only notes that nothing was sent. */
export interface TurnDeps {
  readonly digests: Pick<DigestRepository, 'claimDigestOnce' | 'recordReceipt' | 'findReceipt'>;
  readonly clock: Clock;
}

/**
 * Takes the turn right after `before`. Where others had turns in between, the present one is handed back as it was:
 * what `before` allowed may not hold any more, and their mail may be out.
 */
export async function claimTurn(
  deps: TurnDeps,
  { officeCode, day, recipient, before }: OfficeDay & { recipient: string; before: DigestReceipt | undefined },
): Promise<DigestReceipt | undefined> {
  const now = deps.clock();
  const isClaimed = await deps.digests.claimDigestOnce({
    officeCode,
    day,
    recipient,
    now,
    staleAfterMs: DIGEST_STALE_MS,
  });
  const stored = isClaimed ? await deps.digests.findReceipt(officeCode, day) : undefined;
  if (stored?.state !== 'building' || stored.at.getTime() !== now.getTime()) return undefined;
  if (stored.attempts === (before?.attempts ?? 0) + 1) return stored;
  await recordTurn(deps, { ...stored, state: 'failed', reason: stored.reason ?? 'unknown_outcome' }, 'building');
  return undefined;
}

/**
 * Writes the receipt with its audit entry. Refuses to write over a later attempt: a worker that slept past
 * `DIGEST_STALE_MS` has lost its turn.
 */
export async function recordTurn(
  deps: TurnDeps,
  receipt: Omit<DigestReceipt, 'at'>,
  expected?: DigestReceipt['state'],
): Promise<DigestReceipt> {
  const stored = await deps.digests.findReceipt(receipt.officeCode, receipt.day);
  if (stored?.attempts !== receipt.attempts || (expected !== undefined && stored.state !== expected)) {
    throw new ChangedMeanwhileError(...sayError(DIGEST_FAULTS.takenOver, 'id'));
  }
  const written = { ...receipt, at: deps.clock() };
  await deps.digests.recordReceipt(written, auditEvent(written));
  return written;
}

/** A mail cannot be taken back: that it is about to go out stands in the log before it does. */
function auditEvent({ at, officeCode, day, state, attempts, reason }: DigestReceipt): AuditEvent {
  const details = { state, attempts, reason };
  return { at, actor: 'system:digest', action: actionOf(state), subject: `${officeCode}/${day}`, details };
}

function actionOf(state: DigestReceipt['state']) {
  if (state === 'failed') return 'digest_failed';
  return state === 'sending' ? 'digest_sending' : 'digest_sent';
}
