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
const NO_PLACES: Places = [];

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

/** Finds the anchors of an act, and tells of them. Built once for a rule set and elections. */
export class AnchorFinder implements Anchors {
  readonly #sets: Record<keyof typeof LISTS, number>;
  readonly #numbers = new Map<number, number>();
  readonly #months = new Map<number, number>();
  readonly #weekdays = new Map<number, number>();
  readonly #dateLeads: ReadonlySet<number>;
  readonly #daysLeft: ReadonlySet<number>;
  readonly #h: number;
  #units!: Units;
  #act!: Act;
  #contest: Places | undefined;
  #date: Places | undefined;

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

  /** What is found is told of until the next call. */
  find(units: Units, act: Act): Anchors {
    this.#units = units;
    this.#act = act;
    this.#contest = undefined;
    this.#date = undefined;
    return this;
  }

  of(kind: AnchorKind): Places {
    const { places, view } = this.#act;
    switch (kind) {
      case 'contest':
        this.#contest ??= inOrder(places.of(this.#sets.contest), this.#seatsAsked(this.#units, this.#act));
        return this.#contest;
      case 'date':
        this.#date ??= this.#dates(this.#units, view.votingDays);
        return this.#date;
      case 'eve':
        return view.votingDays.some(isEve) ? places.of(this.#sets.eve) : NO_PLACES;
      default:
        return places.of(this.#sets[kind]);
    }
  }

  isNear(kinds: readonly AnchorKind[], place: Place, reach: number): boolean {
    for (const kind of kinds) {
      if (isNear(this.#units, this.of(kind), { place, reach, work: this.#act.work })) return true;
    }
    return false;
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
    if (days.length === 0) return NO_PLACES;
    const found: Place[] = [];
    for (let i = 0; i < units.count; i++) if (this.#isDateAt(units, i, days)) found.push({ first: i, last: i });
    return found;
  }

  #isDateAt(units: Units, i: number, days: readonly VotingDay[]): boolean {
    const id = units.words[i]!.id;
    const weekday = this.#weekdays.get(id);
    if (weekday !== undefined) return days.some((day) => day.weekday === weekday && isSoon(day));
    const number = this.#numbers.get(id);
    if (number === undefined) return false;
    const before = idAt(units, i - 1);
    const after = idAt(units, i + 1);
    const month = this.#months.get(after);
    const isMonth = (own: number) => month === own || (month === undefined && this.#dateLeads.has(before));
    const isCountdown = before === this.#h || this.#daysLeft.has(after);
    return days.some(
      ({ day, month: own, daysAhead }) => (day === number && isMonth(own)) || (isCountdown && daysAhead === number),
    );
  }
}

function idAt(units: Units, i: number): number {
  return i >= 0 && i < units.count ? units.words[i]!.id : 0;
}

function isEve({ daysAhead }: VotingDay): boolean {
  return daysAhead >= 0 && daysAhead <= EVE_DAYS;
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
  const next = firstAfter(places, place.first, { work });
  const [from, to] = [units.position[place.first]! - reach, units.position[place.last]! + reach];
  for (let i = Math.max(0, next - 2); i < Math.min(places.length, next + 3); i++) {
    const { first, last } = places[i]!;
    const isInside = last >= place.first && first <= place.last;
    if (!isInside && units.position[first]! >= from && units.position[first]! <= to) return true;
  }
  // A picture or the post that is answered is seen together with the own words.
  return units.field[place.first] === 0 && units.field[places.at(-1)!.first] !== 0;
}
