import type { Collection } from 'mongoose';
import type { ChainBreak } from '../domain/audit-break.js';
import type { ChainVerdict } from '../domain/audit-chain.js';
import type { Contradiction } from '../domain/audit-contradiction.js';
import { createFactCheck } from '../domain/audit-facts.js';
import type { AuditMac } from '../domain/audit-mac.js';
import { createOutsideCheck, type OutsideHead } from '../domain/audit-outside.js';
import type { AuditReport } from '../domain/audit-report.js';
import { type Stamped, stampedBy } from '../domain/audit-timestamps.js';
import type { AuditCollections } from './audit-head.js';
import { isSealed, streamEntries, VERIFY_BATCH } from './audit-reading.js';
import { openStretchCheck, verifyLog } from './audit-verify-log.js';
import type { AuditWaiting } from './audit-waiting.js';
import type { FlagDocument } from './flag-document.js';

export interface VerifyDeps {
  readonly collections: AuditCollections;
  readonly flags: Collection<Pick<FlagDocument, '_id' | 'state' | 'evidence' | 'reviews'>>;
  readonly waiting: Pick<AuditWaiting, 'listLeft'>;
  readonly mac: AuditMac;
}

/** What is compared of a flag. */
export const COMPARED = { state: 1, 'evidence.manifestSha256': 1, reviews: 1 };
const CONTRADICTIONS_SHOWN = 50;

/** Changes nothing. `contradictions`: all of them, of which the report shows the first. What is written meanwhile is not taken for a break. */
export async function verifyAudit(
  { collections, flags, waiting, mac }: VerifyDeps,
  heads: readonly OutsideHead[],
): Promise<{ report: AuditReport; contradictions: readonly Contradiction[] }> {
  const facts = createFactCheck(mac);
  const named = await openStretchCheck(collections, mac);
  const outside = createOutsideCheck(heads, named);
  const stamped: Stamped[] = [];
  let last = 0;
  const chain = await verifyLog(collections, mac, {
    named,
    onEntry(entry, found) {
      last = entry.seq;
      outside.entry(entry);
      if (found || !entry.isKeyed) return;
      facts.entry(entry);
      stamped.push(...[stampedBy(entry) ?? []].flat());
    },
  });
  const cursor = flags.find({}, { projection: COMPARED, batchSize: VERIFY_BATCH }).sort({ _id: 1 });
  for await (const { _id, ...flag } of cursor) facts.flag({ id: _id, ...flag });
  facts.endFlags();
  for (const event of await waiting.listLeft()) facts.entry({ ...event, seq: 0, previous: '', mac: '', isKeyed: true });
  for await (const entry of streamEntries(collections, { after: last })) {
    if (isSealed(entry, mac)) facts.entry(entry);
  }
  const { proven, found } = outside.result();
  const { all, answered } = facts.result();
  const report = toReport({ chain: found ? withOutside(chain, found) : chain, proven, stamped, all, answered });
  return { report, contradictions: all };
}

/** What the log itself says comes first; what only a head from outside shows is no less a break. */
function withOutside(chain: ChainVerdict, found: ChainBreak): ChainVerdict {
  if (chain.ok) return { ok: false, ...found };
  return chain.resumed ? { ok: false, ...found, stretches: chain.stretches } : chain;
}

function toReport({
  chain,
  proven,
  stamped,
  all,
  answered,
}: Pick<AuditReport, 'chain' | 'proven' | 'stamped' | 'answered'> & {
  all: AuditReport['contradictions'];
}): AuditReport {
  return {
    ok: chain.ok && all.length + answered.length === 0,
    chain,
    contradictions: all.slice(0, CONTRADICTIONS_SHOWN),
    contradictionCount: all.length,
    answered: answered.slice(0, CONTRADICTIONS_SHOWN),
    answeredCount: answered.length,
    stamped,
    proven,
  };
}
