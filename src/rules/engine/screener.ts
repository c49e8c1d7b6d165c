import { canonicalHash } from '../../domain/canonical-json.js';
import { clausePeriod, type Election, STAGES, type Stage } from '../../domain/election.js';
import type {
  Cleared,
  Match,
  RuleCard,
  Screener,
  ScreenInput,
  ScreenResult,
  SetWords,
  Span,
} from '../../domain/screening.js';
import type { MarkingRule, RULE_STATUSES } from '../files/rule-schema.js';
import type { RuleSet } from '../files/rule-set.js';
import { EVERYWHERE, type Occurrence } from '../scene/occurrence.js';
import { type Scene, TARGET_FIELD } from '../scene/scene.js';
import type { View } from '../tickets/ballot.js';
import { type Findings, joinFindings, quotingPart } from './both-aims.js';
import { type Fired, fireAll, sortFired } from './fired-rules.js';
import { RuleEngine } from './rule-engine.js';
import { setWordsOf, ticketLabelsOf } from './set-words.js';
import { ShadowRules } from './shadow-rules.js';

/** Rises with every change of the engine that may change a verdict. */
export const ENGINE_VERSION = '1.3.0';

/** A reviewer reads the first places of each rule; a text of 100,000 tags has no more to say. */
const MAX_SPANS = 24;

export interface ScreenerOptions extends RuleSet {
  readonly elections: readonly Election[];
  /** Hash of the election files; worked out from their content where it is not given. */
  readonly electionsHash?: string;
  /** Which rules mark: the live ones, unless rules are being tried out. */
  readonly statuses?: readonly (typeof RULE_STATUSES)[number][];
}

/** Builds a screener: takes some hundred milliseconds for all of Pilkada 2024, after that microseconds a post. */
export function createScreener(options: ScreenerOptions): Screener {
  return new RuleScreener(options);
}

export class RuleScreener implements Screener {
  readonly ruleset: string;
  readonly elections: string;
  readonly engine = ENGINE_VERSION;
  readonly ruleEngine: RuleEngine;
  readonly #words: SetWords;
  /** Built when first asked for: screening alone never pays for it. `undefined` where no rule is in shadow. */
  readonly #openShadow: (() => ShadowRules) | undefined;
  #shadow: ShadowRules | undefined;

  constructor(options: ScreenerOptions) {
    const statuses = options.statuses ?? ['live'];
    const inUse = options.rules.filter((r) => statuses.includes(r.written.status));
    const shadow = options.rules.filter((r) => r.written.status === 'shadow' && !inUse.includes(r));
    this.ruleEngine = new RuleEngine(options, inUse, options.elections);
    if (shadow.length > 0) {
      this.#openShadow = () => new ShadowRules(options, { shadow, live: inUse }, options.elections);
    }
    this.ruleset = options.hash;
    this.elections = options.electionsHash ?? canonicalHash(options.elections);
    this.#words = setWordsOf(
      { rules: options.rules.map(({ written }) => written), clauses: options.clauses },
      ticketLabelsOf(options.elections),
    );
  }

  screen(input: ScreenInput): ScreenResult {
    return this.#result(input, this.#findInEach(input));
  }

  #findInEach(input: ScreenInput): Findings {
    const main = this.#findIn(input);
    const quoting = quotingPart(input);
    return quoting === undefined ? main : joinFindings(main, this.#findInEach(quoting));
  }

  #findIn(input: ScreenInput): Findings {
    const view = this.ruleEngine.view(input);
    const scene = this.ruleEngine.read(input, view);
    const { marking, clearing, notes } = sortFired(fireAll(this.ruleEngine.candidates(scene), scene), scene);
    return {
      stage: this.#stage(marking, view),
      matches: marking.map((f) => this.#match(f, scene, view)),
      cleared: clearing.map((f) => cleared(f, scene)),
      notes: notes.map((f) => ({ rule: f.rule.written.id, spans: spansOf(f.outcome.places, scene) })),
    };
  }

  wouldFire(input: ScreenInput): readonly string[] {
    this.#shadow ??= this.#openShadow?.();
    const main = this.#shadow?.wouldFire(input) ?? [];
    const quoting = this.#shadow && quotingPart(input);
    return quoting ? [...new Set([...main, ...this.wouldFire(quoting)])].sort() : main;
  }

  describe(match: Pick<Match, 'rule' | 'tickets' | 'basis'>, stage: Stage): RuleCard {
    return this.#words.describe(match, stage);
  }

  ticketLabel(ticketId: string): string {
    return this.#words.ticketLabel(ticketId);
  }

  ticketAccounts(): { ticket: string; platform: string; handle: string }[] {
    return this.ruleEngine.ballot.candidates.flatMap((c) =>
      (c.ticket?.accounts ?? []).map(({ platform, handle }) => ({ ticket: c.id, platform, handle })),
    );
  }

  // The order of keys is part of the format: equal inputs give equal bytes.
  #result(input: ScreenInput, found: Findings): ScreenResult {
    return {
      id: input.id,
      flagged: found.matches.length > 0,
      stage: found.stage,
      matches: found.matches,
      cleared: found.cleared,
      // format: a set without note rules answers without the key.
      ...(found.notes.length > 0 && { notes: found.notes }),
      ruleset: this.ruleset,
      elections: this.elections,
      engine: this.engine,
    };
  }

  #stage(marking: readonly Fired[], view: View): Stage | null {
    const ticket = marking[0]?.outcome.tickets[0];
    return ticket === undefined ? view.stage : this.#stageOf(ticket, view);
  }

  #stageOf(ticket: number, view: View): Stage {
    return STAGES[view.stages[this.ruleEngine.ballot.candidates[ticket]!.contestIndex]!]!;
  }

  #match({ rule, outcome }: Fired, scene: Scene, view: View): Match {
    const { id, basis, stance } = rule.written as MarkingRule;
    const periods = new Set(outcome.tickets.map((t) => clausePeriod(this.#stageOf(t, view))));
    const items = [...periods].flatMap((period) => basis[period]);
    return {
      rule: id,
      basis: [...new Set(items)].sort(),
      tickets: outcome.tickets.map((t) => this.ruleEngine.ballot.candidates[t]!.id).sort(),
      stance: outcome.isUnclear ? 'unclear' : stance,
      spans: spansOf(outcome.places, scene),
    };
  }
}

function cleared({ rule, outcome }: Fired, scene: Scene): Cleared {
  return { reason: rule.written.title, spans: spansOf(outcome.places, scene) };
}

/** Places as people see them in the fields that came in; sorted, each once. */
export function spansOf(places: readonly Occurrence[], scene: Scene): Span[] {
  const spans = places.map((place) => spanOf(place, scene)).sort(bySpan);
  return spans.filter((s, i) => i === 0 || bySpan(s, spans[i - 1]!) !== 0).slice(0, MAX_SPANS);
}

function spanOf(place: Occurrence, { units, input }: Scene): Span {
  const { means } = place;
  if (place.first === EVERYWHERE) {
    const { account, text } = input.target ?? {};
    if (account !== undefined) return { field: 'target.account', start: 0, end: account.handle.length, means };
    return { field: 'target.text', start: 0, end: text?.length ?? 0, means };
  }
  const field = fieldName(units.field[place.first]!, input);
  return { field, start: units.start[place.first]!, end: units.end[place.last]!, means };
}

function fieldName(field: number, input: ScreenInput): string {
  if (field === 0) return 'text';
  if (field === TARGET_FIELD) return 'target.text';
  return `media.${Math.min(field, input.media?.length ?? 1) - 1}.text`;
}

function bySpan(a: Span, b: Span): number {
  return compare(a.field, b.field) || a.start - b.start || a.end - b.end || compare(a.means, b.means);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
