import { canonicalHash } from '../../domain/canonical-json.js';
import type { Clause, Lexicon, Part, Rule, Samples } from './rule-schema.js';
import type { Scorecard } from './scorecard-schema.js';

/** Plain words by a form of everyday writing. */
export type Slang = ReadonlyMap<string, readonly string[]>;

export interface LoadedRule {
  readonly written: Rule;
  /** Folder under `rules/`: what the rule is about. */
  readonly subject: string;
  readonly path: string;
  readonly samples: Samples | undefined;
  readonly samplesPath: string;
}

/** What several rules share: they are loaded with it, so that nothing else has to know of it. */
export interface LoadedPart extends Omit<LoadedRule, 'written'> {
  readonly written: Part;
}

/** Everything that decides a verdict besides the elections. Rules and lexicons are sorted by id. */
export interface RuleSet {
  readonly rules: readonly LoadedRule[];
  /** Read from files only, to try their samples: what a rule takes from a part stands in the rule. */
  readonly parts?: readonly LoadedPart[] | undefined;
  readonly clauses: readonly Clause[];
  readonly lexicons: readonly Lexicon[];
  readonly slang: Slang;
  /** What decides between the rules that fire; without one each of them marks by itself. */
  readonly scorecard?: Scorecard | undefined;
  /** `hashOfRules`: samples, comments and file names do not change it. */
  readonly hash: string;
}

export interface HashedContent {
  readonly rules: readonly Pick<LoadedRule, 'written' | 'subject'>[];
  readonly clauses: readonly Clause[];
  readonly lexicons: readonly Lexicon[];
  readonly slang: Iterable<readonly [form: string, words: readonly string[]]>;
  readonly scorecard?: Scorecard | undefined;
}

/** `sha256:…` over all that decides a verdict; the folder counts, since a clearing rule may name one. */
export function hashOfRules({ rules, clauses, lexicons, slang, scorecard }: HashedContent): string {
  // The hash's own format: kept sets were hashed under these keys.
  const named = rules.map(({ written, subject }) => ({ subject, rule: written }));
  // A set without a scorecard hashes as it did before there were any: `undefined` is left out.
  return canonicalHash({ rules: named, clauses, lexicons, slang: Object.fromEntries(slang), scorecard });
}
