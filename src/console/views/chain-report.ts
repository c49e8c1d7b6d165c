import type { ChainVerdict } from '../../domain/audit-chain.js';
import type { ChainReport } from './oversight-schemas.js';

/** A log that was broken once is never `ok`, whoever went on after it. */
export function toChainReport(verdict: ChainVerdict): ChainReport {
  if (verdict.ok) {
    const { entries, headMac: headHash } = verdict;
    return { ok: true, entries, headHash, brokenAt: null, problem: null, resumed: null };
  }
  const { seq: brokenAt, problem, resumed: end, stretches = [] } = verdict;
  const last = stretches.find(({ resumedAt }) => resumedAt === end?.since);
  const resumed = last ? { since: last.resumedAt, by: last.by, at: last.at.toISOString() } : null;
  return { ok: false, entries: end?.entries ?? null, headHash: end?.headMac ?? null, brokenAt, problem, resumed };
}
