/** How log and database may contradict each other about one flag. */
export type FactProblem =
  | 'flag_missing'
  | 'flag_unlogged'
  | 'opening_missing'
  | 'opening_unlogged'
  | 'seal_differs'
  | 'verdict_missing'
  | 'verdict_unlogged'
  | 'verdict_differs'
  | 'state_differs'
  | 'decision_differs'
  | 'content_differs'
  | 'verdict_replayed';

/** The same of one report. */
export type ReportProblem =
  | 'report_missing'
  | 'report_unlogged'
  | 'report_step_differs'
  | 'report_decision_missing'
  | 'report_decision_unlogged'
  | 'report_decision_differs'
  | 'report_content_differs';

/** `seq`: the entry that says otherwise; `undefined` where the log says nothing. */
export interface FlagContradiction {
  readonly problem: FactProblem;
  readonly flagId: string;
  readonly seq?: number | undefined;
}

export interface ReportContradiction {
  readonly problem: ReportProblem;
  readonly reportId: string;
  readonly seq?: number | undefined;
}

export type Contradiction = FlagContradiction | ReportContradiction;

export function isOfFlag(contradiction: Contradiction): contradiction is FlagContradiction {
  return 'flagId' in contradiction;
}

/**
 * What is compared of a flag, as texts of bounded length: what the log wrote down of it is compared with what stands
 * there later, whatever that is.
 */
export interface FlagFacts {
  readonly id: string;
  readonly state: string;
  /** Of the seal of its evidence; `undefined`: it has none. */
  readonly manifest: string | undefined;
  /** Keyed, one a review. */
  readonly seals: readonly string[];
  /** What its reviews come to. */
  readonly stateOfReviews: string;
  /** What lists and digests count of its decision. */
  readonly decision: string;
  /** That is what its reviews come to. */
  readonly isDecisionKept: boolean;
  /** Keyed; of what it says of the act, the person and what the rules found, and of the act itself. */
  readonly content?: string | undefined;
  /** The same as it was before anybody opened it. */
  readonly marked?: string | undefined;
}

/** What is compared of a report, as texts of bounded length. */
export interface ReportFacts {
  readonly id: string;
  /** Its state, and whose account it is tied to. */
  readonly step: string;
  /** What was decided, by whom, when, with which flag and files, as one text; `undefined`: nothing is. */
  readonly decision: string | undefined;
  /** Keyed; of all that it says once it is decided. */
  readonly content: string | undefined;
  /** From when on the database may have removed it by itself, in ms; `NaN`: it says no time. */
  readonly expiresAt: number;
}
