import type { Connection } from 'mongoose';
import type { AuditEntry, AuditHead } from '../domain/audit.js';
import type { ChainBreak } from '../domain/audit-break.js';
import { PLAIN_GENESIS } from '../domain/audit-mac.js';
import { createDigest, type Resuming, resumeEvent } from '../domain/audit-stretch.js';
import { ChangedMeanwhileError, PermanentError, RetryableError } from '../domain/errors.js';
import { AUDIT_FAULTS } from '../words/adapters/audit.js';
import { printable } from '../words/printable.js';
import { sayError } from '../words/say.js';
import { type AnswerDeps, answerContradictions } from './answer-contradictions.js';
import { bytesOf, placeOf } from './audit-bytes.js';
import { type KeyedDocument, toEntry, wellFormed } from './audit-document.js';
import { chainAfter, findOurHead, HEAD_ID, insertInOrder } from './audit-head.js';
import { isSealed, streamDocuments, streamEntries } from './audit-reading.js';
import type { Verified, VerifyDeps } from './audit-verify.js';
import { isDuplicateKey } from './insert-new.js';

export interface ResumeRequest extends Resuming {
  /** The place that `verify` names as the first that does not hold, 0 where only flags contradict: nobody goes on unseen. */
  readonly brokenAt: number;
  /** The key that sealed the log is lost: nothing in it holds with the one in use. */
  readonly isKeyLost?: boolean | undefined;
}

/** `atLeast`: the last place that a head from outside knows. What is gone up to there stays a gap. */
type Confirmed = ResumeRequest & { readonly atLeast: number };

export interface ResumeDeps extends AnswerDeps, Pick<VerifyDeps, 'collections'> {
  readonly connection: Connection;
}

/** No place is there or beyond: it has at most 15 digits in a head that leaves the house. */
const LAST_PLACE = 10 ** 14;

/** What stands further behind the known end without a seal of ours is no tail: places would soon be used up behind it. */
const MAX_FAR = 1_000_000;

/** Where the break does not stop those who write, the place behind the end is soon taken. */
const MAX_TRIES = 100;

/**
 * Goes on after a break: behind everything that stands there, which stays as it is, with an entry that says what did
 * not hold, who goes on and why, and has a digest of what was found. Flags and reports that contradict are taken over as they stand.
 * Throws where `found` has neither, or another break.
 */
export async function resumeLog(deps: ResumeDeps, found: Verified, request: Confirmed): Promise<AuditEntry> {
  const broken = assertAnswerable(found, request);
  const link = broken && (await goOn(deps, broken, request));
  const answers = await answerContradictions(deps, found.contradictions, request);
  return (link ?? answers[0])!;
}

async function goOn(deps: ResumeDeps, found: ChainBreak, request: Confirmed): Promise<AuditEntry> {
  await assertPlaces(deps, request);
  if (!request.isKeyLost) await assertOurs(deps);
  const stretch = createStretchReader(deps, { from: found.seq, atLeast: request.atLeast });
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const { end, last, ...stands } = await stretch.readOn();
    // Where only a head from outside shows that the tail was cut, the gap begins right behind what stands.
    const named = { ...found, seq: Math.min(found.seq, last + 1) };
    const [link] = chainAfter(end, [wellFormed(resumeEvent(named, stands, request))], deps.mac);
    if (await isWritten(deps, link!)) return link!;
  }
  throw new RetryableError(...sayError(AUDIT_FAULTS.stillWritten, 'id'));
}

/** The break to go on after; nothing where the chain holds and only flags or reports contradict it, which is place 0. */
function assertAnswerable({ report, contradictions }: Verified, { brokenAt }: ResumeRequest): ChainBreak | undefined {
  const { chain } = report;
  const isBroken = !chain.ok && !chain.resumed;
  if (!isBroken && contradictions.length === 0) {
    const isAnswered = chain.ok ? report.answeredCount > 0 : true;
    throw new PermanentError(...sayError(isAnswered ? AUDIT_FAULTS.nothingLeft : AUDIT_FAULTS.nothingBroken, 'id'));
  }
  const seq = isBroken ? chain.seq : 0;
  if (seq !== brokenAt) {
    throw new ChangedMeanwhileError(...sayError(AUDIT_FAULTS.brokenElsewhere, 'id', { seq, brokenAt }));
  }
  return isBroken ? { seq, problem: chain.problem } : undefined;
}

/** What stands under a place that is none could not be gone behind: it is taken out by hand, and kept. */
async function assertPlaces({ collections, mac }: ResumeDeps, { atLeast }: Pick<Confirmed, 'atLeast'>): Promise<void> {
  const { entries } = collections;
  const [lowest] = await entries
    .find({}, { projection: { _id: 1 } })
    .sort({ _id: 1 })
    .limit(1)
    .toArray();
  const [highest] = await entries.find({}).sort({ _id: -1 }).limit(1).toArray();
  const known = Math.max((await findOurHead(collections, mac))?.seq ?? 0, atLeast, await entries.countDocuments());
  const last = highest && isSealed(toEntry(highest), mac) ? highest._id : Math.min(LAST_PLACE - 1, known + MAX_FAR);
  const isPlace = (place = Number.NaN) => place >= 1 && place <= last;
  const stray = [lowest, highest].find((one) => one && !isPlace(placeOf(one._id)));
  if (!stray) return;
  const id = printable(typeof stray._id === 'number' ? String(stray._id) : JSON.stringify(stray._id));
  throw new PermanentError(...sayError(AUDIT_FAULTS.stray, 'id', { id }));
}

/** With another key nothing holds, and the log would be gone on with under a key that is nobody's. */
async function assertOurs({ collections, mac }: ResumeDeps): Promise<void> {
  if (await findOurHead(collections, mac)) return;
  let entries = 0;
  for await (const entry of streamEntries(collections)) {
    if (isSealed(entry, mac)) return;
    entries += entry.isKeyed ? 1 : 0;
  }
  if (entries === 0) return;
  throw new PermanentError(...sayError(AUDIT_FAULTS.otherKey, 'id'));
}

interface Stands {
  /** What the next link follows, in the place behind all that stands and all that is known to have stood. */
  readonly end: AuditHead;
  readonly last: number;
  readonly digest: string;
  readonly documents: number;
}

/** Reads what stands from the break on, and each time what came to it. */
function createStretchReader(
  { collections, mac }: ResumeDeps,
  { from, atLeast }: { from: number; atLeast: number },
): { readOn(): Promise<Stands> } {
  const digest = createDigest();
  let top: KeyedDocument | undefined;
  return {
    async readOn() {
      const head = await findOurHead(collections, mac);
      const below = { _id: { $lt: from } };
      top ??= (await collections.entries.find(below).sort({ _id: -1 }).limit(1).toArray())[0];
      for await (const document of streamDocuments(collections, {
        after: Math.max(placeOf(top?._id) ?? 0, from - 1),
      })) {
        digest.add(bytesOf(document));
        top = document as KeyedDocument;
      }
      const last = placeOf(top?._id) ?? 0;
      const end = { seq: Math.max(head?.seq ?? 0, atLeast, Math.ceil(last)), mac: macOf(top) };
      return { end, last: Math.floor(last), ...digest.result() };
    },
  };
}

function macOf(document: KeyedDocument | undefined): string {
  const mac: unknown = document && toEntry(document).mac;
  return typeof mac === 'string' ? mac : PLAIN_GENESIS;
}

/** Not where another process has taken the place meanwhile. */
async function isWritten({ connection, collections, mac }: ResumeDeps, link: AuditEntry): Promise<boolean> {
  const head = { seq: link.seq, mac: link.mac };
  try {
    await connection.withSession((session) =>
      session.withTransaction(async () => {
        await insertInOrder(collections, [link], session);
        const change = { $set: { ...head, seal: mac.ofHead(head) } };
        await collections.heads.updateOne({ _id: HEAD_ID }, change, { upsert: true, session });
      }),
    );
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
