import { MAX_TEXT_LENGTH } from '../../domain/activity.js';
import type { Election } from '../../domain/election.js';
import type { ScreenInput } from '../../domain/screening.js';
import { TextReader } from '../../text/read-text.js';
import { Units } from '../../text/units.js';
import { Vocabulary } from '../../text/vocabulary.js';
import { FRAME, isMarking, type Lexicon } from '../files/rule-schema.js';
import type { LoadedRule, RuleSet } from '../files/rule-set.js';
import { type ReadInput, type Scene, TARGET_FIELD } from '../scene/scene.js';
import { TermPlaces } from '../scene/term-places.js';
import { type Term, type TermList, TermSets } from '../scene/term-sets.js';
import { AnchorFinder } from '../tickets/anchors.js';
import { Ballot, type View } from '../tickets/ballot.js';
import type { OfficePlaces } from '../tickets/office-holders.js';
import type { Work } from '../tickets/places.js';
import { ROLE } from '../tickets/roles.js';
import { TargetAccounts } from '../tickets/target-accounts.js';
import { TicketFinder } from '../tickets/ticket-finder.js';
import { UnnamedTickets } from '../tickets/unnamed-tickets.js';
import type { WeighedList } from './act-signs.js';
import { type CompiledRule, compileRule } from './compile-rules.js';
import { type Fired, type FiredRules, fireAll, sortFired } from './fired-rules.js';
import type { LeaningList } from './leaning.js';
import { ReadScene, STYLE_LISTS } from './read-scene.js';
import { RuleIndex } from './rule-index.js';

/** How people speak of whoever holds the office. */
const OFFICE_LISTS = { named: 'incumbent', called: 'incumbent-call' } as const;

/** Reads activities into scenes and knows which rules may fire on them. Built once for a rule set and elections. */
export class RuleEngine {
  readonly ballot: Ballot;
  readonly rules: readonly CompiledRule[];
  readonly reader: TextReader;
  readonly finder: TicketFinder;
  readonly weighed: readonly WeighedList[];
  readonly leaning: readonly LeaningList[];
  readonly #sets: TermSets;
  readonly #units = new Units();
  readonly #anchors: AnchorFinder;
  readonly #places: TermPlaces;
  readonly #office: OfficePlaces;
  readonly #work: Work = { steps: 0 };
  readonly #index: RuleIndex;
  readonly #targets: TargetAccounts;
  readonly #scene: ReadScene;
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
    const frames = this.rules.filter(({ subject }) => subject === FRAME);
    const office = mapValues(OFFICE_LISTS, (id) => this.#sets.setOfList(id));
    this.#office = { named: () => this.#places.of(office.named), called: () => this.#places.of(office.called) };
    const sceneWords = this.#sceneWords(ruleSet);
    this.weighed = ruleSet.lexicons.flatMap(({ id, weighs }) =>
      weighs === undefined ? [] : [{ id, side: weighs, set: this.#sets.setOfList(id) }],
    );
    this.leaning = ruleSet.lexicons.flatMap(({ id, leans }) =>
      leans === undefined ? [] : [{ id, set: this.#sets.setOfList(id) }],
    );
    this.#anchors = new AnchorFinder((id) => this.#sets.setOfList(id), vocabulary);
    this.#targets = new TargetAccounts(this.ballot);
    const unnamed = new UnnamedTickets(this.ballot, vocabulary);
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
    this.#scene = new ReadScene({
      units: this.#units,
      places: this.#places,
      sets: this.#sets.sets,
      work: this.#work,
      ballot: this.ballot,
      ...sceneWords,
      unnamed,
      known: Array.from(context.numbers, () => undefined),
      fireFrames: (scene) => this.#fireFitting(frames, scene),
    });
  }

  #sceneWords({ lexicons }: Pick<RuleSet, 'lexicons'>) {
    const list = (id: string) => this.#sets.wordIds(lexicons.find((l) => l.id === id)?.words ?? []);
    return {
      styleSets: mapValues(STYLE_LISTS, (id) => this.#sets.setOfList(id)),
      clauseWords: { turns: list('but'), openers: list('after-comma') },
      negation: { negations: list('negation'), undoing: list('negation-undone') },
    };
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
    if (input.media !== undefined) this.#readMedia(input.media, units);
    const own = units.count;
    if (input.target?.text) this.reader.read(cut(input.target.text), units, TARGET_FIELD);
    this.#collectTerms(units);
    const act = { places: this.#places, view, work: this.#work, targetField: TARGET_FIELD };
    const anchors = this.#anchors.find(units, act);
    const owner = this.#targets.ownerOf(input, view);
    const hits = this.finder.find(units, {
      view,
      anchors,
      office: this.#office,
      targetTickets: owner.tickets,
      targetField: TARGET_FIELD,
      textIn: (field) => textIn(input, field),
    });
    return this.#scene.begin({ input, view, hits, anchors, owner, own });
  }

  #readMedia(media: NonNullable<ReadInput['media']>, units: Units): void {
    for (const [i, { text }] of media.entries()) {
      if (text) this.reader.read(cut(text), units, Math.min(i + 1, TARGET_FIELD - 1));
    }
  }

  /** What fires, frames included, with what is silenced left out. */
  judge(scene: Scene): FiredRules {
    const rules = fireAll(this.candidates(scene), scene);
    const mayMark = rules.some(({ rule }) => isMarking(rule.written));
    return sortFired(mayMark ? [...rules, ...this.firedFrames()] : rules, scene);
  }

  /** The frames that hold in the scene that was read last: asked only of acts that some rule would mark. */
  firedFrames(): readonly Fired[] {
    return this.#scene.firedFrames();
  }

  #fireFitting(frames: readonly CompiledRule[], scene: Scene): readonly Fired[] {
    return fireAll(
      frames.filter(({ appliesTo }) => appliesTo.has(scene.input.kind)),
      scene,
    );
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
