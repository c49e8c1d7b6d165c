import type { Office } from '../domain/account.js';
import { formatHead } from '../domain/audit-outside.js';
import type { CoverageSummary, NotObservableReason } from '../domain/coverage.js';
import { addDays, daysBack } from '../domain/days.js';
import { type Digest, digestDays, watchedDays } from '../domain/digest.js';
import {
  countsOf,
  type DigestCounts,
  type DigestDetail,
  mondayAfter,
  sharesOf,
  weekUpTo,
} from '../domain/digest-detail.js';
import { SIGNALS } from '../domain/platform.js';
import { instantOf, localDay, type TimeZone } from '../domain/region.js';
import { WAITING_STATES } from '../domain/report-clock.js';
import { type WayOf, waysOf } from '../domain/signal-way.js';
import type { AuditRepository } from '../storage/audit-repository.js';
import type { CoverageRepository } from '../storage/coverage-repository.js';
import type { DigestSpan } from '../storage/digest-flags.js';
import type { FlagRepository } from '../storage/flag-repository.js';
import type { OfficeRepository } from '../storage/office-repository.js';
import type { ReportLists } from '../storage/report-lists.js';
import type { RuleCountRepository } from '../storage/rule-count-repository.js';

export interface BuildDigestDeps {
  readonly audit: Pick<AuditRepository, 'getHead'>;
  readonly flags: Pick<FlagRepository, 'findForDigest' | 'countDecided'>;
  readonly coverage: Pick<CoverageRepository, 'summariseCoverage' | 'breakDownByPlatform' | 'findFirstDay'>;
  readonly offices: Pick<OfficeRepository, 'withDescendants' | 'listOffices'>;
  readonly ruleCounts: Pick<RuleCountRepository, 'countNotes'>;
  readonly reports: Pick<ReportLists, 'countReportsByState'>;
  readonly wayOf: WayOf;
  /** Registered accounts of these offices: what the ledger is silent about is not observable either. */
  readonly countAccounts: (officeCodes: readonly string[]) => Promise<number>;
}

/** Counts the office and all below it: its local day or week from midnight to midnight, and what waits as of `now`. */
export async function buildDigest(
  deps: BuildDigestDeps,
  { office, day, now }: { office: Office; day: string; now: Date },
): Promise<Digest> {
  const officeCodes = await deps.offices.withDescendants([office.code]);
  const days = digestDays(office);
  const from = instantOf(addDays(day, 1 - days), 0, office.timeZone);
  const to = instantOf(addDays(day, 1), 0, office.timeZone);
  const span = { officeCodes, from, to, now };
  const each = daysBack(day, days);
  const watched = watchedDays(each, await deps.coverage.findFirstDay());
  const [{ counts, detail }, ledgers, registered, notes, overdueReports, head, cells] = await Promise.all([
    findFlags(deps, span, { day, timeZone: office.timeZone }),
    Promise.all(watched.map((one) => deps.coverage.summariseCoverage({ day: one, officeCodes }))),
    deps.countAccounts(officeCodes),
    Promise.all(each.map((one) => deps.ruleCounts.countNotes({ officeCodes, day: one }))).then(addNotes),
    // By the index on step and day; only what is late is looked at.
    deps.reports.countReportsByState({ officeCodes, states: WAITING_STATES, overdueAt: now }),
    deps.audit.getHead(),
    deps.coverage.breakDownByPlatform({ day, officeCodes }),
  ]);
  return {
    officeCode: office.code,
    officeName: office.name,
    region: office.region,
    timeZone: office.timeZone,
    day,
    days,
    ...counts,
    detail,
    coverage: addCoverage(ledgers.map((ledger) => withUnvisited(ledger, registered))),
    watchedFrom: watched.length < each.length ? watched.at(-1) : undefined,
    ways: waysOf(
      cells.map(({ platform }) => platform),
      deps.wayOf,
    ),
    overdueReports,
    auditHead: head.seq > 0 ? formatHead(head) : undefined,
    notes: notes.length > 0 ? notes : undefined,
  };
}

async function findFlags(
  deps: BuildDigestDeps,
  span: DigestSpan,
  { day, timeZone }: { day: string; timeZone: TimeZone },
): Promise<{ counts: DigestCounts; detail: DigestDetail }> {
  const weekEnd = instantOf(mondayAfter(localDay(span.now, timeZone)), 0, timeZone);
  const { officeCodes, from, to } = span;
  const [found, decidedAs, offices] = await Promise.all([
    deps.flags.findForDigest({ ...span, weekEnd }),
    deps.flags.countDecided({ officeCodes, from, to }),
    deps.offices.listOffices(),
  ]);
  const names = new Map(offices.map(({ code, name }) => [code, name]));
  const newOn = new Map(found.newByDaysBack.map((flags, back) => [addDays(day, -back), flags]));
  const detail: DigestDetail = {
    newBy: {
      office: sharesOf(found.groups, ({ officeCode }) => officeCode).map((share) => ({
        ...share,
        name: names.get(share.value) ?? share.value,
      })),
      kind: sharesOf(found.groups, ({ kind }) => kind),
      stage: sharesOf(found.groups, ({ stage }) => stage),
      platform: sharesOf(found.groups, ({ platform }) => platform),
    },
    waitingSince: found.oldest && localDay(found.oldest, timeZone),
    waitsFor: found.waitsFor,
    dueThisWeek: found.dueThisWeek,
    decidedAs,
    week: weekUpTo(day, newOn),
  };
  return { counts: countsOf({ ...found, decidedAs }), detail };
}

/** A signal that nobody looked for has no line in the ledger; leaving it out would overstate what was seen. */
export function withUnvisited(ledger: CoverageSummary, registered: number): CoverageSummary {
  const unvisited = Math.max(0, registered * SIGNALS.length - ledger.signals);
  if (unvisited === 0) return ledger;
  return {
    ...ledger,
    accounts: Math.max(registered, ledger.accounts),
    signals: ledger.signals + unvisited,
    notObservable: ledger.notObservable + unvisited,
    reasons: { ...ledger.reasons, interrupted: (ledger.reasons.interrupted ?? 0) + unvisited },
  };
}

/** Signals of several days: each was to be seen on each of them. */
function addCoverage(days: readonly CoverageSummary[]): CoverageSummary {
  const [first, ...rest] = days;
  return rest.reduce((sum, day) => {
    const reasons = { ...sum.reasons };
    for (const [reason, count] of Object.entries(day.reasons) as [NotObservableReason, number][]) {
      reasons[reason] = (reasons[reason] ?? 0) + count;
    }
    return {
      accounts: Math.max(sum.accounts, day.accounts),
      signals: sum.signals + day.signals,
      seen: sum.seen + day.seen,
      none: sum.none + day.none,
      notObservable: sum.notObservable + day.notObservable,
      reasons,
    };
  }, first!);
}

type Notes = NonNullable<Digest['notes']>;

function addNotes(days: readonly Notes[]): Notes {
  const acts = new Map<string, number>();
  for (const note of days.flat()) acts.set(note.title, (acts.get(note.title) ?? 0) + note.acts);
  const notes = [...acts].map(([title, count]) => ({ title, acts: count }));
  return notes.sort((a, b) => b.acts - a.acts || (a.title < b.title ? -1 : 1));
}
