import type { AuditEntry } from './audit.js';
import { type AnsweredReport, readReportAnswers } from './audit-answers.js';
import type { ReportContradiction, ReportFacts, ReportProblem } from './audit-contradiction.js';
import type { ReportOutcome, ReportState } from './report.js';
import { expiryOf } from './report-clock.js';
import { decisionText, stepText } from './report-events.js';

interface Logged {
  readonly seq: number;
  readonly broughtAt: Date;
  /** Each step that the log tells of, oldest first; of a report that was only brought none. */
  steps: readonly { readonly seq: number; readonly step: string }[];
  decided?: { readonly seq: number; readonly decision: string; readonly content: string | undefined } | undefined;
  /** In ms; before that nobody but Netra's own hand removes it, and that hand there is not. */
  expiresAt: number;
  isThere: boolean;
}

type Unlogged = { readonly reportId: string; readonly problem: ReportProblem; isLogged(): boolean };

/** Clocks of two machines, and the time that reading takes. */
const LAST_HOUR_MS = 3_600_000;

/** What a report may be without a move of it: the door ties it where its own link names the account. */
const AT_FIRST: ReadonlySet<string> = new Set<ReportState>(['new', 'identified']);

/**
 * Holds the log against the reports, both ways, as `createFactCheck` does against flags: every entry, every report, then
 * the entries that were written meanwhile. `now`: what has expired by then may be gone.
 */
export function createReportCheck(now: Date) {
  const logged = new Map<string, Logged>();
  const unlogged: Unlogged[] = [];
  const found: ReportContradiction[] = [];
  const answered: ReportContradiction[] = [];
  return {
    entry(entry: AuditEntry): void {
      if (entry.action === 'reports_answered') answered.push(...answer(logged, entry));
      else learn(logged, entry);
    },
    report(report: ReportFacts): void {
      const known = logged.get(report.id);
      if (known) known.isThere = true;
      const doubt = (problem: ReportProblem, isLogged: () => boolean) =>
        unlogged.push({ reportId: report.id, problem, isLogged });
      const add = (problem: ReportProblem, seq?: number) => found.push({ problem, reportId: report.id, seq });
      if (!known) doubt('report_unlogged', () => logged.has(report.id));
      else compareStep(report, known, doubt);
      compareDecision(report, known, {
        add,
        doubt: (problem) => doubt(problem, () => logged.get(report.id)?.decided?.decision === report.decision),
      });
    },
    /** Every report was given. */
    endReports(): void {
      for (const [reportId, { isThere, expiresAt, seq }] of logged) {
        if (!isThere && now.getTime() + LAST_HOUR_MS < expiresAt)
          found.push({ problem: 'report_missing', reportId, seq });
      }
    },
    result(): { all: ReportContradiction[]; answered: ReportContradiction[] } {
      const never = unlogged.filter(({ isLogged }) => !isLogged());
      return { all: [...found, ...never.map(({ reportId, problem }) => ({ reportId, problem }))], answered };
    },
  };
}

/** Where it stands: whoever puts it among those that go with another one takes it out of every list. */
function compareStep(
  report: ReportFacts,
  known: Logged,
  doubt: (problem: ReportProblem, isLogged: () => boolean) => void,
): void {
  // What is decided is compared as a decision.
  if (report.decision !== undefined || known.decided) return;
  const before = known.steps.length;
  const isSo =
    before > 0
      ? known.steps.at(-1)!.step === report.step
      : AT_FIRST.has(report.step.slice(0, report.step.indexOf(' ')));
  if (!isSo) doubt('report_step_differs', () => known.steps.slice(before).some(({ step }) => step === report.step));
}

function compareDecision(
  { decision, content }: ReportFacts,
  known: Logged | undefined,
  tell: { add: (problem: ReportProblem, seq?: number) => void; doubt: (problem: ReportProblem) => void },
): void {
  const said = known?.decided;
  if (!said) {
    if (decision !== undefined) tell.doubt('report_decision_unlogged');
  } else if (decision === undefined) tell.add('report_decision_missing', said.seq);
  else if (decision !== said.decision) tell.add('report_decision_differs', said.seq);
  else if (said.content !== undefined && said.content !== content) tell.add('report_content_differs', said.seq);
}

function learn(logged: Map<string, Logged>, { action, subject, at, seq, actor, details }: AuditEntry): void {
  const known = logged.get(subject);
  switch (action) {
    case 'reports_brought': {
      const expiresAt = untilOf(details.until) ?? expiryOf({ state: 'new', broughtAt: at }).getTime();
      for (const id of String(details.reports).split(' ').filter(Boolean))
        logged.set(id, { seq, broughtAt: at, steps: [], expiresAt, isThere: false });
      return;
    }
    case 'report_moved': {
      if (!known) return;
      const state = String(details.step) as ReportState;
      known.steps = [...known.steps, { seq, step: stepText(state, details.account) }];
      known.expiresAt = untilOf(details.until) ?? expiryOf({ state, broughtAt: known.broughtAt }).getTime();
      return;
    }
    case 'report_decided': {
      if (!known) return;
      const { outcome, flag, files, content } = details;
      const decision = decisionText({ outcome, by: actor, at, flag, files });
      known.decided = { seq, decision, content: typeof content === 'string' ? content : undefined };
      const term = () => expiryOf({ state: 'decided', broughtAt: at }, { outcome: outcome as ReportOutcome, at });
      known.expiresAt = untilOf(details.until) ?? term().getTime();
      return;
    }
    default:
  }
}

/** Entries from before it was written say none: then the terms of today count. */
function untilOf(until: unknown): number | undefined {
  return typeof until === 'string' ? Date.parse(until) : undefined;
}

/** From here on the log says what the database said then. */
function answer(logged: Map<string, Logged>, { seq, at, details }: AuditEntry): ReportContradiction[] {
  return readReportAnswers(details.reports).flatMap((one) => {
    if (one.problems.includes('report_missing')) logged.delete(one.id);
    else logged.set(one.id, takenOver(one, { seq, at }));
    return one.problems.map((problem) => ({ problem, reportId: one.id, seq }));
  });
}

function takenOver({ step, decision, content, expiresAt }: AnsweredReport, { seq, at }: { seq: number; at: Date }) {
  const decided = decision === '' ? undefined : { seq, decision, content: content === '' ? undefined : content };
  return { seq, broughtAt: at, steps: [{ seq, step }], decided, expiresAt, isThere: false };
}
