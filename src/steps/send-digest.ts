import type { Office } from '../domain/account.js';
import type { Clock } from '../domain/clock.js';
import {
  type Digest,
  type DigestFailure,
  type DigestReceipt,
  digestMessageId,
  endsSpan,
  hasEnded,
  MailOutcomeUnknownError,
  nextDigestStep,
  type OfficeDay,
  outcomeOf,
} from '../domain/digest.js';
import { NetraError, NotFoundError, PermanentError } from '../domain/errors.js';
import { zoneLabel } from '../domain/region.js';
import type { Mailer } from '../mail/mailer.js';
import type { RenderedDigest } from '../mail/render-digest.js';
import type { OfficeRepository } from '../storage/office-repository.js';
import { sayError } from '../words/say.js';
import { DIGEST_FAULTS } from '../words/steps.js';
import { claimTurn, recordTurn, type TurnDeps } from './digest-turn.js';
import { ONE_TRY, type Patience, persist } from './persist.js';

export interface SendDigestDeps {
  readonly digests: TurnDeps['digests'];
  readonly offices: Pick<OfficeRepository, 'findOffice'>;
  readonly mailer: Pick<Mailer, 'send'>;
  readonly build: (request: { office: Office; day: string; now: Date }) => Promise<Digest>;
  readonly render: (digest: Digest) => RenderedDigest;
  /** Right-hand side of every Message-ID; the sender's own domain, the same on every worker. */
  readonly messageIdDomain: string;
  readonly clock: Clock;
  /** For a MongoDB that goes away while the mail server answers: an outcome that we know must not become unknown. */
  readonly patience?: Patience;
}

/** `delivered`: by this call. `settled`: it had been decided before. `busy`: a living worker is at it. */
export interface SendReport {
  readonly did: 'delivered' | 'settled' | 'busy';
  readonly receipt?: DigestReceipt;
}

/**
 * Sends one office's day, at most once unless a person forces it; safe to call at any time from any number of
 * workers. Throws what the mailer threw, after the receipt says so: a retryable error may simply be called again.
 */
export async function sendDigest(
  deps: SendDigestDeps,
  { officeCode, day, isForced = false }: OfficeDay & { isForced?: boolean },
): Promise<SendReport> {
  const office = await deps.offices.findOffice(officeCode);
  if (!office?.digestTo) {
    throw new NotFoundError(...sayError(DIGEST_FAULTS.noRecipient, 'id', { office: officeCode }));
  }
  if (!hasEnded(day, office, deps.clock())) throw dayGoesOn(day, office);
  if (!endsSpan(day, office)) throw new PermanentError(...sayError(DIGEST_FAULTS.noSunday, 'id', { day }));
  const before = await deps.digests.findReceipt(officeCode, day);
  const step = nextDigestStep(before, { now: deps.clock(), isForced });
  if (step === 'done' && before) return { did: 'settled', receipt: before };
  if (step === 'wait' && before) return { did: 'busy', receipt: before };
  if (step === 'give_up' && before) {
    await giveUp(deps, before);
    if (!isForced) throw outcomeUnknown();
  }
  const mine = await claimTurn(deps, { officeCode, day, recipient: office.digestTo, before });
  return mine ? attempt(deps, office, mine) : { did: 'busy' };
}

function dayGoesOn(day: string, { timeZone }: Office): PermanentError {
  const zone = zoneLabel(timeZone);
  return new PermanentError(...sayError(DIGEST_FAULTS.dayGoesOn, 'id', { day, zone }));
}

async function attempt(deps: SendDigestDeps, office: Office, claimed: DigestReceipt): Promise<SendReport> {
  const { officeCode, day, attempts, recipient } = claimed;
  const messageId = digestMessageId(officeCode, day, deps.messageIdDomain);
  const mine = { officeCode, day, attempts, recipient, messageId };
  const { digest, mail } = await prepare(deps, office, mine);
  await recordTurn(deps, { ...mine, state: 'sending' }, 'building');
  const { response } = await deps.mailer
    .send({ ...mail, to: recipient, messageId })
    // Anything that is not one of the mailer's own errors may have come after the server's yes.
    .catch((error) => fail(deps, mine, { error, otherwise: 'unknown_outcome' }));
  const days = digest.days > 1 ? digest.days : undefined;
  const receipt = await recordOutcome(deps, { ...mine, state: outcomeOf(digest), smtpResponse: response, days });
  return { did: 'delivered', receipt };
}

type Mine = Omit<DigestReceipt, 'state' | 'at'>;

/** One that was written although its acknowledgement was lost is in the log already, and is not written again. */
function recordOutcome(deps: SendDigestDeps, receipt: Omit<DigestReceipt, 'at'>): Promise<DigestReceipt> {
  return persist(async () => {
    const stored = await deps.digests.findReceipt(receipt.officeCode, receipt.day);
    const isWritten = stored?.attempts === receipt.attempts && stored.state === receipt.state;
    return isWritten ? stored : recordTurn(deps, receipt);
  }, deps.patience ?? ONE_TRY);
}

async function prepare(
  deps: SendDigestDeps,
  office: Office,
  mine: Mine,
): Promise<{ digest: Digest; mail: RenderedDigest }> {
  try {
    const digest = await deps.build({ office, day: mine.day, now: deps.clock() });
    return { digest, mail: deps.render(digest) };
  } catch (error) {
    return fail(deps, mine, { error, otherwise: 'deferred' });
  }
}

/** Writes why, then throws on. */
async function fail(
  deps: SendDigestDeps,
  mine: Mine,
  { error, otherwise }: { error: unknown; otherwise: DigestFailure },
): Promise<never> {
  const reason = reasonOf(error, otherwise);
  const said = error instanceof NetraError ? { smtpResponse: error.message } : {};
  await recordOutcome(deps, { ...mine, ...said, state: 'failed', reason });
  throw error;
}

function reasonOf(error: unknown, otherwise: DigestFailure): DigestFailure {
  if (error instanceof MailOutcomeUnknownError) return 'unknown_outcome';
  if (!(error instanceof NetraError)) return otherwise;
  return error.retryable ? 'deferred' : 'refused';
}

/** The worker died between `sending` and the outcome: SMTP cannot be asked what became of it. */
async function giveUp(deps: SendDigestDeps, dead: DigestReceipt): Promise<void> {
  await recordTurn(deps, { ...dead, state: 'failed', reason: 'unknown_outcome' }, 'sending');
}

function outcomeUnknown(): PermanentError {
  return new MailOutcomeUnknownError(...sayError(DIGEST_FAULTS.outcomeUnknown, 'id'));
}
