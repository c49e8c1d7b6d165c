import type { ChainVerdict } from './audit-chain.js';
import type { Contradiction } from './audit-facts.js';
import type { Proven } from './audit-outside.js';

/** What came of holding the log against itself, against the flags, and against heads that left the house. */
export interface AuditReport {
  readonly ok: boolean;
  readonly chain: ChainVerdict;
  /** The first of them; `contradictionCount` says how many there are. */
  readonly contradictions: readonly Contradiction[];
  readonly contradictionCount: number;
  /** Up to where outside heads prove it. */
  readonly proven?: Proven | undefined;
}
