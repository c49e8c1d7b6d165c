import type { Stage } from '../../domain/election.js';
import { UNIT, type Units } from '../../text/units.js';
import { type ClauseWords, clausesOf } from '../scene/clauses.js';
import type { Occurrence } from '../scene/occurrence.js';
import { type Found, type ReadInput, type Scene, TARGET_FIELD } from '../scene/scene.js';
import type { NegationWords } from '../scene/scopes.js';
import { type Style, styleOf } from '../scene/style.js';
import type { SetPlaces } from '../scene/term-places.js';
import type { TermSet } from '../scene/term-sets.js';
import type { Anchors } from '../tickets/anchors.js';
import type { Ballot, View } from '../tickets/ballot.js';
import type { Work } from '../tickets/places.js';
import type { TargetOwner } from '../tickets/target-accounts.js';
import type { TicketHit } from '../tickets/ticket-hit.js';
import type { UnnamedTickets } from '../tickets/unnamed-tickets.js';
import type { Fired } from './fired-rules.js';

/** Lists by which a style is told; they stand in `rules/lexicon/` like all others. */
export const STYLE_LISTS = {
  reported: 'reported-speech',
  personal: 'personal-voice',
  source: 'news-source',
  urging: 'inviting',
  laughter: 'mockery',
} as const;

/** What every act of an engine is read with. */
interface Fixed {
  readonly units: Units;
  readonly places: SetPlaces;
  readonly sets: readonly TermSet[];
  readonly negation: NegationWords;
  readonly clauseWords: ClauseWords;
  /** Term sets of the style's lists. */
  readonly styleSets: Readonly<Record<keyof typeof STYLE_LISTS, number>>;
  readonly known: (Found | undefined)[];
  readonly work: Work;
  readonly ballot: Ballot;
  readonly unnamed: Pick<UnnamedTickets, 'find'>;
  /** The frames that hold, read anew. */
  readonly fireFrames: (scene: Scene) => readonly Fired[];
}

/** What one act was found to say. */
interface Read {
  readonly input: ReadInput;
  readonly view: View;
  readonly hits: readonly TicketHit[];
  readonly anchors: Anchors;
  readonly owner: TargetOwner;
  /** Units before those of the text that is answered. */
  readonly own: number;
}

const NONE: readonly TicketHit[] = [];

/**
 * The scene of an engine, filled anew by each act: most of what can be asked of it is asked by nobody, and one object
 * with eight functions for each act was a sixth of all garbage of an import.
 */
export class ReadScene implements Scene {
  readonly units: Units;
  readonly places: SetPlaces;
  readonly sets: readonly TermSet[];
  readonly negation: NegationWords;
  readonly known: (Found | undefined)[];
  readonly work: Work;
  readonly #fixed: Fixed;
  #read!: Read;
  #unnamed: readonly TicketHit[] | undefined;
  #style: Style | undefined;
  #clauses: Int32Array | undefined;
  #fired: readonly Fired[] | undefined;
  #frames: ReadonlyMap<string, readonly Occurrence[]> | undefined;

  constructor(fixed: Fixed) {
    this.#fixed = fixed;
    ({
      units: this.units,
      places: this.places,
      sets: this.sets,
      negation: this.negation,
      known: this.known,
      work: this.work,
    } = fixed);
  }

  /** What was known of the act before is forgotten. */
  begin(read: Read): this {
    this.#read = read;
    this.known.fill(undefined);
    this.#unnamed = undefined;
    this.#style = undefined;
    this.#clauses = undefined;
    this.#fired = undefined;
    this.#frames = undefined;
    return this;
  }

  get input(): ReadInput {
    return this.#read.input;
  }

  get stage(): Stage | null {
    return this.#read.view.stage;
  }

  get hits(): readonly TicketHit[] {
    return this.#read.hits;
  }

  get anchors(): Anchors {
    return this.#read.anchors;
  }

  get targetTickets(): readonly number[] {
    return this.#read.owner.tickets;
  }

  get isTeamTarget(): boolean {
    return this.#read.owner.isTeam;
  }

  readonly unnamed = (): readonly TicketHit[] => {
    this.#unnamed ??= this.#findUnnamed();
    return this.#unnamed;
  };

  readonly style = (): Style => {
    this.#style ??= this.#tellStyle();
    return this.#style;
  };

  readonly clauses = (): Int32Array => {
    this.#clauses ??= clausesOf(this.units, this.#fixed.clauseWords);
    return this.#clauses;
  };

  readonly firedFrames = (): readonly Fired[] => {
    this.#fired ??= this.#fixed.fireFrames(this);
    return this.#fired;
  };

  readonly frames = (): ReadonlyMap<string, readonly Occurrence[]> => {
    this.#frames ??= new Map(this.firedFrames().map((f) => [f.rule.written.id, f.outcome.places]));
    return this.#frames;
  };

  readonly hasOwnCall = (): boolean => this.firedFrames().some(({ outcome }) => outcome.isUnclear);

  /** Whoever shares a list of all and adds words for one of them speaks for that one. */
  readonly namesEveryTicket = (): boolean => {
    const { hits } = this.#read;
    const own = hits.filter(({ first }) => this.units.field[first] !== TARGET_FIELD);
    return this.#fixed.ballot.isWholeContest(new Set((own.length > 0 ? own : hits).flatMap((hit) => hit.candidates)));
  };

  #findUnnamed(): readonly TicketHit[] {
    const { hits, view, anchors } = this.#read;
    if (hits.length + this.targetTickets.length > 0) return NONE;
    return this.#fixed.unnamed.find(this.units, { view, anchors });
  }

  #tellStyle(): Style {
    const { units, work, places } = this;
    const { own } = this.#read;
    const { styleSets } = this.#fixed;
    // Words in quotation marks are somebody else's: they do not make a report personal.
    const isOwn = (i: number) => i < own && (units.flags[i]! & UNIT.quoted) === 0;
    const count = (list: keyof typeof STYLE_LISTS) => {
      const found = places.of(styleSets[list]);
      work.steps += found.length;
      return found.reduce((sum, { first }) => (isOwn(first) ? sum + 1 : sum), 0);
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
