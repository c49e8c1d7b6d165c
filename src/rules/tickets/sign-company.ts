import type { Units } from '../../text/units.js';
import type { Vocabulary } from '../../text/vocabulary.js';
import type { Sight, TicketHit } from './ticket-hit.js';
import { ADDRESS_WORDS, CANDIDATE_WORDS, CHOOSING_WORDS, ELECTION_WORDS, OFFICE_WORDS } from './ticket-words.js';

/** Words of which one must stand at most so many words away. */
interface Near {
  readonly ids: ReadonlySet<number>;
  readonly reach: number;
}

const COUPLE_REACH = 3;

/** Tells which ambiguous signs have the company that makes them count. */
export class SignCompany {
  readonly #candidateWords: Near;
  readonly #electionWords: Near;
  readonly #officeWords: Near;
  readonly #choosingWords: Near;
  readonly #addressWords: Near;

  constructor(vocabulary: Vocabulary) {
    const near = (words: readonly string[], reach: number): Near => ({
      ids: new Set(words.map((w) => vocabulary.addWord(w))),
      reach,
    });
    this.#candidateWords = near(CANDIDATE_WORDS, 1);
    this.#electionWords = near(ELECTION_WORDS, 12);
    this.#officeWords = near(OFFICE_WORDS, 3);
    this.#choosingWords = near(CHOOSING_WORDS, 2);
    this.#addressWords = near([...ADDRESS_WORDS], 1);
  }

  /** The ones of `weak` that count beside the `sure` ones, each for the tickets it can then mean. */
  confirm(units: Units, sure: readonly TicketHit[], weak: readonly Sight[]): TicketHit[] {
    const named = couples(units, weak);
    for (const hit of sure) for (const c of hit.candidates) named.add(c);
    const taken = [...sure].sort((a, b) => a.first - b.first);
    const confirmed: TicketHit[] = [];
    for (const hit of weak) {
      if (isInside(hit, taken)) continue;
      const candidates = hit.candidates.filter((c) => named.has(c));
      if (candidates.length > 0) confirmed.push({ ...hit, candidates });
      else if (this.#isVouchedFor(units, hit)) confirmed.push(hit);
    }
    return confirmed;
  }

  #isVouchedFor(units: Units, hit: Sight): boolean {
    if (hit.needs === 'address' && isBefore(units, hit, this.#addressWords)) return true;
    if (hit.needs === 'ticket') return hit.candidates.length === 1 && isNear(units, hit, this.#candidateWords);
    return (
      isNear(units, hit, this.#electionWords) ||
      isNear(units, hit, this.#officeWords) ||
      isBefore(units, hit, this.#choosingWords)
    );
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
