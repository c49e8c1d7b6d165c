import type { Election } from '../../domain/election.js';
import type { ScreenInput } from '../../domain/screening.js';
import type { LoadedRule, RuleSet } from '../files/rule-set.js';
import type { Scene } from '../scene/scene.js';
import { signsOfAct } from './act-signs.js';
import { decide } from './decide.js';
import { type Fired, fireAll, sortFired } from './fired-rules.js';
import { RuleEngine } from './rule-engine.js';

/**
 * Rules in shadow, in an engine of their own: in the one of the live rules their words would join the vocabulary by
 * which hashtags are cut and slang is read, and so change what live rules see.
 */
export class ShadowRules {
  readonly #engine: RuleEngine;
  readonly #scorecard: RuleSet['scorecard'];

  /** `live`: what the shadow rules would stand beside, so that they read the same words as if they were live too. */
  constructor(
    ruleSet: Pick<RuleSet, 'lexicons' | 'slang' | 'scorecard'>,
    { shadow, live }: { shadow: readonly LoadedRule[]; live: readonly LoadedRule[] },
    elections: readonly Election[],
  ) {
    this.#scorecard = ruleSet.scorecard;
    this.#engine = new RuleEngine(ruleSet, [...live, ...shadow], elections);
  }

  /** Ids of the shadow rules that would fire, sorted. Only live rules silence them: each is tried alone. */
  wouldFire(input: ScreenInput): readonly string[] {
    const scene = this.#engine.read(input, this.#engine.view(input));
    const rules = [...fireAll(this.#engine.candidates(scene), scene), ...this.#engine.firedFrames()];
    const own = rules.filter(isShadow);
    if (own.length === 0) return [];
    const live = rules.filter((fired) => !isShadow(fired));
    const { marking, clearing, notes } = sortFired(own, scene, live);
    const marks = marking.filter((fired) => this.#wouldMark(fired, live, scene));
    return [...marks, ...clearing, ...notes].map((fired) => fired.rule.written.id).sort();
  }

  /** Whether a rule would be a reason if it stood beside the live ones. */
  #wouldMark(fired: Fired, live: readonly Fired[], scene: Scene): boolean {
    const { marking, clearing } = sortFired([...live, fired], scene);
    const signs = () => signsOfAct(scene, [...marking, ...clearing], this.#engine.weighed);
    return decide(marking, { signs, leaning: () => [] }, this.#scorecard).reasons.some(
      (reason) => reason.fired === fired,
    );
  }
}

function isShadow({ rule }: Fired): boolean {
  return rule.written.status === 'shadow';
}
