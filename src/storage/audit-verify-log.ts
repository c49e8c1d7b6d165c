import type { AuditEntry, AuditHead } from '../domain/audit.js';
import type { ChainBreak } from '../domain/audit-break.js';
import { type ChainCheck, type ChainVerdict, createChainCheck } from '../domain/audit-chain.js';
import type { AuditMac } from '../domain/audit-mac.js';
import { createStretchCheck, firstBreak, type StretchCheck, stretchOf } from '../domain/audit-stretch.js';
import { bytesOf, placeOf } from './audit-bytes.js';
import { hasForeignField, toEntry } from './audit-document.js';
import { type AuditCollections, HEAD_ID, type HeadDocument, isOurHead, MAX_BEHIND } from './audit-head.js';
import { isSealed, streamDocuments } from './audit-reading.js';

/** What persons went on after: of the entries that say so, those that only the key could seal. */
export async function openStretchCheck({ entries }: AuditCollections, mac: AuditMac): Promise<StretchCheck> {
  const found = await entries.find({ action: 'log_resumed' }).sort({ _id: 1 }).toArray();
  const ours = found.map(toEntry).filter((entry) => isSealed(entry, mac));
  return createStretchCheck(ours.flatMap((entry) => stretchOf(entry) ?? []));
}

interface Reading {
  readonly named?: StretchCheck;
  /** Is given each entry with what is wrong at its place. */
  readonly onEntry?: (entry: AuditEntry, found: ChainBreak | undefined) => void;
}

/** Reads the whole log. The head is read before and after: what was appended meanwhile lies between the two. */
export async function verifyLog(
  collections: AuditCollections,
  mac: AuditMac,
  { named, onEntry }: Reading = {},
): Promise<ChainVerdict> {
  const stretches = named ?? (await openStretchCheck(collections, mac));
  const before = await collections.heads.findOne({ _id: HEAD_ID });
  const head = before && isOurHead(before, mac) ? before : undefined;
  const check = createChainCheck(mac, stretches);
  let first: ChainBreak | undefined;
  let last: AuditHead = { seq: 0, mac: '' };
  for await (const document of streamDocuments(collections)) {
    stretches.document(placeOf(document._id), () => bytesOf(document));
    const entry = toEntry(document);
    const isOther = (entry.seq === head?.seq && entry.mac !== head.mac) || hasForeignField(document);
    const found = check.step(entry) ?? (isOther ? { seq: entry.seq, problem: 'hash' as const } : undefined);
    if (found && !stretches.isNamed(found.seq)) first ??= found;
    if (Number.isNaN(entry.seq)) continue;
    last = entry;
    onEntry?.(entry, found);
  }
  const after = await collections.heads.findOne({ _id: HEAD_ID });
  first ??= endBreak({ before, after, last }, mac);
  return verdictOf({ first, check, stretches });
}

function verdictOf({
  first,
  check,
  stretches: named,
}: {
  first: ChainBreak | undefined;
  check: ChainCheck;
  stretches: StretchCheck;
}): ChainVerdict {
  const { stretches, open } = named.result();
  const links = check.result();
  const found = firstBreak(first, open);
  const [earliest] = stretches.toSorted((a, b) => a.from - b.from);
  if (!earliest) return found ? { ok: false, ...found } : links;
  if (found) return { ok: false, ...found, stretches };
  if (!links.ok) return { ...links, stretches };
  const since = Math.max(...stretches.map(({ resumedAt }) => resumedAt));
  const { entries, plainEntries, headMac } = links;
  const resumed = { since, entries, plainEntries, headMac };
  return { ok: false, seq: earliest.from, problem: earliest.problem, stretches, resumed };
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
