import type { Model } from 'mongoose';
import type { AuditEntry } from '../domain/audit.js';
import { isWellShaped } from '../domain/audit-chain.js';
import { type AuditMac, isSameMac } from '../domain/audit-mac.js';
import { type AuditDocument, toEntry } from './audit-document.js';
import type { AuditCollections } from './audit-head.js';
import { asText } from './plain-value.js';

export const VERIFY_BATCH = 1_000;
/** Every document of the log in order of its place, a batch at a time; `after` a place. */
export async function* streamDocuments(
  { entries }: Pick<AuditCollections, 'entries'>,
  { after = 0 }: { after?: number } = {},
): AsyncGenerator<AuditDocument> {
  const filter = after > 0 ? { _id: { $gt: after } } : {};
  const cursor = entries.find(filter, { batchSize: VERIFY_BATCH }).sort({ _id: 1 });
  for await (const document of cursor) yield document as AuditDocument;
}

export async function* streamEntries(
  collections: Pick<AuditCollections, 'entries'>,
  from: { after?: number } = {},
): AsyncGenerator<AuditEntry> {
  for await (const document of streamDocuments(collections, from)) yield toEntry(document);
}

/** By the index on subject and place. */
export async function listCustody(entries: Model<AuditDocument>, flagId: string, limit: number): Promise<AuditEntry[]> {
  const subject = asText(flagId);
  const last = await entries.findOne({ subject, action: 'verdict_given' }).sort({ _id: -1 }).lean();
  if (!last) return [];
  const found = await entries
    .find({ subject, _id: { $lte: last._id } })
    .sort({ _id: -1 })
    .limit(limit)
    .lean();
  return found.reverse().map(toEntry);
}

/** Whether the link holds in itself, whatever stands before it. */
export function isSealed(entry: AuditEntry, mac: AuditMac): boolean {
  return entry.isKeyed && isWellShaped(entry) && isSameMac(mac.ofEntry(entry.seq, entry.previous, entry), entry.mac);
}
