import type { AuditEntry, AuditEvent, ChainVerdict } from '../domain/audit.js';

export interface AuditRepository {
  /** Adds one link at the end; callers at the same moment, in any process, each get their own place. */
  append(event: AuditEvent): Promise<AuditEntry>;
  verify(): Promise<ChainVerdict>;
  list(options: { limit: number; before?: number }): Promise<AuditEntry[]>;
}
