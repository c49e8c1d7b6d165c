import type { Role } from './abilities.js';
import { addDays, DAY_MS } from './days.js';
import { keptDaysOf, type Report, type ReportOutcome, type ReportState } from './report.js';

interface StepTerms {
  /** Whose turn it is. */
  readonly owner: Role;
  /** From when it was brought: the law counts from when the house knew, not from when somebody looked. */
  readonly withinDays: number;
}

/** Days of domain.md 9: whoever knows has seven, so that a finding is settled while a formal report can still be made. */
const STEP_TABLE = {
  new: { owner: 'reviewer', withinDays: 2 },
  identified: { owner: 'reviewer', withinDays: 5 },
  // Whoever keeps the registry sees no content: a supervisor asks them.
  waits_for_registry: { owner: 'supervisor', withinDays: 14 },
  duplicate: undefined,
  decided: undefined,
} as const satisfies Record<ReportState, StepTerms | undefined>;

/** What waits for somebody. */
export const WAITING_STATES = (Object.keys(STEP_TABLE) as ReportState[]).filter((state) => STEP_TABLE[state]);

/** Whose turn it is; `undefined`: nobody has to do anything. */
export function stepOwnerOf(state: ReportState): Role | undefined {
  const step: StepTerms | undefined = STEP_TABLE[state];
  return step?.owner;
}

/** `undefined`: nobody has to do anything. */
export function stepOf({ state, broughtAt }: Pick<Report, 'state' | 'broughtAt'>) {
  const step: StepTerms | undefined = STEP_TABLE[state];
  return step && { owner: step.owner, dueAt: new Date(broughtAt.getTime() + step.withinDays * DAY_MS) };
}

export function isReportOverdue(report: Pick<Report, 'state' | 'broughtAt'>, now: Date): boolean {
  const step = stepOf(report);
  return step !== undefined && step.dueAt < now;
}

/** What was brought before this, in each state, is overdue at `now`: a list filters by it. */
export function overdueBounds(now: Date): { state: ReportState; broughtBefore: Date }[] {
  return WAITING_STATES.map((state) => {
    const { withinDays } = STEP_TABLE[state]!;
    return { state, broughtBefore: new Date(now.getTime() - withinDays * DAY_MS) };
  });
}

/** Untouched, a report is kept this long: overdue for months, and then gone rather than a file on somebody. */
const UNTOUCHED_DAYS = 180;
/** The registry's owner had two weeks; the rest is for a word to the reporter. */
const UNREGISTERED_DAYS = 30;

export function expiryOf(
  { state, broughtAt }: Pick<Report, 'state' | 'broughtAt'>,
  decided?: { outcome: ReportOutcome; at: Date },
): Date {
  if (decided) return new Date(decided.at.getTime() + keptDaysOf(decided.outcome) * DAY_MS);
  const days = state === 'waits_for_registry' ? UNREGISTERED_DAYS : UNTOUCHED_DAYS;
  return new Date(broughtAt.getTime() + days * DAY_MS);
}

/** Bawaslu takes a report or makes a finding within so many days of its being known (domain.md 9.1); the day itself is not counted. */
export const FORMAL_REPORT_DAYS = 7;

/** Local days, both: the last one on which Bawaslu takes what became known on `knownOn`. */
export function lastDayOfFormalReport(knownOn: string): string {
  return addDays(knownOn, FORMAL_REPORT_DAYS);
}

/** How many days are left on `today`; below zero it is too late. */
export function daysLeftOfFormalReport(knownOn: string, today: string): number {
  return Math.round((Date.parse(lastDayOfFormalReport(knownOn)) - Date.parse(today)) / DAY_MS);
}
