import type { CompiledRule } from './compile-rules.js';
import { evaluate, type Outcome } from './evaluate.js';
import { isClearing, isNote } from './rule-schema.js';
import type { LoadedRule } from './rule-set.js';
import type { Scene } from './scene.js';

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
    const outcome = evaluate(rule, scene);
    if (outcome.fires) fired.push({ rule, outcome });
  }
  return fired;
}

/** `silencing`: the rules that may take a mark away; by default all clearing ones that fired. */
export function sortFired(fired: readonly Fired[], scene: Scene, silencing: readonly Fired[] = fired): FiredRules {
  if (fired.length === 0) return NOTHING;
  const isNoteRule = ({ rule }: Fired) => isNote(rule.rule);
  const isClearingRule = (f: Fired) => isClearing(f.rule.rule) && !isNoteRule(f);
  const clearing = fired.filter(isClearingRule);
  const silencers = silencing === fired ? clearing : silencing.filter(isClearingRule);
  const isHeard = (f: Fired) => !isClearingRule(f) && !silencers.some((s) => silences(s, f));
  return {
    marking: fired.filter((f) => isHeard(f) && !isNoteRule(f)),
    clearing,
    notes: scene.stage === null ? NONE : fired.filter((f) => isHeard(f) && isNoteRule(f)),
  };
}

function silences({ rule: { rule: clearing } }: Fired, { rule: silenced }: Fired): boolean {
  if (!isClearing(clearing) || clearing.clears.effect !== 'silence') return false;
  const { rules } = clearing.clears;
  return rules === 'all' || rules.includes(silenced.rule.id) || rules.includes(silenced.subject);
}

/**
 * A rule as the compiler takes it: it asks a ticket of every rule that does not clear, and a note needs none. So a
 * note goes in as a rule that clears nothing.
 */
export function toCompilable(loaded: LoadedRule): LoadedRule {
  if (!isNote(loaded.rule)) return loaded;
  return { ...loaded, rule: { ...loaded.rule, clears: { effect: 'beside', rules: [] } } };
}
