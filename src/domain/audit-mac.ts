import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { AuditEvent, AuditHead } from './audit.js';
import { canonicalText } from './canonical-json.js';
import type { Review } from './flag.js';

/** What stands before the first plain link. */
export const PLAIN_GENESIS = '0'.repeat(64);

/** Seals that only the holder of the audit key can make; hex HMAC-SHA256. */
export interface AuditMac {
  ofEntry(seq: number, previous: string, event: AuditEvent): string;
  /** Kept beside the head in the database, so that a head without the key is no head. */
  ofHead(head: AuditHead): string;
  /** Stands in the log for a review: the reason is a person's words and stays out of it. */
  ofReview(flagId: string, review: Review): string;
  /** Stands in the log for what a flag says and for its act, by their digest. */
  ofContent(flagId: string, digest: string): string;
  /** Stands in the log for a decided report, by the digest of what it says. */
  ofReport(reportId: string, digest: string): string;
  /** Of an entry that waits for its place. */
  ofWaiting(event: AuditEvent): string;
}

export function createAuditMac(auditKey: Buffer): AuditMac {
  // Each kind begins with its own name: a seal of one is never one of another.
  const seal = (kind: string, ...parts: readonly unknown[]) =>
    createHmac('sha256', auditKey)
      .update(canonicalText([`netra audit ${kind}`, ...parts]))
      .digest('hex');
  return {
    ofEntry: (seq, previous, event) => seal('entry', seq, previous, partsOf(event)),
    ofHead: ({ seq, mac }) => seal('head', seq, String(mac)),
    ofReview: (flagId, { verdict, reason, weighed, reviewerId, at }) =>
      seal('review', flagId, { verdict, reason, weighed, reviewerId, at }),
    ofContent: (flagId, digest) => seal('content', flagId, digest),
    ofReport: (reportId, digest) => seal('report', reportId, digest),
    ofWaiting: (event) => seal('waiting', partsOf(event)),
  };
}

function partsOf({ at, actor, action, subject, details, of }: AuditEvent) {
  return { at, actor, action, subject, details, of };
}

/** The hash of a link of the plain part, as it was made then. Hex SHA-256. */
export function plainHashOf(seq: number, previous: string, event: AuditEvent): string {
  const details = Object.entries(event.details).sort(([a], [b]) => (a < b ? -1 : 1));
  const { actor, action, subject } = event;
  const parts = [seq, previous, event.at.toISOString(), actor, action, subject, details];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The seal of the head of the plain part, which was made with the key of the content hashes. */
export function plainHeadMac(hashKey: Buffer, seq: number, hash: string): string {
  return createHmac('sha256', hashKey).update(`audit head ${seq} ${hash}`).digest('hex');
}

/** In constant time; whatever lies in the database. */
export function isSameMac(made: string, stored: unknown): boolean {
  if (typeof stored !== 'string') return false;
  const [a, b] = [Buffer.from(made), Buffer.from(stored)];
  return a.length === b.length && timingSafeEqual(a, b);
}
