/** What can be wrong at one place of the log. */
export const CHAIN_PROBLEMS = [
  'gap',
  'previous_hash',
  'hash',
  'not_keyed',
  'not_begun',
  'head_missing',
  'head_forged',
  'head_behind',
  'head_outside',
  'stretch_changed',
] as const;
export type ChainProblem = (typeof CHAIN_PROBLEMS)[number];

/** One place where the log does not hold. */
export interface ChainBreak {
  readonly seq: number;
  readonly problem: ChainProblem;
}
