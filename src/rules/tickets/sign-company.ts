import type { Units } from '../../text/units.js';
import type { Vocabulary } from '../../text/vocabulary.js';
import type { AnchorKind, Anchors } from './anchors.js';
import { ColourSigns } from './colour-signs.js';
import type { Company } from './signs.js';
import type { Sight, TicketHit, Vouch } from './ticket-hit.js';
import { ADDRESS_WORDS, CANDIDATE_WORDS, CHOOSING_WORDS, OFFICE_WORDS } from './ticket-words.js';

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

const COUPLE_REACH = 3;
/** A post speaks of one thing; a long article of many. */
const ACT_REACH = 40;
const CHOICE_REACH = 12;
const NAME_REACH = 6;
const TIED: readonly AnchorKind[] = ['ballot', 'contest', 'date', 'eve'];

/** Tells which ambiguous signs have the company that makes them count. */
export class SignCompany {
  readonly #candidateWords: Near;
  readonly #officeWords: Near;
  readonly #choosingWords: Near;
  readonly #addressWords: Near;
  readonly #colours: ColourSigns;

  constructor(vocabulary: Vocabulary) {
    const near = (words: readonly string[], reach: number): Near => ({
      ids: new Set(words.map((w) => vocabulary.addWord(w))),
      reach,
    });
    this.#candidateWords = near(CANDIDATE_WORDS, 1);
    this.#officeWords = near(OFFICE_WORDS, 3);
    this.#choosingWords = near(CHOOSING_WORDS, 2);
    this.#addressWords = near([...ADDRESS_WORDS], 1);
    this.#colours = new ColourSigns(vocabulary);
  }

  /** The ones of `weak` that count beside the `sure` ones, each for the tickets it can then mean. */
  confirm(
    units: Units,
    { sure, weak }: { sure: readonly TicketHit[]; weak: readonly Sight[] },
    around: Around,
  ): TicketHit[] {
    const named = couples(units, weak);
    for (const c of pointedAt(units, weak)) named.add(c);
    for (const hit of sure) for (const c of hit.candidates) named.add(c);
    const taken = [...sure].sort((a, b) => a.first - b.first);
    const confirmed: TicketHit[] = [];
    for (const hit of weak) {
      if (hit.needs === 'colour' || isInside(hit, taken)) continue;
      const candidates = hit.candidates.filter((c) => named.has(c));
      const answered = hit.candidates.filter((c) => around.answered.has(c));
      const by =
        candidates.length > 0 ? 'ticket' : answered.length > 0 ? 'target' : this.#voucherOf(units, hit, around);
      if (by === undefined) continue;
      const meant = by === 'ticket' ? candidates : by === 'target' ? answered : hit.candidates;
      confirmed.push({ ...hit, candidates: meant, by });
    }
    const colours = weak.filter((hit) => hit.needs === 'colour' && !isInside(hit, taken));
    if (colours.length === 0) return confirmed;
    return [...confirmed, ...this.#colours.confirm(units, { colours, others: [...sure, ...weak] }, around.anchors)];
  }

  #voucherOf(units: Units, hit: Sight, { anchors }: Around): Vouch | undefined {
    const tie = (kinds: readonly AnchorKind[], reach: number) =>
      kinds.find((kind) => anchors.isNear([kind], hit, reach));
    switch (hit.needs as Company) {
      case 'ticket':
        if (hit.candidates.length > 1) return undefined;
        if (isNear(units, hit, this.#candidateWords)) return 'candidate';
        return tie(TIED, ACT_REACH) ?? tie(['choice'], NAME_REACH) ?? this.#addressOf(units, hit);
      case 'rare':
        return hit.candidates.length > 1 ? undefined : (tie(TIED, ACT_REACH) ?? this.#addressOf(units, hit) ?? 'rare');
      case 'slogan':
        return tie(TIED, CHOICE_REACH);
      case 'act':
        // Fingers are raised every day: only what speaks of an election makes them a ballot's.
        return tie(TIED, ACT_REACH) ?? (hit.kind === 'finger' ? undefined : tie(['choice'], CHOICE_REACH));
      case 'ballot':
        return tie(['ballot'], CHOICE_REACH) ?? tie(['date', 'eve'], CHOICE_REACH);
      case 'address':
        if (isBefore(units, hit, this.#addressWords)) return 'address';
        break;
    }
    const strong = tie(TIED, hit.kind === 'number' ? ACT_REACH : CHOICE_REACH);
    if (strong !== undefined || hit.kind === 'slogan') return strong;
    const isChosen = isNear(units, hit, this.#officeWords) || isBefore(units, hit, this.#choosingWords);
    return isChosen || anchors.isNear(['choice'], hit, CHOICE_REACH) ? 'choice' : undefined;
  }

  #addressOf(units: Units, hit: Sight): Vouch | undefined {
    return isBefore(units, hit, this.#addressWords) ? 'address' : undefined;
  }
}

/** Tickets with two different ambiguous names side by side ("Budi dan Siti"): each is the other's company. */
function couples(units: Units, weak: readonly Sight[]): Set<number> {
  const coupled = new Set<number>();
  for (let i = 0; i + 1 < weak.length; i++) {
    const [hit, next] = [weak[i]!, weak[i + 1]!];
    if (hit.kind !== 'alias' || next.kind !== 'alias') continue;
    const isClose = next.first > hit.last && next.first - hit.last <= COUPLE_REACH;
    if (!isClose || units.words[hit.first]!.id === units.words[next.first]!.id) continue;
    for (const c of hit.candidates) if (next.candidates.includes(c)) coupled.add(c);
  }
  return coupled;
}

const POINTING: ReadonlySet<string> = new Set(['number', 'finger', 'position']);
const POINTED_REACH = 12;

/** A slogan or a by-name in capitals and a finger or number of the same ticket: together they are no chance. */
function pointedAt(units: Units, weak: readonly Sight[]): Set<number> {
  const pointed = new Set<number>();
  const sorted = [...weak].sort((a, b) => a.first - b.first);
  for (const [i, sight] of sorted.entries()) {
    for (const other of sorted.slice(Math.max(0, i - 3), i + 4)) {
      if (!POINTING.has(sight.kind) || POINTING.has(other.kind)) continue;
      if (other.needs === 'ticket' || other.needs === 'colour') continue;
      if (Math.abs(units.position[sight.first]! - units.position[other.first]!) > POINTED_REACH) continue;
      for (const c of sight.candidates) if (other.candidates.includes(c)) pointed.add(c);
    }
  }
  return pointed;
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
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (taken[middle]!.first <= hit.last) low = middle + 1;
    else high = middle;
  }
  const before = taken[low - 1];
  return before !== undefined && before.last >= hit.first;
}
