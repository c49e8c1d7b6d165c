import type { Flag } from './flag.js';

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
  | 'state_differs';

export interface Contradiction {
  readonly problem: FactProblem;
  readonly flagId: string;
  /** The entry that says otherwise; `undefined` where the log says nothing. */
  readonly seq?: number | undefined;
}

/** What is compared of a flag. */
export type FlagFacts = Pick<Flag, 'id' | 'state' | 'evidence' | 'reviews'>;
