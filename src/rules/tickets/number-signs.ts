import { UNIT, type Units } from '../../text/units.js';
import type { Vocabulary } from '../../text/vocabulary.js';
import type { Ballot, View } from './ballot.js';
import type { TicketHit } from './ticket-hit.js';
import { NUMBER_WORDS, NUMBERED_BEFORE_DIGITS, NUMBERED_WORDS } from './ticket-words.js';

const MAX_NUMBER = 40;
type Found = (hit: TicketHit, isSure: boolean) => void;

interface Spelled {
  readonly number: number;
  /** `02` or a keycap: people write ballot numbers so; a plain `2` or `dua` needs "nomor" before it. */
  readonly isBallotLike: boolean;
  readonly isDigits: boolean;
}

/** Ballot numbers in text: `paslon 02`, `no. urut dua`, `nomor 2`, `02`, 2️⃣. */
export class NumberSigns {
  readonly #ballot: Ballot;
  readonly #spelled = new Map<number, Spelled>();
  readonly #leads: ReadonlySet<number>;
  readonly #salam: number;
  readonly #jari: number;
  readonly #numbered: ReadonlySet<number>;
  readonly #numberedBeforeDigits: ReadonlySet<number>;

  constructor(ballot: Ballot, vocabulary: Vocabulary) {
    this.#ballot = ballot;
    const id = (word: string) => vocabulary.addWord(word);
    for (let n = 1; n <= MAX_NUMBER; n++) {
      this.#spelled.set(id(String(n)), { number: n, isBallotLike: false, isDigits: true });
      if (n < 10) {
        this.#spelled.set(id(`0${n}`), { number: n, isBallotLike: true, isDigits: true });
        this.#spelled.set(id(`keycap${n}`), { number: n, isBallotLike: true, isDigits: true });
      }
      const word = NUMBER_WORDS[n];
      if (word !== undefined) this.#spelled.set(id(word), { number: n, isBallotLike: false, isDigits: false });
    }
    this.#leads = new Set(['nomor', 'no', 'urut'].map(id));
    this.#salam = id('salam');
    this.#jari = id('jari');
    this.#numbered = new Set(NUMBERED_WORDS.map(id));
    this.#numberedBeforeDigits = new Set(NUMBERED_BEFORE_DIGITS.map(id));
  }

  find(units: Units, view: View, found: Found): void {
    if (view.numbered.length === 0) return;
    for (let i = 0; i < units.count; i++) {
      const { id } = units.words[i]!;
      const spelled = id === 0 ? undefined : this.#spelled.get(id);
      if (spelled === undefined) continue;
      const lead = this.#leadOf(units, i, spelled);
      const isSalute = this.#isSalute(units, i);
      if (lead.words === 0 && !spelled.isBallotLike && !isSalute) continue;
      // A number inside a tag is part of that tag's own meaning (#Day02) unless it stands with its lead.
      if (lead.words === 0 && units.tag[i] !== 0 && !isSalute && !this.#isWholeTag(units, i)) continue;
      const candidates = this.#candidates(spelled.number, view);
      if (candidates.length === 0) continue;
      const hit = { first: i - lead.words, last: isSalute ? i + 1 : i, kind: 'number' as const, candidates };
      found(hit, lead.isSure);
    }
  }

  /** Words before the number that make it a ballot number: "paslon", "nomor", "paslon nomor urut". */
  #leadOf(units: Units, i: number, spelled: Spelled): { words: number; isSure: boolean } {
    let words = 0;
    while (words < 2 && i - words - 1 >= 0 && this.#leads.has(units.words[i - words - 1]!.id)) words++;
    const before = i - words - 1 >= 0 ? units.words[i - words - 1]!.id : 0;
    const isNumbered =
      this.#numbered.has(before) || ((spelled.isDigits || words > 0) && this.#numberedBeforeDigits.has(before));
    if (isNumbered) return { words: words + 1, isSure: true };
    return { words, isSure: false };
  }

  #isSalute(units: Units, i: number): boolean {
    const before = i > 0 ? units.words[i - 1]!.id : 0;
    const after = i + 1 < units.count ? units.words[i + 1]!.id : 0;
    return before === this.#salam && after === this.#jari;
  }

  #isWholeTag(units: Units, i: number): boolean {
    const isHashtag = (units.flags[i]! & UNIT.hashtag) !== 0;
    return isHashtag && units.tag[i - 1] !== units.tag[i] && units.tag[i + 1] !== units.tag[i];
  }

  #candidates(number: number, view: View): number[] {
    return view.numbered.flatMap((contest) =>
      this.#ballot
        .candidatesOf(contest)
        .filter((c) => c.number === number)
        .map((c) => c.index),
    );
  }
}
