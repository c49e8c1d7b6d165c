import type { ChainVerdict } from './audit-chain.js';
import type { ContentsReport } from './audit-contents.js';
import type { Contradiction } from './audit-contradiction.js';
import type { Proven } from './audit-outside.js';
import type { Stamped } from './audit-timestamps.js';

/** What came of holding the log against itself, against the flags, and against heads that left the house. */
export interface AuditReport {
  readonly ok: boolean;
  readonly chain: ChainVerdict;
  /** The first of them; `contradictionCount` says how many there are. */
  readonly contradictions: readonly Contradiction[];
  readonly contradictionCount: number;
  /** The same of those that a named person has answered for: they stay named. */
  readonly answered: readonly Contradiction[];
  readonly answeredCount: number;
  readonly contents: ContentsReport;
  /** Which heads the log says were stamped, and the hash of the token each got. */
  readonly stamped: readonly Stamped[];
  /** Up to where outside heads prove it. */
  readonly proven?: Proven | undefined;
}
