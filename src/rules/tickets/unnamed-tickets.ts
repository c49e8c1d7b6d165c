import { UNIT, type Units } from '../../text/units.js';
import type { Vocabulary } from '../../text/vocabulary.js';
import type { AnchorKind, Anchors } from './anchors.js';
import type { Ballot, View } from './ballot.js';
import type { TicketHit } from './ticket-hit.js';
import { OFFICE_HELD_WORDS, SEAT_WORDS } from './ticket-words.js';

const TIES: readonly AnchorKind[] = ['ballot', 'contest', 'date', 'eve'];
/** A text that speaks of an election at more places says no more of whom it means. */
const MOST_PLACES = 12;

/** An office is spoken of, and not which. */
const NO_CONTEST: ReadonlySet<number> = new Set();

interface Said {
  readonly view: View;
  readonly anchors: Anchors;
}

/**
 * Whoever stands for a seat, in acts that name nobody: "Yang lima tahun duduk minta lagi, jangan dikasih." All tickets of
 * the seats that are spoken of are meant alike, of all contests of the account's region where none is. Only rules that ask
 * for `ticket: unnamed` hear of it.
 */
export class UnnamedTickets {
  readonly #ballot: Ballot;
  /** Contests by words of their seats. */
  readonly #seats: ReadonlyMap<number, ReadonlySet<number>>;
  readonly #open = new WeakMap<View, readonly number[]>();

  constructor(ballot: Ballot, vocabulary: Vocabulary) {
    this.#ballot = ballot;
    const seats = new Map<number, ReadonlySet<number>>();
    for (const { seat, words } of SEAT_WORDS) {
      const contests = new Set([...ballot.contests.keys()].filter((i) => seat.test(ballot.contests[i]!.seat)));
      for (const word of words) seats.set(vocabulary.addWord(word), contests);
    }
    for (const word of OFFICE_HELD_WORDS) seats.set(vocabulary.addWord(word), NO_CONTEST);
    this.#seats = seats;
  }

  /** Places that speak of a seat or of the vote, each for all who stand. Linear in the text. */
  find(units: Units, { view, anchors }: Said): TicketHit[] {
    const open = this.#openIn(view);
    if (open.length === 0) return [];
    const seats = this.#seatsIn(units);
    if (seats.length === 0 && TIES.every((by) => anchors.of(by).length === 0)) return [];
    const ties = TIES.flatMap((by) => anchors.of(by).map((place) => ({ ...place, by })));
    const spoken = [...seats.map(({ at }) => ({ first: at, last: at, by: 'contest' as const })), ...ties];
    const named = open.filter((c) => seats.some(({ contests }) => contests.has(c)));
    const contests = named.length > 0 ? named : open;
    const candidates = contests.flatMap((c) =>
      this.#ballot.candidatesOf(c).flatMap(({ index, ticket }) => (ticket === undefined ? [] : [index])),
    );
    return spoken
      .sort((a, b) => a.first - b.first)
      .slice(0, MOST_PLACES)
      .map(({ first, last, by }) => ({ first, last, by, kind: 'unnamed' as const, candidates }));
  }

  /** Contests under way that the account's region votes in: worked out once for a view, of which there are few. */
  #openIn(view: View): readonly number[] {
    const known = this.#open.get(view);
    if (known !== undefined) return known;
    const open = [...this.#ballot.contests.keys()].filter((c) => view.own[c] === 2 && view.stages[c]! >= 0);
    this.#open.set(view, open);
    return open;
  }

  #seatsIn(units: Units): { at: number; contests: ReadonlySet<number> }[] {
    const found: { at: number; contests: ReadonlySet<number> }[] = [];
    for (let at = 0; at < units.count; at++) {
      if ((units.flags[at]! & UNIT.mention) !== 0) continue;
      const contests = this.#seats.get(units.words[at]!.id);
      if (contests !== undefined) found.push({ at, contests });
    }
    return found;
  }
}
