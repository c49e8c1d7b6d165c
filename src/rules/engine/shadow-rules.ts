import type { Election } from '../../domain/election.js';
import type { ScreenInput } from '../../domain/screening.js';
import type { LoadedRule, RuleSet } from '../files/rule-set.js';
import { fireAll, sortFired } from './fired-rules.js';
import { RuleEngine } from './rule-engine.js';

/**
 * Rules in shadow, in an engine of their own: in the one of the live rules their words would join the vocabulary by
 * which hashtags are cut and slang is read, and so change what live rules see.
 */
export class ShadowRules {
  readonly #engine: RuleEngine;

  /** `live`: what the shadow rules would stand beside, so that they read the same words as if they were live too. */
  constructor(
    ruleSet: Pick<RuleSet, 'lexicons' | 'slang'>,
    { shadow, live }: { shadow: readonly LoadedRule[]; live: readonly LoadedRule[] },
    elections: readonly Election[],
  ) {
    this.#engine = new RuleEngine(ruleSet, [...live, ...shadow], elections);
  }

  /** Ids of the shadow rules that would fire, sorted. Only live rules silence them: each is tried alone. */
  wouldFire(input: ScreenInput): readonly string[] {
    const scene = this.#engine.read(input, this.#engine.view(input));
    const candidates = this.#engine.candidates(scene);
    const isShadow = ({ written }: (typeof candidates)[number]) => written.status === 'shadow';
    const own = fireAll(candidates.filter(isShadow), scene);
    if (own.length === 0) return [];
    const live = fireAll(
      candidates.filter((rule) => !isShadow(rule)),
      scene,
    );
    const { marking, clearing, notes } = sortFired(own, scene, live);
    return [...marking, ...clearing, ...notes].map((fired) => fired.rule.written.id).sort();
  }
}
