import type { AuditEntry } from '../domain/audit.js';
import type { ChainBreak } from '../domain/audit-break.js';
import type { ChainVerdict } from '../domain/audit-chain.js';
import type { FlagFacts } from '../domain/audit-contradiction.js';
import { createFactCheck } from '../domain/audit-facts.js';
import type { AuditMac } from '../domain/audit-mac.js';
import { createOutsideCheck, type OutsideHead } from '../domain/audit-outside.js';
import type { AuditReport } from '../domain/audit-report.js';
import { createReportCheck } from '../domain/audit-report-facts.js';
import { type Stamped, stampedBy } from '../domain/audit-timestamps.js';
import { COMPARED, factsOf } from './audit-flag-facts.js';
import type { AuditCollections } from './audit-head.js';
import { isSealed, streamEntries } from './audit-reading.js';
import { type ReportContentDeps, streamReportFacts } from './audit-report-facts.js';
import { openStretchCheck, verifyLog } from './audit-verify-log.js';
import type { AuditWaiting } from './audit-waiting.js';
import { type ContentDeps, contentOf, findActs, type Loose, markedContentOf, SAID_FIELDS } from './flag-content.js';

export interface VerifyDeps extends ContentDeps, Pick<ReportContentDeps, 'reports'> {
  readonly collections: AuditCollections;
  readonly waiting: Pick<AuditWaiting, 'listLeft'>;
  readonly mac: AuditMac;
}

const CONTRADICTIONS_SHOWN = 50;

/** More than any crash leaves: what waits is no contradiction. */
const MAX_WAITING = 20_000;

interface Against {
  readonly heads: readonly OutsideHead[];
  /** Of the database: what has expired by then it may have removed by itself. */
  readonly now: Date;
}

/** What `verify` found: the report shows the first of them. */
export interface Verified extends Pick<AuditReport, 'contradictions'> {
  readonly report: AuditReport;
}

/** Changes nothing. What is written meanwhile is not taken for a break. */
export async function verifyAudit(
  { collections, flags, activities, reports, waiting, mac }: VerifyDeps,
  { heads, now }: Against,
): Promise<Verified> {
  const checks = { flags: createFactCheck(), reports: createReportCheck(now) };
  const tell = (entry: AuditEntry) => {
    checks.flags.entry(entry);
    checks.reports.entry(entry);
  };
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
      tell(entry);
      stamped.push(...[stampedBy(entry) ?? []].flat());
    },
  });
  for await (const flag of streamFacts({ flags, activities, mac })) checks.flags.flag(flag);
  checks.flags.endFlags();
  for await (const report of streamReportFacts({ reports, mac })) checks.reports.report(report);
  checks.reports.endReports();
  for (const event of await waiting.listLeft({ limit: MAX_WAITING }))
    tell({ ...event, seq: 0, previous: '', mac: '', isKeyed: true });
  for await (const entry of streamEntries(collections, { after: last })) {
    if (isSealed(entry, mac)) tell(entry);
  }
  const { proven, found } = outside.result();
  const [ofFlags, ofReports] = [checks.flags.result(), checks.reports.result()];
  const all = [...ofFlags.all, ...ofReports.all];
  const answered = [...ofFlags.answered, ...ofReports.answered];
  const { contents } = ofFlags;
  const holding = found ? withOutside(chain, found) : chain;
  const report = toReport({ chain: holding, proven, stamped, contents, all, answered });
  return { report, contradictions: all };
}

/** A flag and its act have some kB together. */
const FLAGS_TOGETHER = 200;

/** Every flag as it is compared, in order of ids. */
export async function* streamFacts(deps: Pick<VerifyDeps, 'flags' | 'activities' | 'mac'>): AsyncGenerator<FlagFacts> {
  const projection = { ...SAID_FIELDS, ...COMPARED };
  const cursor = deps.flags.find({}, { projection, batchSize: FLAGS_TOGETHER }).sort({ _id: 1 });
  let together: Loose[] = [];
  for await (const flag of cursor) {
    together.push(flag);
    if (together.length < FLAGS_TOGETHER) continue;
    yield* factsWithActs(deps, together);
    together = [];
  }
  yield* factsWithActs(deps, together);
}

async function* factsWithActs(
  deps: Pick<VerifyDeps, 'activities' | 'mac'>,
  flags: readonly Loose[],
): AsyncGenerator<FlagFacts> {
  const acts = await findActs(deps, flags);
  for (const flag of flags) {
    const [content, marked] = [contentOf, markedContentOf].map((of) => of(flag, acts, deps.mac));
    yield { ...factsOf(flag, deps.mac), content, marked };
  }
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
  contents,
  all,
  answered,
}: Pick<AuditReport, 'chain' | 'proven' | 'stamped' | 'contents' | 'answered'> & {
  all: AuditReport['contradictions'];
}): AuditReport {
  return {
    ok: chain.ok && all.length + answered.length === 0,
    chain,
    contradictions: all.slice(0, CONTRADICTIONS_SHOWN),
    contradictionCount: all.length,
    answered: answered.slice(0, CONTRADICTIONS_SHOWN),
    answeredCount: answered.length,
    contents,
    stamped,
    proven,
  };
}
