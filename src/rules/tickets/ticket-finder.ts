import { UNIT, type Units } from '../../text/units.js';
import type { Vocabulary } from '../../text/vocabulary.js';
import { MAX_WORDS, WordAutomaton } from '../../text/word-automaton.js';
import type { Ballot, Candidate, View } from './ballot.js';
import { NumberSigns } from './number-signs.js';
import { plainWords, SIGN_KINDS, type SignKind, signsOf } from './signs.js';
import {
  CANDIDATE_WORDS,
  CHOOSING_WORDS,
  ELECTION_WORDS,
  EMPTY_BOX,
  OFFICE_WORDS,
  SKIPPED_IN_NAMES,
} from './ticket-words.js';

/** A ticket named at one place of a text; several tickets where the sign fits several. */
export interface TicketHit {
  readonly first: number;
  readonly last: number;
  readonly kind: SignKind;
  /** Indexes of `Ballot.candidates`. */
  readonly candidates: readonly number[];
}

interface Sign {
  readonly kind: SignKind;
  readonly candidate: number;
  readonly isAmbiguous: boolean;
  readonly isKnownAnywhere: boolean;
}

/** A sign that needs company: another sign of the same ticket, or a word that speaks of an election. */
interface Weak extends TicketHit {
  readonly needs: 'ticket' | 'election';
}

/** Election words at most this many words away make a bare number or party name count. */
const ELECTION_REACH = 12;
const OFFICE_REACH = 3;
const CHOOSING_REACH = 2;

/** Finds the tickets that a text names. Built once for a set of elections; every lookup is linear in the text. */
export class TicketFinder {
  readonly #ballot: Ballot;
  readonly #automaton: WordAutomaton;
  readonly #signs: Sign[] = [];
  readonly #tags = new Map<string, number[]>();
  readonly #numbers: NumberSigns;
  readonly #candidateWords: ReadonlySet<number>;
  readonly #electionWords: ReadonlySet<number>;
  readonly #officeWords: ReadonlySet<number>;
  readonly #choosingWords: ReadonlySet<number>;

  constructor(ballot: Ballot, vocabulary: Vocabulary) {
    this.#ballot = ballot;
    const idsOf = (words: Iterable<string>) => new Set([...words].map((w) => vocabulary.addWord(w)));
    this.#candidateWords = idsOf(CANDIDATE_WORDS);
    this.#electionWords = idsOf(ELECTION_WORDS);
    this.#officeWords = idsOf(OFFICE_WORDS);
    this.#choosingWords = idsOf(CHOOSING_WORDS);
    this.#automaton = new WordAutomaton(idsOf(SKIPPED_IN_NAMES));
    for (const candidate of ballot.candidates) this.#addCandidate(candidate, vocabulary);
    this.#numbers = new NumberSigns(ballot, vocabulary);
    this.#automaton.seal(vocabulary.size);
  }

  get work(): number {
    return this.#automaton.work;
  }

  find(units: Units, view: View): TicketHit[] {
    const sure: TicketHit[] = [];
    const weak: Weak[] = [];
    this.#findTags(units, view, { sure, weak });
    for (let i = 0; i < units.count; i++) {
      if (!this.#automaton.begins(units.words[i]!) || (units.flags[i]! & UNIT.url) !== 0) continue;
      const hit = this.#longestAt(units, i, view);
      if (hit === undefined) continue;
      ('needs' in hit ? weak : sure).push(hit as Weak);
      // A shorter sign inside a longer one says nothing new.
      if (!('needs' in hit)) i = hit.last;
    }
    this.#numbers.find(units, view, (hit, isSure) => {
      if (isSure) sure.push(hit);
      else weak.push({ ...hit, needs: 'election' });
    });
    if (weak.length > 0) this.#confirm(units, sure, weak);
    return this.#settle(units, sure);
  }

  /** Sorted hits without those that a registered tag already says, with their words marked as signs. */
  #settle(units: Units, sure: readonly TicketHit[]): TicketHit[] {
    const byTag = new Map(sure.filter((h) => h.kind === 'hashtag').map((h) => [units.tag[h.first]!, h]));
    const hits = sure.filter((hit) => {
      const tag = byTag.get(units.tag[hit.first]!);
      return tag === undefined || tag === hit || !hit.candidates.every((c) => tag.candidates.includes(c));
    });
    for (const { first, last, kind } of hits) {
      // What a tag says beside the name in it is said by its writer, registered or not.
      if (kind !== 'number' && kind !== 'hashtag') for (let i = first; i <= last; i++) units.flags[i]! |= UNIT.sign;
    }
    return hits.sort((a, b) => a.first - b.first || a.last - b.last);
  }

  #addCandidate(candidate: Candidate, vocabulary: Vocabulary): void {
    const { ticket, index } = candidate;
    if (ticket === undefined) {
      for (const words of EMPTY_BOX) this.#addSign(words, { kind: 'empty_box', candidate: index }, vocabulary);
      return;
    }
    for (const sign of signsOf(ticket)) {
      const { kind, isAmbiguous, isKnownAnywhere } = sign;
      this.#addSign(sign.words, { kind, candidate: index, isAmbiguous, isKnownAnywhere }, vocabulary);
    }
    const ambiguous = new Set(ticket.aliases.filter((a) => a.ambiguous).map((a) => plainWords(a.text).join('')));
    for (const tag of ticket.hashtags) {
      const text = plainWords(tag.text).join('');
      // A tag that is only an ambiguous alias with a # before it is no surer than the alias.
      const isAmbiguous = tag.ambiguous || ambiguous.has(text);
      const sign = { kind: 'hashtag' as const, candidate: index, isAmbiguous, isKnownAnywhere: true };
      this.#tags.set(text, [...(this.#tags.get(text) ?? []), this.#signs.push(sign) - 1]);
    }
  }

  #addSign(words: readonly string[], sign: Partial<Sign> & { candidate: number }, vocabulary: Vocabulary): void {
    if (words.length > MAX_WORDS) return;
    const full = { kind: 'name' as const, isAmbiguous: false, isKnownAnywhere: false, ...sign };
    const symbols = words.map((w) => vocabulary.addWord(w));
    this.#automaton.add(symbols, this.#signs.push(full) - 1);
  }

  #findTags(units: Units, view: View, to: { sure: TicketHit[]; weak: Weak[] }): void {
    for (const tag of units.tags) {
      const outputs = this.#tags.get(tag.text);
      if (outputs === undefined) continue;
      let last = tag.firstUnit;
      while (last + 1 < units.count && units.tag[last + 1] === units.tag[tag.firstUnit]) last++;
      const hit = this.#hitOf(outputs, { first: tag.firstUnit, last }, view);
      if (hit === undefined) continue;
      if ('needs' in hit) to.weak.push(hit);
      else to.sure.push(hit);
    }
  }

  #longestAt(units: Units, i: number, view: View): TicketHit | Weak | undefined {
    let best: TicketHit | Weak | undefined;
    this.#automaton.walk(units, i, (outputs, last) => {
      const hit = this.#hitOf(outputs, { first: i, last }, view);
      if (hit === undefined) return;
      const isBetter = best === undefined || ('needs' in best && !('needs' in hit)) || last > best.last;
      if (isBetter && !('needs' in hit && best !== undefined && !('needs' in best))) best = hit;
    });
    if (best !== undefined && (units.flags[i]! & UNIT.mention) !== 0) return { ...best, kind: 'mention' };
    return best;
  }

  /** The tickets in force that a sign stands for here and now. */
  #hitOf(outputs: readonly number[], place: { first: number; last: number }, view: View): TicketHit | Weak | undefined {
    const signs = outputs.map((o) => this.#signs[o]!).filter((s) => this.#isInForce(s, view));
    if (signs.length === 0) return undefined;
    const own = signs.filter((s) => view.own[this.#ballot.candidates[s.candidate]!.contestIndex]! > 0);
    const near = own.length > 0 ? own : signs;
    const sure = near.filter((s) => !s.isAmbiguous);
    const meant = sure.length > 0 ? sure : near;
    const candidates = [...new Set(meant.map((s) => s.candidate))].sort((a, b) => a - b);
    const hit = { ...place, kind: bestKind(meant), candidates };
    if (sure.length > 0) return hit;
    return { ...hit, needs: hit.kind === 'party' ? 'election' : 'ticket' };
  }

  #isInForce(sign: Sign, view: View): boolean {
    const { contestIndex } = this.#ballot.candidates[sign.candidate]!;
    return view.stages[contestIndex]! >= 0 && (sign.isKnownAnywhere || view.own[contestIndex]! > 0);
  }

  /** Keeps the weak signs that have the company they need. */
  #confirm(units: Units, sure: TicketHit[], weak: readonly Weak[]): void {
    const named = new Set([...sure.flatMap((h) => h.candidates), ...couples(units, weak)]);
    const taken = sure.map((h) => [h.first, h.last] as const).sort((a, b) => a[0] - b[0]);
    for (const hit of weak.filter((h) => !isInside(h, taken))) {
      const candidates = hit.candidates.filter((c) => named.has(c));
      const { first, last, kind } = hit;
      if (candidates.length > 0) sure.push({ first, last, kind, candidates });
      else if (this.#isVouchedFor(units, hit)) sure.push({ first, last, kind, candidates: hit.candidates });
    }
  }

  #isVouchedFor(units: Units, hit: Weak): boolean {
    if (hit.needs === 'election') {
      const isVouched = isNear(units, hit, { ids: this.#electionWords, reach: ELECTION_REACH });
      if (isVouched || isNear(units, hit, { ids: this.#officeWords, reach: OFFICE_REACH })) return true;
      return isBefore(units, hit, { ids: this.#choosingWords, reach: CHOOSING_REACH });
    }
    if (hit.candidates.length > 1) return false;
    return isNear(units, hit, { ids: this.#candidateWords, reach: 1 });
  }
}

const COUPLE_REACH = 3;

/** Tickets with two different ambiguous names side by side ("Budi dan Siti"): each is the other's company. */
function couples(units: Units, weak: readonly Weak[]): number[] {
  return weak.flatMap((hit, i) => {
    const next = weak[i + 1];
    if (next === undefined || hit.kind !== 'alias' || next.kind !== 'alias') return [];
    const isClose = next.first > hit.last && next.first - hit.last <= COUPLE_REACH;
    const isOther = units.words[hit.first] !== units.words[next.first];
    return isClose && isOther ? hit.candidates.filter((c) => next.candidates.includes(c)) : [];
  });
}

function bestKind(signs: readonly Sign[]): SignKind {
  return signs.map((s) => s.kind).reduce((a, b) => (SIGN_KINDS.indexOf(b) < SIGN_KINDS.indexOf(a) ? b : a));
}

interface Near {
  readonly ids: ReadonlySet<number>;
  readonly reach: number;
}

function isBefore(units: Units, hit: TicketHit, near: Near): boolean {
  for (let i = hit.first - 1; i >= Math.max(0, hit.first - near.reach); i--) {
    if (near.ids.has(units.words[i]!.id)) return true;
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

/** Whether a hit overlaps one of the sorted, hardly overlapping ranges. */
function isInside(hit: TicketHit, taken: readonly (readonly [number, number])[]): boolean {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (taken[middle]![0] <= hit.last) low = middle + 1;
    else high = middle;
  }
  const before = taken[low - 1];
  return before !== undefined && before[1] >= hit.first;
}
