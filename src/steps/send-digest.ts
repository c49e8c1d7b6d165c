import type { Office } from '../domain/account.js';
import type { Clock } from '../domain/clock.js';
import {
  DIGEST_LOOKBACK_DAYS,
  DIGEST_STALE_MS,
  type Digest,
  type DigestFailure,
  type DigestReceipt,
  digestMessageId,
  hasEnded,
  MailOutcomeUnknownError,
  nextDigestStep,
  type OfficeDay,
  outcomeOf,
  whatDigestsAreDue,
} from '../domain/digest.js';
import { ChangedMeanwhileError, NetraError, NotFoundError, PermanentError } from '../domain/errors.js';
import { zoneLabel } from '../domain/region.js';
import type { Mailer } from '../mail/mailer.js';
import type { RenderedDigest } from '../mail/render-digest.js';
import type { AuditRepository } from '../storage/audit-repository.js';
import type { DigestRepository } from '../storage/digest-repository.js';
import type { OfficeRepository } from '../storage/office-repository.js';

export interface SendDigestDeps {
  readonly digests: Pick<DigestRepository, 'claimDigestOnce' | 'recordReceipt' | 'findReceipt'>;
  readonly offices: Pick<OfficeRepository, 'findOffice'>;
  readonly audit: Pick<AuditRepository, 'appendEntry'>;
  readonly mailer: Pick<Mailer, 'send'>;
  readonly build: (request: { office: Office; day: string; now: Date }) => Promise<Digest>;
  readonly render: (digest: Digest) => RenderedDigest;
  /** Right-hand side of every Message-ID; the sender's own domain, the same on every worker. */
  readonly messageIdDomain: string;
  readonly clock: Clock;
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
    throw new NotFoundError(
      `OPD ${officeCode} tidak ada atau tidak punya penerima rekap.`,
      'Isi penerima rekap OPD itu di registri.',
    );
  }
  if (!hasEnded(day, office, deps.clock())) throw dayGoesOn(day, office);
  const before = await deps.digests.findReceipt(officeCode, day);
  const step = nextDigestStep(before, { now: deps.clock(), isForced });
  if (step === 'done' && before) return { did: 'settled', receipt: before };
  if (step === 'wait' && before) return { did: 'busy', receipt: before };
  if (step === 'give_up' && before) {
    await giveUp(deps, before);
    if (!isForced) throw outcomeUnknown();
  }
  const mine = await claim(deps, { officeCode, day, recipient: office.digestTo, before });
  return mine ? attempt(deps, office, mine) : { did: 'busy' };
}

function dayGoesOn(day: string, { timeZone }: Office): PermanentError {
  const zone = zoneLabel(timeZone);
  return new PermanentError(
    `Hari ${day} belum berakhir di ${zone}: rekapnya belum dapat dikirim.`,
    `Kirim setelah tengah malam ${zone}; tanpa --send rekap sementara dapat dilihat.`,
  );
}

/**
 * Takes the turn right after `before`. Where others had turns in between, the present one is handed back as it was:
 * what `before` allowed may not hold any more, and their mail may be out.
 */
async function claim(
  deps: Pick<SendDigestDeps, 'digests' | 'clock'>,
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
  await record(deps, { ...stored, state: 'failed', reason: stored.reason ?? 'unknown_outcome' }, 'building');
  return undefined;
}

async function attempt(deps: SendDigestDeps, office: Office, claimed: DigestReceipt): Promise<SendReport> {
  const { officeCode, day, attempts, recipient } = claimed;
  const messageId = digestMessageId(officeCode, day, deps.messageIdDomain);
  const mine = { officeCode, day, attempts, recipient, messageId };
  const { digest, mail } = await prepare(deps, office, mine);
  await record(deps, { ...mine, state: 'sending' }, 'building');
  const { response } = await deps.mailer
    .send({ ...mail, to: recipient, messageId })
    // Anything that is not one of the mailer's own errors may have come after the server's yes.
    .catch((error) => fail(deps, mine, { error, otherwise: 'unknown_outcome' }));
  const receipt = await record(deps, { ...mine, state: outcomeOf(digest), smtpResponse: response });
  await deps.audit.appendEntry(auditEvent(receipt, 'digest_sent'));
  return { did: 'delivered', receipt };
}

type Mine = Omit<DigestReceipt, 'state' | 'at'>;

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
  const receipt = await record(deps, { ...mine, ...said, state: 'failed', reason });
  await deps.audit.appendEntry(auditEvent(receipt, 'digest_failed'));
  throw error;
}

function reasonOf(error: unknown, otherwise: DigestFailure): DigestFailure {
  if (error instanceof MailOutcomeUnknownError) return 'unknown_outcome';
  if (!(error instanceof NetraError)) return otherwise;
  return error.retryable ? 'deferred' : 'refused';
}

/** Refuses to write over a later attempt: a worker that slept past `DIGEST_STALE_MS` has lost its turn. */
async function record(
  deps: Pick<SendDigestDeps, 'digests' | 'clock'>,
  receipt: Omit<DigestReceipt, 'at'>,
  expected?: DigestReceipt['state'],
): Promise<DigestReceipt> {
  const stored = await deps.digests.findReceipt(receipt.officeCode, receipt.day);
  if (stored?.attempts !== receipt.attempts || (expected !== undefined && stored.state !== expected)) {
    throw new ChangedMeanwhileError('Rekap ini sudah diambil alih pekerja lain.', 'Tidak perlu tindakan.');
  }
  const written = { ...receipt, at: deps.clock() };
  await deps.digests.recordReceipt(written);
  return written;
}

/** The worker died between `sending` and the outcome: SMTP cannot be asked what became of it. */
async function giveUp(deps: SendDigestDeps, dead: DigestReceipt): Promise<void> {
  const receipt = await record(deps, { ...dead, state: 'failed', reason: 'unknown_outcome' }, 'sending');
  await deps.audit.appendEntry(auditEvent(receipt, 'digest_failed'));
}

function outcomeUnknown(): PermanentError {
  return new MailOutcomeUnknownError(
    'Pekerja berhenti saat mengirim: tidak diketahui apakah surel keluar.',
    'Tanyakan kepada penerima apakah surel tiba; bila tidak: netra digest --send --force',
  );
}

function auditEvent(receipt: DigestReceipt, action: 'digest_sent' | 'digest_failed') {
  const { at, officeCode, day, state, attempts, reason } = receipt;
  // A key of the log's details is part of its hash: it is there or not.
  const details = { state, attempts, ...(reason === undefined ? {} : { reason }) };
  return { at, actor: 'system:digest', action, subject: `${officeCode}/${day}`, details };
}

export interface DueDigestsDeps {
  readonly offices: Pick<OfficeRepository, 'listOffices'>;
  readonly digests: Pick<DigestRepository, 'claimDigestOnce' | 'recordReceipt' | 'findReceipt' | 'listReceipts'>;
  readonly audit: Pick<AuditRepository, 'appendEntry'>;
  readonly enqueue: (due: readonly OfficeDay[]) => Promise<void>;
  /**
   * Whether anybody looked for anything of this office on that day. Asked only for an office that never had a
   * receipt: its first digest speaks of its first day, not of the day before it was registered.
   */
  readonly hasLedger: (due: OfficeDay) => Promise<boolean>;
  readonly clock: Clock;
  readonly hour?: number;
}

/** Asks MongoDB what is due, queues it, and gives a receipt to days that nothing was sent for. */
export async function enqueueDueDigests(deps: DueDigestsDeps): Promise<{ queued: number; missed: number }> {
  const offices = (await deps.offices.listOffices()).filter((office) => office.digestTo);
  if (offices.length === 0) return { queued: 0, missed: 0 };
  const receipts = await deps.digests.listReceipts({ limit: offices.length * (DIGEST_LOOKBACK_DAYS + 2) });
  const hour = deps.hour === undefined ? {} : { hour: deps.hour };
  const { send, missed } = whatDigestsAreDue({ offices, receipts, now: deps.clock(), ...hour });
  const begun = await withoutNewcomers(deps, send, new Set(receipts.map((receipt) => receipt.officeCode)));
  await deps.enqueue(begun);
  const recipients = new Map(offices.map((office) => [office.code, office.digestTo!]));
  for (const { officeCode, day } of missed) {
    const before = receipts.find((receipt) => receipt.officeCode === officeCode && receipt.day === day);
    await recordMissed(deps, { officeCode, day, before, recipient: recipients.get(officeCode)! });
  }
  return { queued: begun.length, missed: missed.length };
}

async function withoutNewcomers(
  deps: Pick<DueDigestsDeps, 'hasLedger'>,
  due: readonly OfficeDay[],
  known: ReadonlySet<string>,
): Promise<OfficeDay[]> {
  const begun: OfficeDay[] = [];
  for (const day of due) if (known.has(day.officeCode) || (await deps.hasLedger(day))) begun.push(day);
  return begun;
}

async function recordMissed(
  deps: DueDigestsDeps,
  gap: OfficeDay & { recipient: string; before: DigestReceipt | undefined },
): Promise<void> {
  const mine = await claim(deps, gap);
  if (!mine) return;
  const receipt = await record(deps, { ...mine, state: 'failed', reason: 'missed' }, 'building');
  await deps.audit.appendEntry(auditEvent(receipt, 'digest_failed'));
}
