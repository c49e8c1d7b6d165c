import { lazily } from '../../domain/lazily.js';
import { SENTENCE, type Units } from '../../text/units.js';
import type { Vocabulary } from '../../text/vocabulary.js';
import type { View, VotingDay } from './ballot.js';
import { firstAfter, type Place, type Work } from './places.js';

/**
 * What ties an act to an election: words of the ballot or of the contest, the day of voting, the days right before it
 * said as "tomorrow", words of choosing, and words of power: of holding an office, promising and ruling. A weak sign (a number,
 * a finger, a first name) counts only beside one.
 */
export const ANCHOR_KINDS = ['ballot', 'contest', 'date', 'eve', 'choice', 'power'] as const;
export type AnchorKind = (typeof ANCHOR_KINDS)[number];

/** Lists that the engine itself asks for; they stand in `rules/lexicon/` like all others. */
const LISTS = {
  ballot: 'anchor-ballot',
  contest: 'anchor-contest',
  choice: 'anchor-choice',
  eve: 'anchor-eve',
  power: 'anchor-power',
  seat: 'seat',
  who: 'asked-who',
} as const;
const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'jan'],
  ['februari', 'feb'],
  ['maret', 'mar'],
  ['april', 'apr'],
  ['mei'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['agustus', 'agu', 'agt'],
  ['september', 'sept', 'sep'],
  ['oktober', 'okt'],
  ['november', 'nov', 'nop', 'nopember'],
  ['desember', 'des'],
];
/** By day of the week, Sunday first. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['minggu', 'ahad', 'aleuhad'],
  ['senin', 'senen', 'seneen'],
  ['selasa', 'salasa', 'seulasa'],
  ['rabu', 'rebo', 'rabo', 'araba', 'arabbu'],
  ['kamis', 'kemis', 'hamis', 'kammisi'],
  ['jumat', 'jumaah', 'jumuah'],
  ['sabtu', 'setu', 'saptu'],
];
/** "On Wednesday" speaks of the vote only in the weeks before it. */
const WEEKDAY_DAYS = 14;
const DATE_LEADS = ['tanggal', 'tgl', 'tgl.'];
const DAYS_LEFT = ['hari', 'poe', 'dino', 'ari'];
/** "Tomorrow" speaks of the vote only in the last days before it. */
const EVE_DAYS = 4;
const MAX_DAYS_LEFT = 40;

type Places = readonly Place[];

interface Act {
  /** By term set, as the act's words were found. */
  readonly places: { of(set: number): Places };
  readonly view: View;
  readonly work: Work;
  /** Units of this field are those of the text that is answered. */
  readonly targetField: number;
}

/** Anchors of one act. Each list is sorted; looking for one takes logarithmic time. */
export interface Anchors {
  of(kind: AnchorKind): Places;
  /** One of these kinds within so many words of a place and not in it, or in a part of the act that is shown beside it. */
  isNear(kinds: readonly AnchorKind[], place: Place, reach: number): boolean;
}

/** Finds the anchors of an act. Built once for a rule set and elections. */
export class AnchorFinder {
  readonly #sets: Record<keyof typeof LISTS, number>;
  readonly #numbers = new Map<number, number>();
  readonly #months = new Map<number, number>();
  readonly #weekdays = new Map<number, number>();
  readonly #dateLeads: ReadonlySet<number>;
  readonly #daysLeft: ReadonlySet<number>;
  readonly #h: number;

  /** `setOfList`: the term set of a word list. */
  constructor(setOfList: (id: string) => number, vocabulary: Vocabulary) {
    const ids = (words: readonly string[]) => new Set(words.map((w) => vocabulary.addWord(w)));
    this.#sets = {
      ballot: setOfList(LISTS.ballot),
      contest: setOfList(LISTS.contest),
      choice: setOfList(LISTS.choice),
      eve: setOfList(LISTS.eve),
      power: setOfList(LISTS.power),
      seat: setOfList(LISTS.seat),
      who: setOfList(LISTS.who),
    };
    for (let n = 1; n <= MAX_DAYS_LEFT; n++) this.#numbers.set(vocabulary.addWord(String(n)), n);
    MONTHS.forEach((names, i) => {
      for (const id of ids(names)) this.#months.set(id, i + 1);
    });
    WEEKDAYS.forEach((names, day) => {
      for (const id of ids(names)) this.#weekdays.set(id, day);
    });
    this.#dateLeads = ids(DATE_LEADS);
    this.#daysLeft = ids(DAYS_LEFT);
    this.#h = vocabulary.addWord('h');
  }

  find(units: Units, act: Act): Anchors {
    const { places, view, work } = act;
    const isEve = view.votingDays.some(({ daysAhead }) => daysAhead >= 0 && daysAhead <= EVE_DAYS);
    const known: Record<AnchorKind, () => Places> = {
      ballot: () => places.of(this.#sets.ballot),
      contest: lazily(() => inOrder(places.of(this.#sets.contest), this.#seatsAsked(units, act))),
      choice: () => places.of(this.#sets.choice),
      power: () => places.of(this.#sets.power),
      eve: () => (isEve ? places.of(this.#sets.eve) : []),
      date: lazily(() => this.#dates(units, view.votingDays)),
    };
    return {
      of: (kind) => known[kind](),
      isNear: (kinds, place, reach) => kinds.some((kind) => isNear(units, known[kind](), { place, reach, work })),
    };
  }

  /** "Gubernur kalian siapa?": who answers that speaks of the contest, though the question names only the seat. */
  #seatsAsked(units: Units, { places, targetField }: Act): Places {
    const isAsked = (i: number) => units.sentenceKinds[units.sentence[i]!] === SENTENCE.question;
    const seats = places.of(this.#sets.seat).filter(({ first }) => units.field[first] === targetField);
    if (seats.length === 0) return seats;
    const isWho = places.of(this.#sets.who).some(({ first }) => units.field[first] === targetField);
    return isWho ? seats : seats.filter(({ first }) => isAsked(first));
  }

  /** `22 November`, `tanggal 22`, `H-12`, `12 hari lagi`: of the own contests' day of voting. */
  #dates(units: Units, days: readonly VotingDay[]): Places {
    if (days.length === 0) return [];
    const found: { first: number; last: number }[] = [];
    const idAt = (i: number) => (i >= 0 && i < units.count ? units.words[i]!.id : 0);
    for (let i = 0; i < units.count; i++) {
      const weekday = this.#weekdays.get(idAt(i));
      if (weekday !== undefined && days.some((day) => day.weekday === weekday && isSoon(day)))
        found.push({ first: i, last: i });
      const number = this.#numbers.get(idAt(i));
      if (number === undefined) continue;
      const month = this.#months.get(idAt(i + 1));
      const isDay = days.some(
        ({ day, month: own }) =>
          day === number && (month === own || (month === undefined && this.#dateLeads.has(idAt(i - 1)))),
      );
      const isCountdown =
        (idAt(i - 1) === this.#h || this.#daysLeft.has(idAt(i + 1))) &&
        days.some(({ daysAhead }) => daysAhead === number);
      if (isDay || isCountdown) found.push({ first: i, last: i });
    }
    return found;
  }
}

function inOrder(some: Places, others: Places): Places {
  return others.length === 0 ? some : [...some, ...others].sort((a, b) => a.first - b.first);
}

function isSoon({ daysAhead }: VotingDay): boolean {
  return daysAhead >= 0 && daysAhead <= WEEKDAY_DAYS;
}

interface Asked {
  readonly place: Place;
  readonly reach: number;
  readonly work: Work;
}

function isNear(units: Units, places: Places, { place, reach, work }: Asked): boolean {
  if (places.length === 0) return false;
  work.steps++;
  const next = firstAfter(places, place.first, work);
  const [from, to] = [units.position[place.first]! - reach, units.position[place.last]! + reach];
  for (let i = Math.max(0, next - 2); i < Math.min(places.length, next + 3); i++) {
    const { first, last } = places[i]!;
    const isInside = last >= place.first && first <= place.last;
    if (!isInside && units.position[first]! >= from && units.position[first]! <= to) return true;
  }
  // A picture or the post that is answered is seen together with the own words.
  return units.field[place.first] === 0 && units.field[places.at(-1)!.first] !== 0;
}
