import type { AuditEntry, AuditHead } from '../domain/audit.js';
import { type ChainBreak, type ChainVerdict, createChainCheck } from '../domain/audit-chain.js';
import { type AuditMac, isSameMac } from '../domain/audit-mac.js';
import { type AuditDocument, toEntry } from './audit-document.js';
import { type AuditCollections, HEAD_ID, type HeadDocument, MAX_BEHIND } from './audit-head.js';

const VERIFY_BATCH = 1_000;

/** Every entry in order of its place, a batch at a time; `after` a place. */
export async function* streamEntries(
  { entries }: Pick<AuditCollections, 'entries'>,
  { after = 0 }: { after?: number } = {},
): AsyncGenerator<AuditEntry> {
  const filter = after > 0 ? { _id: { $gt: after } } : {};
  const cursor = entries.find(filter, { batchSize: VERIFY_BATCH }).sort({ _id: 1 });
  for await (const document of cursor) yield toEntry(document as AuditDocument);
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
    const isOurs = typeof head.seq === 'number' && isSameMac(mac.ofHead(head), head.seal);
    if (!isOurs) return { seq: last.seq + 1, problem: 'head_forged' };
  }
  if (before.seq > last.seq) return { seq: last.seq + 1, problem: 'gap' };
  return after.seq < last.seq - MAX_BEHIND ? { seq: after.seq + 1, problem: 'head_behind' } : undefined;
}
