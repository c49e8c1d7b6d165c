import type { Clause, Lexicon, Rule, Samples } from './rule-schema.js';

/** Plain words by a form of everyday writing. */
export type Slang = ReadonlyMap<string, readonly string[]>;

export interface LoadedRule {
  readonly rule: Rule;
  /** Folder under `rules/`: what the rule is about. */
  readonly subject: string;
  readonly path: string;
  readonly samples?: Samples;
  readonly samplesPath: string;
}

/** Everything that decides a verdict besides the elections. Rules and lexicons are sorted by id. */
export interface RuleSet {
  readonly rules: readonly LoadedRule[];
  readonly clauses: readonly Clause[];
  readonly lexicons: readonly Lexicon[];
  readonly slang: Slang;
  /** `sha256:…` over rules, clauses, lexicons and slang; samples, comments and file names do not change it. */
  readonly hash: string;
}
