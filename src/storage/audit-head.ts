import type { ClientSession, Collection } from 'mongoose';
import { mongo } from 'mongoose';
import type { AuditEntry, AuditEvent, AuditHead } from '../domain/audit.js';
import type { ChainProblem } from '../domain/audit-break.js';
import { createLinkCheck } from '../domain/audit-chain.js';
import { type AuditMac, isSameMac } from '../domain/audit-mac.js';
import { PermanentError } from '../domain/errors.js';
import { AUDIT_FAULTS } from '../words/adapters/audit.js';
import { sayError } from '../words/say.js';
import { type KeyedDocument, toEntry } from './audit-document.js';
import { isDuplicateKey } from './insert-new.js';
import { frozen } from './plain-value.js';

/** The end of the keyed log. `seal` is of both fields and the key: without the key nobody makes a head. */
export interface HeadDocument extends AuditHead {
  readonly _id: typeof HEAD_ID;
  readonly seal: string;
}

export const HEAD_ID = 'keyed';

export interface AuditCollections {
  readonly entries: Collection<KeyedDocument>;
  readonly heads: Collection<HeadDocument>;
}

/**
 * How far the head may be behind: a process that is killed leaves the links of one write beyond it, and no
 * acknowledged one. They have their own seals and are taken over by whoever writes next.
 */
export const MAX_BEHIND = 2_000;

/** The log does not end as its head says. Nothing is written after such an end: it would sign what somebody did to it. */
export class AuditBrokenError extends PermanentError {
  constructor(
    readonly seq: number,
    readonly problem: ChainProblem,
  ) {
    super(...sayError(AUDIT_FAULTS.broken, 'id', { seq, problem }));
  }
}

/** Where the log ends, held against its head. `atLeast`: how far this process has seen it already. */
export async function readEnd(
  { entries, heads }: AuditCollections,
  mac: AuditMac,
  { atLeast = 0 }: { atLeast?: number } = {},
): Promise<AuditHead> {
  const head = assertHead(await heads.findOne({ _id: HEAD_ID }), mac, atLeast);
  const tail = await entries
    .find({ _id: { $gte: head.seq } })
    .sort({ _id: 1 })
    .limit(MAX_BEHIND)
    .toArray();
  const at = head.seq === 0 ? head : tail.shift();
  if (head.seq > 0 && (at as KeyedDocument | undefined)?._id !== head.seq) throw new AuditBrokenError(head.seq, 'gap');
  if (at?.mac !== head.mac) throw new AuditBrokenError(head.seq, 'hash');
  if (tail.length === MAX_BEHIND - 1) throw new AuditBrokenError(head.seq + 1, 'head_behind');
  const check = createLinkCheck(mac, head);
  for (const document of tail) {
    const found = check(toEntry(document));
    if (found) throw new AuditBrokenError(found.seq, found.problem);
  }
  const end = tail.at(-1);
  // A log that was set back with its head holds in itself; but this process knows better.
  if ((end?._id ?? head.seq) < atLeast) throw new AuditBrokenError((end?._id ?? head.seq) + 1, 'gap');
  return end ? { seq: end._id, mac: end.mac } : { seq: head.seq, mac: head.mac };
}

export function assertHead(head: HeadDocument | null, mac: AuditMac, atLeast: number): HeadDocument {
  if (!head) throw new AuditBrokenError(atLeast + 1, 'head_missing');
  if (!isOurHead(head, mac)) throw new AuditBrokenError(atLeast + 1, 'head_forged');
  return head;
}

/** The head where it is one that the key sealed; `undefined` where it is missing or anybody's. */
export async function findOurHead(
  { heads }: Pick<AuditCollections, 'heads'>,
  mac: AuditMac,
): Promise<HeadDocument | undefined> {
  const head = await heads.findOne({ _id: HEAD_ID });
  return head && isOurHead(head, mac) ? head : undefined;
}

export function isOurHead(head: HeadDocument, mac: AuditMac): boolean {
  const isPlace = Number.isSafeInteger(head.seq) && head.seq >= 0;
  return isPlace && typeof head.mac === 'string' && isSameMac(mac.ofHead(head), head.seal);
}

/** The links of these events after this end. */
export function chainAfter(end: AuditHead, events: readonly AuditEvent[], mac: AuditMac): AuditEntry[] {
  let { seq, mac: last } = end;
  return events.map((event) => {
    const previous = last;
    seq += 1;
    last = mac.ofEntry(seq, previous, event);
    return frozen({ ...event, seq, previous, mac: last, isKeyed: true });
  });
}

/** Writes until a place, or what an entry waited under, is taken; returns how many were written. */
export async function insertInOrder(
  { entries }: AuditCollections,
  links: readonly AuditEntry[],
  session?: ClientSession,
): Promise<number> {
  try {
    await entries.insertMany(links.map(toDocument), { ordered: true, session });
    return links.length;
  } catch (error) {
    if (session || !isDuplicateKey(error)) throw error;
    return error instanceof mongo.MongoBulkWriteError ? error.insertedCount : 0;
  }
}

/** Moves the head on, never back, and only from one that is ours. */
export async function moveHead({ heads }: AuditCollections, mac: AuditMac, to: AuditHead): Promise<void> {
  const next = { seq: to.seq, mac: to.mac };
  const before = await heads.findOneAndUpdate(
    { _id: HEAD_ID, seq: { $lt: next.seq } },
    { $set: { ...next, seal: mac.ofHead(next) } },
    { returnDocument: 'before' },
  );
  // No match: another process, which began from our links, has moved it further already.
  assertHead(before ?? (await heads.findOne({ _id: HEAD_ID })), mac, next.seq);
}

function toDocument({ seq, at, actor, action, subject, details, of, previous, mac }: AuditEntry): KeyedDocument {
  return { _id: seq, at, actor, action, subject, details, of, previous, mac };
}
