import { RuleFailedError } from '../../domain/errors.js';
import { isClearing, isMarking, isNote } from '../files/rule-schema.js';
import type { Scene } from '../scene/scene.js';
import type { CompiledRule } from './compile-rules.js';
import { evaluate, type Outcome } from './evaluate.js';

export interface Fired {
  readonly rule: CompiledRule;
  readonly outcome: Extract<Outcome, { fires: true }>;
}

/** What fired, by what it does. A silenced mark or note is left out; notes speak only in a stage. */
export interface FiredRules {
  readonly marking: readonly Fired[];
  readonly clearing: readonly Fired[];
  readonly notes: readonly Fired[];
}

const NONE: readonly Fired[] = [];
const NOTHING: FiredRules = { marking: NONE, clearing: NONE, notes: NONE };

export function fireAll(rules: readonly CompiledRule[], scene: Scene): readonly Fired[] {
  if (rules.length === 0) return NONE;
  const fired: Fired[] = [];
  for (const rule of rules) {
    if (!hasWords(rule, scene)) continue;
    const outcome = tryRule(rule, scene);
    if (outcome.fires) fired.push({ rule, outcome });
  }
  return fired;
}

/** Asked before a rule is weighed: most of those that one word sets off lack another. */
function hasWords({ wordsNeeded }: CompiledRule, { places }: Scene): boolean {
  for (const sets of wordsNeeded) {
    let isThere = false;
    for (const set of sets) if (places.has(set)) isThere = true;
    if (!isThere) return false;
  }
  return true;
}

function tryRule(rule: CompiledRule, scene: Scene): Outcome {
  try {
    return evaluate(rule, scene);
  } catch (cause) {
    throw new RuleFailedError(rule.written.id, cause);
  }
}

/** `silencing`: the rules that may take a mark away; by default all clearing ones that fired. */
export function sortFired(fired: readonly Fired[], scene: Scene, silencing: readonly Fired[] = fired): FiredRules {
  if (fired.length === 0) return NOTHING;
  const isClearingRule = (f: Fired) => isClearing(f.rule.written);
  const clearing = fired.filter(isClearingRule);
  const silencers = silencing.filter(isClearingRule);
  const heard = fired.filter((f) => !silencers.some((s) => silences(s, f)));
  return {
    marking: heard.filter((f) => isMarking(f.rule.written)),
    clearing,
    notes: scene.stage === null ? NONE : heard.filter((f) => isNote(f.rule.written)),
  };
}

function silences({ rule: { written: clearing }, outcome }: Fired, { rule: silenced }: Fired): boolean {
  if (!isClearing(clearing) || clearing.clears.effect !== 'silence' || outcome.isUnclear) return false;
  const { rules } = clearing.clears;
  return rules === 'all' || rules.includes(silenced.written.id) || rules.includes(silenced.subject);
}
