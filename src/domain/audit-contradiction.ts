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

export interface Contradiction {
  readonly problem: FactProblem;
  readonly flagId: string;
  /** The entry that says otherwise; `undefined` where the log says nothing. */
  readonly seq?: number | undefined;
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
}
