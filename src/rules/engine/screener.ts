import { canonicalHash } from '../../domain/canonical-json.js';
import { clausePeriod, type Election, STAGES, type Stage } from '../../domain/election.js';
import type {
  Cleared,
  Match,
  Points,
  RuleCard,
  Screener,
  ScreenInput,
  ScreenResult,
  SetWords,
} from '../../domain/screening.js';
import type { MarkingRule, RULE_STATUSES } from '../files/rule-schema.js';
import type { RuleSet } from '../files/rule-set.js';
import type { Scorecard } from '../files/scorecard-schema.js';
import type { ReadInput, Scene } from '../scene/scene.js';
import type { View } from '../tickets/ballot.js';
import { type ActSign, signsOfAct } from './act-signs.js';
import { type Findings, joinReadings, readingsOf } from './both-aims.js';
import { decide, type Reason } from './decide.js';
import type { Fired, FiredRules } from './fired-rules.js';
import { leaningWords } from './leaning.js';
import { RuleEngine } from './rule-engine.js';
import { type Score, scoreOf } from './score.js';
import { setWordsOf, ticketLabelsOf } from './set-words.js';
import { ShadowRules } from './shadow-rules.js';
import { type KnownTicket, sidesOf } from './sides.js';
import { spansOf } from './spans.js';

/** Rises with every change of the engine that may change a verdict. */
export const ENGINE_VERSION = '1.11.0';

/** A sign of the scorecard is shown where it stands; a few places tell as much as all. */
const MAX_SIGN_SPANS = 6;
const NONE: readonly never[] = [];

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
  readonly #scorecard: Scorecard | undefined;
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
    this.#scorecard = options.scorecard;
    this.ruleset = options.hash;
    this.elections = options.electionsHash ?? canonicalHash(options.elections);
    this.#words = setWordsOf(
      { rules: options.rules.map(({ written }) => written), clauses: options.clauses, lexicons: options.lexicons },
      ticketLabelsOf(options.elections),
    );
  }

  screen(input: ScreenInput): ScreenResult {
    const readings = readingsOf(input);
    // What nearly every act is: one reading, whose places are those of the act.
    if (readings.length === 1) return this.#result(input, this.#findIn(readings[0]!.input));
    const found = readings.map((reading) => ({ reading, findings: this.#findIn(reading.input) }));
    return this.#result(input, joinReadings(found));
  }

  #findIn(input: ReadInput): Findings {
    const view = this.ruleEngine.view(input);
    const scene = this.ruleEngine.read(input, view);
    const { marking, clearing, notes } = this.ruleEngine.judge(scene);
    if (marking.length + clearing.length + notes.length === 0) {
      return { stage: view.stage, matches: NONE, cleared: NONE, notes: NONE, sides: NONE, points: undefined };
    }
    const signs = () => this.#signsOf(scene, marking, clearing);
    const { reasons, score, leaning } = decide(
      marking,
      { signs, leaning: () => leaningWords(scene, this.ruleEngine.leaning) },
      this.#scorecard,
    );
    const heard = { reasons, score, leaning, card: this.#scorecard, ticketOf: this.#ticketOf };
    return {
      stage: this.#stage(reasons, view),
      matches: reasons.map((reason) => this.#match(reason, scene, view)),
      cleared: clearing.map((f) => cleared(f, scene)),
      notes: notes.map((f) => ({ rule: f.rule.written.id, spans: spansOf(f.outcome.places, scene) })),
      sides: reasons.length > 0 ? sidesOf(heard) : [],
      points: reasons.length > 0 && score !== undefined ? this.#pointsIn(score, scene) : undefined,
    };
  }

  readonly #ticketOf = (index: number): KnownTicket => this.ruleEngine.ballot.candidates[index]!;

  #pointsIn({ total, signs }: Score, scene: Scene): Points {
    return {
      total,
      line: this.#scorecard!.line,
      signs: signs.map(({ name, points, places }) => ({
        sign: name,
        points,
        spans: spansOf(places, scene).slice(0, MAX_SIGN_SPANS),
      })),
    };
  }

  #signsOf(scene: Scene, marking: readonly Fired[], clearing: readonly Fired[]): readonly ActSign[] {
    return signsOfAct(scene, [...marking, ...clearing], this.ruleEngine.weighed);
  }

  /** The signs of an act for a scorecard, by reading: none where no rule would mark it. */
  signsOf(input: ScreenInput): readonly (readonly ActSign[])[] {
    return this.#readings(input, (scene, { marking, clearing }) => this.#signsOf(scene, marking, clearing));
  }

  /** Names of the word lists that pull an act to a side, for a scorecard's `leans`: none where no rule would mark it. */
  leaningOf(input: ScreenInput): readonly string[] {
    const lists = this.ruleEngine.leaning;
    return this.#readings(input, (scene) => leaningWords(scene, lists).map(({ name }) => name)).flat();
  }

  /** What speaks for marking an act and against it, by reading, strongest first; nothing without a scorecard. */
  pointsOf(input: ScreenInput): readonly Points[] {
    const card = this.#scorecard;
    if (card === undefined) return [];
    return this.#readings(input, (scene, { marking, clearing }) => {
      return this.#pointsIn(scoreOf(this.#signsOf(scene, marking, clearing), card), scene);
    });
  }

  #readings<T>(input: ScreenInput, make: (scene: Scene, fired: FiredRules) => T): T[] {
    return readingsOf(input).flatMap(({ input: one }) => {
      const scene = this.ruleEngine.read(one, this.ruleEngine.view(one));
      const fired = this.ruleEngine.judge(scene);
      return fired.marking.length === 0 ? [] : [make(scene, fired)];
    });
  }

  wouldFire(input: ScreenInput): readonly string[] {
    this.#shadow ??= this.#openShadow?.();
    const shadow = this.#shadow;
    if (shadow === undefined) return NONE;
    return [...new Set(readingsOf(input).flatMap((reading) => shadow.wouldFire(reading.input)))].sort();
  }

  describe(match: Pick<Match, 'rule' | 'tickets' | 'basis'>, stage: Stage): RuleCard {
    return this.#words.describe(match, stage);
  }

  ticketLabel(ticketId: string): string {
    return this.#words.ticketLabel(ticketId);
  }

  signTitle(sign: string): string | undefined {
    return this.#words.signTitle(sign);
  }

  ruleText(id: string): string | undefined {
    return this.#words.ruleText(id);
  }

  ticketAccounts(): { ticket: string; platform: string; handle: string }[] {
    return this.ruleEngine.ballot.candidates.flatMap((c) =>
      [...(c.ticket?.accounts ?? []), ...(c.ticket?.teams ?? [])].map(({ platform, handle }) => ({
        ticket: c.id,
        platform,
        handle,
      })),
    );
  }

  // The order of keys is part of the format: equal inputs give equal bytes.
  #result(input: ScreenInput, found: Findings): ScreenResult {
    const { ruleset, elections, engine } = this;
    const { stage, matches, cleared } = found;
    // What nearly every act is: a spread of nothing costs as much as all other keys.
    if (matches.length + found.notes.length === 0)
      return { id: input.id, flagged: false, stage, matches, cleared, ruleset, elections, engine };
    return {
      id: input.id,
      flagged: matches.length > 0,
      stage,
      matches,
      cleared,
      // format: a set without note rules answers without the key.
      ...(found.notes.length > 0 && { notes: found.notes }),
      ruleset,
      elections,
      engine,
      // format: of a marked act alone, after all that the answer has ever said.
      ...(found.sides.length > 0 && { sides: found.sides }),
      ...(found.points !== undefined && { points: found.points }),
    };
  }

  #stage(reasons: readonly Reason[], view: View): Stage | null {
    const ticket = reasons[0]?.fired.outcome.tickets[0];
    return ticket === undefined ? view.stage : this.#stageOf(ticket, view);
  }

  #stageOf(ticket: number, view: View): Stage {
    return STAGES[view.stages[this.ruleEngine.ballot.candidates[ticket]!.contestIndex]!]!;
  }

  #match({ fired: { rule, outcome }, stance, turnedBy = [] }: Reason, scene: Scene, view: View): Match {
    const { id, basis } = rule.written as MarkingRule;
    const periods = new Set(outcome.tickets.map((t) => clausePeriod(this.#stageOf(t, view))));
    const items = [...periods].flatMap((period) => basis[period]);
    return {
      rule: id,
      basis: [...new Set(items)].sort(),
      tickets: outcome.tickets.map((t) => this.ruleEngine.ballot.candidates[t]!.id).sort(),
      stance,
      spans: spansOf([...outcome.places, ...turnedBy], scene),
    };
  }
}

function cleared({ rule, outcome }: Fired, scene: Scene): Cleared {
  return { reason: rule.written.title, spans: spansOf(outcome.places, scene) };
}
