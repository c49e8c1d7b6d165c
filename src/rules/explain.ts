import type { Cleared, Match, Note, ScreenInput, ScreenResult } from '../domain/screening.js';
import { evaluate } from './evaluate.js';
import { isMarking } from './rule-schema.js';
import type { RuleScreener } from './screener.js';

/** A rule that did not fire, and the first of its conditions that did not hold. */
export interface NearMiss {
  readonly rule: string;
  readonly title: string;
  readonly missing: string;
  readonly because: 'absent' | 'excluded' | 'no_ticket' | 'other_kind';
}

export interface Explanation {
  readonly result: ScreenResult;
  readonly fired: readonly (Match & { readonly title: string; readonly explanation: string })[];
  readonly cleared: readonly Cleared[];
  readonly notes: readonly (Note & { readonly title: string; readonly explanation: string })[];
  /** Ids of the shadow rules that would fire as well. */
  readonly shadow: readonly string[];
  /** Ids of the tickets that the text names here and now. */
  readonly tickets: readonly string[];
  /** Nearest first; at most five. */
  readonly nearest: readonly NearMiss[];
}

const MAX_NEAREST = 5;

/** Why an activity is marked, or what it lacks for it. */
export function explain(screener: RuleScreener, input: ScreenInput): Explanation {
  const result = screener.screen(input);
  const { rules } = screener;
  const scene = rules.read(input, rules.view(input));
  const misses = rules.rules.flatMap((rule) => {
    if (!isMarking(rule.rule)) return [];
    const { id, title } = rule.rule;
    if (!rule.appliesTo.has(input.kind)) return [];
    const outcome = evaluate(rule, scene);
    if (outcome.fires) return [];
    const { missing, because } = outcome;
    // A rule that was stopped by an exclusion came nearest; next, one that found words but no ticket near them.
    const held = rule.selections.findIndex((s) => s.name === missing) + (because === 'excluded' ? 100 : 0);
    const isWordy = rule.triggers?.some((set) => scene.places[set]!.length > 0) ?? false;
    return [{ miss: { rule: id, title, missing, because }, nearness: held + (isWordy ? 50 : 0) }];
  });
  misses.sort((a, b) => b.nearness - a.nearness || (a.miss.rule < b.miss.rule ? -1 : 1));
  const stage = result.stage ?? 'campaign';
  const named = new Set(scene.hits.flatMap((h) => h.candidates).concat(scene.targetTickets));
  return {
    result,
    fired: result.matches.map((m) => {
      const { title, explanation } = screener.describe(m, stage);
      return { ...m, title, explanation };
    }),
    cleared: result.cleared,
    notes: (result.notes ?? []).map((note) => {
      const { title, explanation } = screener.describe({ rule: note.rule, tickets: [], basis: [] }, stage);
      return { ...note, title, explanation };
    }),
    shadow: screener.wouldFire(input),
    tickets: [...named].map((t) => rules.ballot.candidates[t]!.id).sort(),
    nearest: misses.slice(0, MAX_NEAREST).map((m) => m.miss),
  };
}
