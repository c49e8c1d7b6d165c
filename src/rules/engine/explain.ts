import type { Cleared, Match, Note, Points, ScreenInput, ScreenResult, Span } from '../../domain/screening.js';
import { isMarking } from '../files/rule-schema.js';
import type { Scene } from '../scene/scene.js';
import { isInScope, type Scope } from '../scene/scopes.js';
import { look } from '../selections/find-selection.js';
import type { CompiledSelection } from '../selections/selection-key.js';
import { evaluate } from './evaluate.js';
import type { RuleScreener } from './screener.js';
import { spansOf } from './spans.js';

/** A rule that did not fire, and the first of its conditions that did not hold. */
export interface NearMiss {
  readonly rule: string;
  readonly title: string;
  readonly missing: string;
  readonly because: 'absent' | 'excluded' | 'no_ticket' | 'other_kind';
  /** The words are there, but not as the rule wants them. */
  readonly almost?: AlmostFound;
}

export interface AlmostFound {
  readonly spans: readonly Span[];
  /** `far`: not where the selection's relations want them. */
  readonly because: Scope | 'far';
}

export interface Explanation {
  readonly result: ScreenResult;
  readonly fired: readonly (Match & { readonly title: string; readonly explanation: string })[];
  readonly cleared: readonly Cleared[];
  /** By reading, strongest first; nothing without a scorecard or where no rule would mark. */
  readonly points: readonly Points[];
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
  const { ruleEngine } = screener;
  const scene = ruleEngine.read(input, ruleEngine.view(input));
  const misses = ruleEngine.rules.flatMap((rule) => {
    const { written } = rule;
    if (!isMarking(written) || !rule.appliesTo.has(input.kind)) return [];
    const { id, title } = written;
    const outcome = evaluate(rule, scene);
    if (outcome.fires) return [];
    const { missing, because } = outcome;
    // A rule that was stopped by an exclusion came nearest; next, one that found words but no ticket near them.
    const held = rule.selections.findIndex((s) => s.name === missing) + (because === 'excluded' ? 100 : 0);
    const isWordy = rule.triggers?.some((set) => scene.places.has(set)) ?? false;
    const selection = rule.selections.find((s) => s.name === missing);
    const almost = because === 'absent' && selection ? almostFound(scene, selection) : undefined;
    const nearness = held + (isWordy ? 50 : 0) + (almost ? 25 : 0);
    return [{ miss: { rule: id, title, missing, because, almost }, nearness }];
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
    points: screener.pointsOf(input),
    notes: (result.notes ?? []).map((note) => {
      const { title, explanation } = screener.describe({ rule: note.rule, tickets: [], basis: [] }, stage);
      return { ...note, title, explanation };
    }),
    shadow: screener.wouldFire(input),
    tickets: [...named].map((t) => ruleEngine.ballot.candidates[t]!.id).sort(),
    nearest: misses.slice(0, MAX_NEAREST).map((m) => m.miss),
  };
}

/** Looks again without the conditions on place, to say which of them stood in the way. */
function almostFound(scene: Scene, selection: CompiledSelection): AlmostFound | undefined {
  const { places } = look(scene, { ...selection, relations: [], unless: [], only: [] });
  if (places.length === 0 || selection.sets.length === 0) return undefined;
  const [first] = places;
  const because = selection.unless.find((scope) => isInScope(scene, scope, first!.first)) ?? 'far';
  return { spans: spansOf([first!], scene), because };
}
