import { MAX_TEXT_LENGTH } from '../../domain/activity.js';
import type { Election } from '../../domain/election.js';
import { lazily } from '../../domain/lazily.js';
import type { ScreenInput } from '../../domain/screening.js';
import { TextReader } from '../../text/read-text.js';
import { UNIT, Units } from '../../text/units.js';
import { Vocabulary } from '../../text/vocabulary.js';
import { FRAME, isMarking, type Lexicon } from '../files/rule-schema.js';
import type { LoadedRule, RuleSet } from '../files/rule-set.js';
import { type ClauseWords, clausesOf } from '../scene/clauses.js';
import { type Found, type ReadInput, type Scene, TARGET_FIELD } from '../scene/scene.js';
import type { NegationWords } from '../scene/scopes.js';
import { type Style, styleOf } from '../scene/style.js';
import { TermPlaces } from '../scene/term-places.js';
import { type Term, type TermList, TermSets } from '../scene/term-sets.js';
import { AnchorFinder } from '../tickets/anchors.js';
import { Ballot, type View } from '../tickets/ballot.js';
import type { OfficePlaces } from '../tickets/office-holders.js';
import type { Work } from '../tickets/places.js';
import { ROLE } from '../tickets/roles.js';
import { TargetAccounts } from '../tickets/target-accounts.js';
import { TicketFinder } from '../tickets/ticket-finder.js';
import type { TicketHit } from '../tickets/ticket-hit.js';
import { UnnamedTickets } from '../tickets/unnamed-tickets.js';
import type { WeighedList } from './act-signs.js';
import { type CompiledRule, compileRule } from './compile-rules.js';
import { type Fired, type FiredRules, fireAll, sortFired } from './fired-rules.js';
import { RuleIndex } from './rule-index.js';

/** Lists that the engine itself asks for; they stand in `rules/lexicon/` like all others. */
const STYLE_LISTS = {
  reported: 'reported-speech',
  personal: 'personal-voice',
  source: 'news-source',
  urging: 'inviting',
  laughter: 'mockery',
} as const;

/** How people speak of whoever holds the office. */
const OFFICE_LISTS = { named: 'incumbent', called: 'incumbent-call' } as const;

/** Reads activities into scenes and knows which rules may fire on them. Built once for a rule set and elections. */
export class RuleEngine {
  readonly ballot: Ballot;
  readonly rules: readonly CompiledRule[];
  /** The rules among them that say what kind of text an act is. */
  readonly #frames: readonly CompiledRule[];
  readonly reader: TextReader;
  readonly finder: TicketFinder;
  readonly weighed: readonly WeighedList[];
  readonly #sets: TermSets;
  readonly #units = new Units();
  readonly #negation: NegationWords;
  readonly #clauseWords: ClauseWords;
  readonly #anchors: AnchorFinder;
  readonly #styleSets: Record<keyof typeof STYLE_LISTS, number>;
  readonly #places: TermPlaces;
  readonly #office: OfficePlaces;
  readonly #known: (Found | undefined)[];
  readonly #work: Work = { steps: 0 };
  readonly #index: RuleIndex;
  readonly #targets: TargetAccounts;
  readonly #unnamed: UnnamedTickets;
  #firedFrames: () => readonly Fired[] = () => [];
  #at = 0;

  constructor(
    ruleSet: Pick<RuleSet, 'lexicons' | 'slang'>,
    rules: readonly LoadedRule[],
    elections: readonly Election[],
  ) {
    const vocabulary = new Vocabulary();
    this.ballot = new Ballot(elections);
    this.#sets = new TermSets(vocabulary, ruleSet.slang, ruleSet.lexicons.map(termListOf));
    const sorted = [...rules].sort((a, b) => (a.written.id < b.written.id ? -1 : 1));
    const context = { sets: this.#sets, numbers: new Map<string, number>() };
    this.rules = sorted.map((r) => compileRule(r, context));
    this.#frames = this.rules.filter(({ subject }) => subject === FRAME);
    this.#known = Array.from(context.numbers, () => undefined);
    const office = mapValues(OFFICE_LISTS, (id) => this.#sets.setOfList(id));
    this.#office = { named: () => this.#places.of(office.named), called: () => this.#places.of(office.called) };
    this.#styleSets = mapValues(STYLE_LISTS, (id) => this.#sets.setOfList(id));
    const list = (id: string) => this.#sets.wordIds(ruleSet.lexicons.find((l) => l.id === id)?.words ?? []);
    this.weighed = ruleSet.lexicons.flatMap(({ id, weighs }) =>
      weighs === undefined ? [] : [{ id, side: weighs, set: this.#sets.setOfList(id) }],
    );
    this.#clauseWords = { turns: list('but'), openers: list('after-comma') };
    this.#negation = { negations: list('negation'), undoing: list('negation-undone') };
    this.#anchors = new AnchorFinder((id) => this.#sets.setOfList(id), vocabulary);
    this.#targets = new TargetAccounts(this.ballot);
    this.#unnamed = new UnnamedTickets(this.ballot, vocabulary);
    this.finder = new TicketFinder(this.ballot, vocabulary, { slang: ruleSet.slang, accounts: this.#targets });
    this.#sets.automaton.seal(vocabulary.size);
    this.reader = new TextReader(vocabulary, ruleSet.slang, (id, stem) => {
      return (this.#sets.automaton.begins(id, stem) ? ROLE.term : 0) | this.finder.rolesOf(id, stem);
    });
    this.#places = new TermPlaces(this.#sets.sets.length);
    this.#index = new RuleIndex(
      this.rules.filter(({ subject }) => subject !== FRAME),
      this.#sets.sets.length,
    );
  }

  /** Steps of reader, automata and rules since the start: what the linear-time tests count. */
  get work(): number {
    return this.reader.work + this.finder.work + this.#sets.automaton.work + this.#work.steps;
  }

  view(input: ScreenInput): View {
    return this.ballot.view(new Date(input.publishedAt), input.account.region);
  }

  /** The scene is overwritten by the next call. */
  read(input: ReadInput, view: View): Scene {
    const units = this.#units;
    units.shrink();
    units.reset();
    this.reader.read(cut(input.text), units, 0);
    for (const [i, { text }] of (input.media ?? []).entries()) {
      if (text) this.reader.read(cut(text), units, Math.min(i + 1, TARGET_FIELD - 1));
    }
    const own = units.count;
    if (input.target?.text) this.reader.read(cut(input.target.text), units, TARGET_FIELD);
    this.#collectTerms(units);
    this.#known.fill(undefined);
    const act = { places: this.#places, view, work: this.#work, targetField: TARGET_FIELD };
    const anchors = this.#anchors.find(units, act);
    const { tickets: targetTickets, isTeam: isTeamTarget } = this.#targets.ownerOf(input, view);
    const told = { view, anchors, targetTickets, office: this.#office, targetField: TARGET_FIELD };
    const hits = this.finder.find(units, { ...told, textIn: (field) => textIn(input, field) });
    const scene: Scene = {
      input,
      units,
      stage: view.stage,
      places: this.#places,
      sets: this.#sets.sets,
      hits,
      unnamed: lazily(() =>
        hits.length + targetTickets.length > 0 ? [] : this.#unnamed.find(units, { view, anchors }),
      ),
      anchors,
      targetTickets,
      isTeamTarget,
      style: lazily(() => this.#style(units, own)),
      namesEveryTicket: () => this.#namesEveryTicket(hits),
      clauses: lazily(() => clausesOf(units, this.#clauseWords)),
      hasOwnCall: () => this.firedFrames().some(({ outcome }) => outcome.isUnclear),
      frames: lazily(() => new Map(this.firedFrames().map((f) => [f.rule.written.id, f.outcome.places]))),
      negation: this.#negation,
      known: this.#known,
      work: this.#work,
    };
    this.#firedFrames = lazily(() => {
      const frames = this.#frames.filter((frame) => frame.appliesTo.has(input.kind));
      return fireAll(frames, scene);
    });
    return scene;
  }

  /** What fires, frames included, with what is silenced left out. */
  judge(scene: Scene): FiredRules {
    const rules = fireAll(this.candidates(scene), scene);
    const mayMark = rules.some(({ rule }) => isMarking(rule.written));
    return sortFired(mayMark ? [...rules, ...this.firedFrames()] : rules, scene);
  }

  /** The frames that hold in the scene that was read last: asked only of acts that some rule would mark. */
  firedFrames(): readonly Fired[] {
    return this.#firedFrames();
  }

  /** Whoever shares a list of all and adds words for one of them speaks for that one. */
  #namesEveryTicket(hits: readonly TicketHit[]): boolean {
    const own = hits.filter(({ first }) => this.#units.field[first] !== TARGET_FIELD);
    return this.ballot.isWholeContest(new Set((own.length > 0 ? own : hits).flatMap((hit) => hit.candidates)));
  }

  /** Rules whose words occur, frames aside, in order of their ids. */
  candidates(scene: Scene): readonly CompiledRule[] {
    const hasTicket = scene.hits.length > 0 || scene.targetTickets.length > 0;
    return this.#index.find(scene.input.kind, hasTicket, this.#places.filled);
  }

  #collectTerms(units: Units): void {
    this.#places.clear();
    for (let i = 0; i < units.count; i++) {
      if ((units.roles[i]! & ROLE.term) === 0) continue;
      this.#at = i;
      this.#sets.automaton.walk(units, i, this.#addPlaces);
    }
  }

  readonly #addPlaces = (sets: readonly number[], last: number): void => this.#places.add(sets, this.#at, last);

  #style(units: Units, own: number): Style {
    // Words in quotation marks are somebody else's: they do not make a report personal.
    const isOwn = (i: number) => i < own && (units.flags[i]! & UNIT.quoted) === 0;
    const count = (list: keyof typeof STYLE_LISTS) => {
      const places = this.#places.of(this.#styleSets[list]);
      this.#work.steps += places.length;
      return places.reduce((sum, { first }) => (isOwn(first) ? sum + 1 : sum), 0);
    };
    return styleOf(units, TARGET_FIELD, {
      reported: count('reported'),
      personal: count('personal'),
      source: count('source'),
      urging: count('urging'),
      laughter: count('laughter'),
    });
  }
}

function termListOf({ id, means, words, stems, phrases, emoji, except }: Lexicon): TermList {
  const termsAs = (as: Term['as'], texts: readonly string[] = []): Term[] => texts.map((text) => ({ as, text }));
  const terms = [
    ...termsAs('stem', stems),
    ...termsAs('words', words),
    ...termsAs('words', phrases),
    ...termsAs('emoji', emoji),
  ];
  return { id, terms, means, except: except ?? [] };
}

function textIn({ text, media, target }: ScreenInput, field: number): string {
  if (field === 0) return text;
  return (field === TARGET_FIELD ? target?.text : media?.[field - 1]?.text) ?? '';
}

function cut(text: string): string {
  return text.length > MAX_TEXT_LENGTH ? text.slice(0, MAX_TEXT_LENGTH) : text;
}

function mapValues<K extends string, A, B>(from: Readonly<Record<K, A>>, change: (value: A) => B): Record<K, B> {
  return Object.fromEntries(Object.entries(from).map(([k, v]) => [k, change(v as A)])) as Record<K, B>;
}
