import type { Collection } from 'mongoose';
import type { AuditEntry, AuditHead } from '../domain/audit.js';
import { type ChainBreak, type ChainVerdict, createChainCheck } from '../domain/audit-chain.js';
import { createFactCheck } from '../domain/audit-facts.js';
import { type AuditMac, isSameMac } from '../domain/audit-mac.js';
import { createOutsideCheck, type OutsideHead } from '../domain/audit-outside.js';
import type { AuditReport } from '../domain/audit-report.js';
import { type AuditDocument, toEntry } from './audit-document.js';
import { type AuditCollections, HEAD_ID, type HeadDocument, isOurHead, MAX_BEHIND } from './audit-head.js';
import type { AuditWaiting } from './audit-waiting.js';
import type { FlagDocument } from './flag-document.js';

export interface VerifyDeps {
  readonly collections: AuditCollections;
  readonly flags: Collection<Pick<FlagDocument, '_id' | 'state' | 'evidence' | 'reviews'>>;
  readonly waiting: Pick<AuditWaiting, 'listLeft'>;
  readonly mac: AuditMac;
}

const VERIFY_BATCH = 1_000;
const CONTRADICTIONS_SHOWN = 50;

/** Every entry in order of its place, a batch at a time; `after` a place. */
export async function* streamEntries(
  { entries }: Pick<AuditCollections, 'entries'>,
  { after = 0 }: { after?: number } = {},
): AsyncGenerator<AuditEntry> {
  const filter = after > 0 ? { _id: { $gt: after } } : {};
  const cursor = entries.find(filter, { batchSize: VERIFY_BATCH }).sort({ _id: 1 });
  for await (const document of cursor) yield toEntry(document as AuditDocument);
}

/** Changes nothing. What is written meanwhile is not taken for a break. */
export async function verifyAudit(
  { collections, flags, waiting, mac }: VerifyDeps,
  heads: readonly OutsideHead[],
): Promise<AuditReport> {
  const facts = createFactCheck(mac);
  const outside = createOutsideCheck(heads);
  let last = 0;
  const chain = await verifyLog(collections, mac, (entry, found) => {
    last = entry.seq;
    outside.entry(entry);
    if (!found && entry.isKeyed) facts.entry(entry);
  });
  const fields = { state: 1, 'evidence.manifestSha256': 1, reviews: 1 };
  const cursor = flags.find({}, { projection: fields, batchSize: VERIFY_BATCH }).sort({ _id: 1 });
  for await (const { _id, ...flag } of cursor) facts.flag({ id: _id, ...flag });
  facts.endFlags();
  for (const event of await waiting.listLeft()) facts.entry({ ...event, seq: 0, previous: '', mac: '', isKeyed: true });
  for await (const entry of streamEntries(collections, { after: last })) {
    if (isSameMac(mac.ofEntry(entry.seq, entry.previous, entry), entry.mac)) facts.entry(entry);
  }
  const { proven, found } = outside.result();
  return toReport({ chain: found && chain.ok ? { ok: false, ...found } : chain, proven, all: facts.result() });
}

function toReport({
  chain,
  proven,
  all,
}: Pick<AuditReport, 'chain' | 'proven'> & { all: AuditReport['contradictions'] }): AuditReport {
  return {
    ok: chain.ok && all.length === 0,
    chain,
    contradictions: all.slice(0, CONTRADICTIONS_SHOWN),
    contradictionCount: all.length,
    proven,
  };
}

/**
 * Reads the whole log. The head is read before and after: what was appended meanwhile lies between the two. `onEntry`
 * is given each entry with what is wrong at its place.
 */
export async function verifyLog(
  collections: AuditCollections,
  mac: AuditMac,
  onEntry: (entry: AuditEntry, found: ChainBreak | undefined) => void = () => {},
): Promise<ChainVerdict> {
  const before = await collections.heads.findOne({ _id: HEAD_ID });
  const check = createChainCheck(mac);
  let first: ChainBreak | undefined;
  let last: AuditHead = { seq: 0, mac: '' };
  for await (const entry of streamEntries(collections)) {
    const isHead = entry.seq === before?.seq && entry.mac !== before.mac;
    const found = check.step(entry) ?? (isHead ? { seq: entry.seq, problem: 'hash' as const } : undefined);
    first ??= found;
    last = entry;
    onEntry(entry, found);
  }
  const after = await collections.heads.findOne({ _id: HEAD_ID });
  first ??= endBreak({ before, after, last }, mac);
  return first ? { ok: false, ...first } : check.result();
}

interface Ends {
  readonly before: HeadDocument | null;
  readonly after: HeadDocument | null;
  readonly last: AuditHead;
}

function endBreak({ before, after, last }: Ends, mac: AuditMac): ChainBreak | undefined {
  if (!before || !after) return { seq: last.seq + 1, problem: 'head_missing' };
  for (const head of [before, after]) {
    if (!isOurHead(head, mac)) return { seq: last.seq + 1, problem: 'head_forged' };
  }
  if (before.seq > last.seq) return { seq: last.seq + 1, problem: 'gap' };
  return after.seq < last.seq - MAX_BEHIND ? { seq: after.seq + 1, problem: 'head_behind' } : undefined;
}
