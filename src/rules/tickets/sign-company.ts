import { UNIT, type Units } from '../../text/units.js';
import type { Vocabulary } from '../../text/vocabulary.js';
import type { AnchorKind, Anchors } from './anchors.js';
import type { Ballot } from './ballot.js';
import { ColourSigns } from './colour-signs.js';
import { evenRow } from './even-row.js';
import { firstAfter } from './places.js';
import { namedTogether } from './sign-pairs.js';
import type { Company } from './signs.js';
import type { Sight, TicketHit, Vouch } from './ticket-hit.js';
import {
  ADDRESS_WORDS,
  CANDIDATE_WORDS,
  CHOOSING_WORDS,
  OFFICE_WORDS,
  PAPER_WORDS,
  PARTY_WORDS,
} from './ticket-words.js';

/** Words of which one must stand at most so many words away. */
interface Near {
  readonly ids: ReadonlySet<number>;
  readonly reach: number;
}

/** What an act says besides its signs. */
export interface Around {
  readonly anchors: Anchors;
  /** Tickets whose account or text the act answers. */
  readonly answered: ReadonlySet<number>;
}

/** A post speaks of one thing; a long article of many. */
const ACT_REACH = 40;
const CHOICE_REACH = 12;
const NAME_REACH = 6;
const SLOGAN_REACH = 6;
const PARTY_REACH = 25;
/** Whoever shares a candidate's name is spoken of every day, but not beside words of office and power. */
const POWER_REACH = 16;
/** An answer of a few words speaks of what it answers. */
const FEW_WORDS = 8;
const NO_NAME = UNIT.emoji | UNIT.url | UNIT.hashtag | UNIT.mention | UNIT.number;
const TIED: readonly AnchorKind[] = ['ballot', 'contest', 'date', 'eve'];

/** Tells which ambiguous signs have the company that makes them count. */
export class SignCompany {
  readonly #candidateWords: Near;
  readonly #officeWords: Near;
  readonly #choosingWords: Near;
  readonly #addressWords: Near;
  readonly #colours: ColourSigns;
  readonly #titles: Near;
  readonly #partyWords: Near;
  readonly #paperWords: Near;
  readonly #ballot: Pick<Ballot, 'candidates' | 'candidatesOf'>;

  constructor(vocabulary: Vocabulary, ballot: Pick<Ballot, 'candidates' | 'candidatesOf'>) {
    this.#ballot = ballot;
    const near = (words: readonly string[], reach: number): Near => ({
      ids: new Set(words.map((w) => vocabulary.addWord(w))),
      reach,
    });
    this.#candidateWords = near(CANDIDATE_WORDS, 1);
    this.#officeWords = near(OFFICE_WORDS, 3);
    this.#choosingWords = near(CHOOSING_WORDS, 2);
    this.#addressWords = near([...ADDRESS_WORDS], 1);
    this.#colours = new ColourSigns(vocabulary);
    this.#titles = near(OFFICE_WORDS, 1);
    this.#partyWords = near(PARTY_WORDS, 12);
    this.#paperWords = near(PAPER_WORDS, 4);
  }

  /** The ones of `weak` that count beside the `sure` ones, each for the tickets it can then mean. */
  confirm(
    units: Units,
    { sure, weak }: { sure: readonly TicketHit[]; weak: readonly Sight[] },
    around: Around,
  ): TicketHit[] {
    if (weak.length === 0) return [];
    const together = namedTogether(units, weak);
    const named = new Set([...together, ...sure.flatMap(({ candidates }) => candidates)]);
    const taken = [...sure].sort((a, b) => a.first - b.first);
    const confirmed: TicketHit[] = [];
    for (const hit of weak) {
      if (hit.needs === 'colour' || isInside(hit, taken)) continue;
      const candidates = hit.candidates.filter((c) => (IN_PAIRS.has(hit.needs!) ? together : named).has(c));
      const answered = isTold(units, hit) ? hit.candidates.filter((c) => around.answered.has(c)) : [];
      const by =
        candidates.length > 0 ? 'ticket' : answered.length > 0 ? 'target' : this.#voucherOf(units, hit, around);
      if (by === undefined) continue;
      const meant = by === 'ticket' ? candidates : by === 'target' ? answered : hit.candidates;
      confirmed.push({ ...hit, candidates: meant, by });
    }
    confirmed.push(...this.#restOfRow(units, weak, confirmed));
    const colours = weak.filter((hit) => hit.needs === 'colour' && !isInside(hit, taken));
    if (colours.length === 0) return confirmed;
    return [...confirmed, ...this.#colours.confirm(units, { colours, others: [...sure, ...weak] }, around.anchors)];
  }

  /** Where one of the numbers of an even row counts, all do. */
  #restOfRow(units: Units, weak: readonly Sight[], confirmed: readonly TicketHit[]): TicketHit[] {
    const row = evenRow(units, weak, this.#ballot);
    const known = new Set(confirmed.map(({ first }) => first));
    if (!row.some(({ first }) => known.has(first))) return [];
    return row.filter(({ first }) => !known.has(first)).map((hit) => ({ ...hit, by: 'ticket' }));
  }

  #voucherOf(units: Units, hit: Sight, { anchors }: Around): Vouch | undefined {
    if (isDisguised(units, hit)) return 'disguise';
    const tie = (kinds: readonly AnchorKind[], reach: number) =>
      kinds.find((kind) => anchors.isNear([kind], hit, reach));
    const isPerson = hit.kind === 'alias' && !isOthersName(units, hit);
    const spoken = () => (isPerson ? tie(['power'], POWER_REACH) : undefined);
    switch (hit.needs as Company) {
      case 'ticket':
        if (hit.candidates.length > 1) return undefined;
        if (isNear(units, hit, this.#candidateWords)) return 'candidate';
        return tie(TIED, ACT_REACH) ?? tie(['choice'], NAME_REACH) ?? this.#addressOf(units, hit) ?? spoken();
      case 'title':
        return hit.candidates.length > 1
          ? undefined
          : (tie(TIED, ACT_REACH) ?? tie(['choice'], CHOICE_REACH) ?? tie(['power'], ACT_REACH));
      case 'rare':
        return hit.candidates.length > 1 ? undefined : (tie(TIED, ACT_REACH) ?? this.#addressOf(units, hit) ?? 'rare');
      case 'slogan':
        return tie(TIED, CHOICE_REACH) ?? tie(['choice'], SLOGAN_REACH);
      case 'act':
        // Two fingers are spoken of every day; shown in an emoji they may answer a word of choosing.
        return tie(TIED, ACT_REACH) ?? (isInWords(units, hit) ? undefined : tie(['choice'], CHOICE_REACH));
      case 'ballot':
        return (
          tie(['ballot', 'date', 'eve'], CHOICE_REACH) ?? (isNear(units, hit, this.#paperWords) ? 'choice' : undefined)
        );
      case 'honorific':
        return hit.candidates.length > 1 ? undefined : (tie(TIED, CHOICE_REACH) ?? spoken());
      case 'pointed':
      case 'chant':
        return undefined;
      case 'address':
        if (isBefore(units, hit, this.#addressWords)) return 'address';
        break;
    }
    const isSpoken = hit.kind === 'number' || hit.kind === 'party';
    const strong = tie(TIED, isSpoken ? ACT_REACH : CHOICE_REACH);
    if (strong !== undefined) return strong;
    if (hit.kind === 'slogan') return tie(['choice'], SLOGAN_REACH);
    if (hit.kind === 'party' && isNear(units, hit, this.#partyWords)) return 'contest';
    if (hit.kind === 'party' && tie(['power'], POWER_REACH)) return 'power';
    const isChosen = isNear(units, hit, this.#officeWords) || isBefore(units, hit, this.#choosingWords);
    return isChosen ? 'choice' : tie(['choice'], hit.kind === 'party' ? PARTY_REACH : CHOICE_REACH);
  }

  #addressOf(units: Units, hit: Sight): Vouch | undefined {
    return isBefore(units, hit, this.#addressWords) || isBefore(units, hit, this.#titles) ? 'address' : undefined;
  }
}

/** What counts beside another weak sign only: of a ticket that is named anyway it says nothing new. */
const IN_PAIRS: ReadonlySet<Company> = new Set(['pointed', 'chant']);

/** A bare number answers a text only where there is little else in the answer; a word of a slogan never does. */
function isTold(units: Units, { needs, first }: Sight): boolean {
  if (needs === 'pointed') return false;
  if (needs !== 'chant') return true;
  return units.field[first] === 0 && (units.count <= FEW_WORDS || units.field[FEW_WORDS] !== 0);
}

/** "Gus Dur", "Ilham Bintang": a word behind it that nobody knows is the rest of somebody else's name. */
function isOthersName(units: Units, { last }: Sight): boolean {
  const next = last + 1;
  if (next >= units.count || units.position[next]! - units.position[last]! !== 1) return false;
  return units.words[next]!.id === 0 && (units.flags[next]! & NO_NAME) === 0;
}

/** A finger told of in words. */
function isInWords(units: Units, { kind, first }: TicketHit): boolean {
  return kind === 'finger' && (units.flags[first]! & UNIT.emoji) === 0;
}

/** All its words are written so that nobody who searches finds them. */
function isDisguised(units: Units, { first, last }: TicketHit): boolean {
  for (let i = first; i <= last; i++) if ((units.flags[i]! & UNIT.broken) === 0) return false;
  return true;
}

function isBefore(units: Units, hit: TicketHit, { ids, reach }: Near): boolean {
  for (let i = hit.first - 1; i >= Math.max(0, hit.first - reach); i--) {
    if (ids.has(units.words[i]!.id)) return true;
  }
  return false;
}

function isNear(units: Units, hit: TicketHit, near: Near): boolean {
  if (isBefore(units, hit, near)) return true;
  for (let i = hit.last + 1; i <= Math.min(units.count - 1, hit.last + near.reach); i++) {
    if (near.ids.has(units.words[i]!.id)) return true;
  }
  return false;
}

/** Whether a hit overlaps one of the sorted, hardly overlapping ones. */
function isInside(hit: TicketHit, taken: readonly TicketHit[]): boolean {
  const before = taken[firstAfter(taken, hit.last) - 1];
  return before !== undefined && before.last >= hit.first;
}
