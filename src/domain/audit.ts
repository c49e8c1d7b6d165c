import { createHash } from 'node:crypto';

export const AUDIT_ACTIONS = [
  'login',
  'login_failed',
  'logout',
  'queue_viewed',
  'flag_viewed',
  'evidence_viewed',
  'flag_claimed',
  'flag_released',
  'verdict_given',
  'registry_imported',
  'activities_imported',
  'rules_changed',
  'digest_sent',
  'digest_failed',
  'exported',
  'user_changed',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What happened: ids only, no names, no content. `actor` is a user id, or `system:<part>`. */
export interface AuditEvent {
  readonly at: Date;
  readonly actor: string;
  readonly action: AuditAction;
  readonly subject: string;
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

/** One link: `hash` covers the event, its place `seq` (from 1, no gaps) and the hash before it. */
export interface AuditEntry extends AuditEvent {
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
}

export const GENESIS_HASH = '0'.repeat(64);

/** Same event, same place, same predecessor: same hash, whatever the order of `details`. Hex SHA-256. */
export function hashAuditEntry(seq: number, previousHash: string, event: AuditEvent): string {
  const details = Object.entries(event.details).sort(([a], [b]) => (a < b ? -1 : 1));
  const canonical = JSON.stringify([
    seq,
    previousHash,
    event.at.toISOString(),
    event.actor,
    event.action,
    event.subject,
    details,
  ]);
  return createHash('sha256').update(canonical).digest('hex');
}

/** Where the chain breaks first, or how far it holds. */
export type ChainVerdict =
  | { readonly ok: true; readonly entries: number; readonly headHash: string }
  | { readonly ok: false; readonly seq: number; readonly problem: 'gap' | 'previous_hash' | 'hash' };

/** Checks link after link; `step` takes entries in order of `seq`. */
export function createChainCheck(): { step(entry: AuditEntry): ChainVerdict; result(): ChainVerdict } {
  let seq = 0;
  let head = GENESIS_HASH;
  let broken: ChainVerdict | undefined;
  const result = (): ChainVerdict => broken ?? { ok: true, entries: seq, headHash: head };
  return {
    step(entry) {
      if (broken) return broken;
      const problem = faultOf(entry, seq + 1, head);
      if (problem) broken = { ok: false, seq: seq + 1, problem };
      seq += 1;
      head = entry.hash;
      return result();
    },
    result,
  };
}

function faultOf(entry: AuditEntry, seq: number, head: string): 'gap' | 'previous_hash' | 'hash' | undefined {
  if (entry.seq !== seq) return 'gap';
  if (entry.previousHash !== head) return 'previous_hash';
  return hashAuditEntry(seq, head, entry) === entry.hash ? undefined : 'hash';
}
