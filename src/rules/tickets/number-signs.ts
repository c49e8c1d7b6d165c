import { UNIT, type Units } from '../../text/units.js';
import type { Vocabulary } from '../../text/vocabulary.js';
import type { Ballot, View } from './ballot.js';
import { type NumberWord, numberWords } from './number-words.js';
import { ROLE } from './roles.js';
import type { Sight } from './ticket-hit.js';
import {
  COUNTED_BEHIND,
  COUNTED_WORDS,
  FINGER_WORDS,
  NUMBER_LEADS,
  NUMBERED_BEFORE_DIGITS,
  NUMBERED_WORDS,
  ROW_LEADS,
} from './ticket-words.js';

type Found = (sight: Sight) => void;
type Place = Pick<Sight, 'first' | 'last' | 'kind' | 'needs'>;

/**
 * Signs that only a place on the ballot gives meaning to: its number in text (`paslon 02`, `no. urut dua`, `nomor 2`,
 * `02`, 2️⃣), as many fingers, the left or the right of the paper.
 */
export class NumberSigns {
  readonly #ballot: Ballot;
  readonly #words: ReadonlyMap<number, NumberWord>;
  readonly #leads: ReadonlySet<number>;
  readonly #salam: number;
  readonly #fingers: ReadonlySet<number>;
  readonly #numbered: ReadonlySet<number>;
  readonly #numberedBeforeDigits: ReadonlySet<number>;
  readonly #counted: ReadonlySet<number>;
  readonly #countedBehind: ReadonlySet<number>;
  readonly #rowLeads: ReadonlySet<number>;
  readonly #known = new WeakMap<View, Map<NumberWord, readonly number[]>>();

  constructor(ballot: Ballot, vocabulary: Vocabulary) {
    this.#ballot = ballot;
    const id = (word: string) => vocabulary.addWord(word);
    const ids = (words: readonly string[]) => new Set(words.map(id));
    const places = ballot.candidates.flatMap(({ ticket }) => ticket?.places ?? []);
    this.#words = numberWords(id, places.includes('top') || places.includes('bottom'));
    this.#leads = ids(NUMBER_LEADS);
    this.#salam = id('salam');
    this.#fingers = ids(FINGER_WORDS);
    this.#numbered = ids(NUMBERED_WORDS);
    this.#numberedBeforeDigits = ids(NUMBERED_BEFORE_DIGITS);
    this.#counted = ids(COUNTED_WORDS);
    this.#countedBehind = ids(COUNTED_BEHIND);
    this.#rowLeads = ids(ROW_LEADS);
  }

  /** Whether a word alone may point to a place on the ballot. */
  isPointing(id: number): boolean {
    return this.#words.has(id);
  }

  find(units: Units, view: View, found: Found): void {
    if (view.numbered.length === 0) return;
    for (let i = 0; i < units.count; i++) {
      if ((units.roles[i]! & ROLE.place) === 0) continue;
      const word = this.#words.get(units.words[i]!.id)!;
      const place = this.#placeOf(units, i, word);
      if (place === undefined) continue;
      const corner = word.as === 'position' ? this.#words.get(idAt(units, i + 1)) : undefined;
      const isCorner = corner?.as === 'position';
      if (word.isRow === true && !isCorner && !this.#rowLeads.has(idAt(units, i - 1))) continue;
      const candidates = isCorner ? this.#candidates([word, corner], view) : this.#fitting(word, view);
      // "Kanan kiri" is everywhere, not the left one.
      if (isCorner && candidates.length === 0 && units.position[i + 1]! - units.position[i]! === 1) i++;
      if (candidates.length === 0) continue;
      found({ ...place, last: isCorner ? i + 1 : place.last, candidates, by: 'itself' });
      if (isCorner) i++;
    }
  }

  #placeOf(units: Units, i: number, word: NumberWord): Place | undefined {
    if (word.as === 'finger') return { first: i, last: i, kind: 'finger', needs: 'act' };
    if (word.as === 'position') return { first: i, last: i, kind: 'position', needs: 'ballot' };
    const lead = this.#leadOf(units, i, word);
    const counted = idAt(units, i - lead.words - 1);
    // "TPS 03", "kelas 1", "loket nomor 2": something else is counted.
    if (!lead.isSure && this.#counted.has(counted)) return undefined;
    const isNumbered = this.#leads.has(idAt(units, i - 1));
    if (!isNumbered && this.#countedBehind.has(idAt(units, i + 1))) return undefined;
    const fingers = this.#fingersAt(units, i);
    if (fingers !== undefined) return fingers;
    const isDisguised = (units.flags[i]! & UNIT.broken) !== 0;
    if (lead.words === 0 && !word.isBallotLike && !isDisguised) {
      return word.isDigits ? undefined : { first: i, last: i, kind: 'number', needs: 'chant' };
    }
    // A number inside a tag is part of that tag's own meaning (#Day02) unless it stands with its lead.
    if (lead.words === 0 && units.tag[i] !== 0 && !isWholeTag(units, i)) return undefined;
    return { first: i - lead.words, last: i, kind: 'number', needs: lead.isSure ? undefined : 'election' };
  }

  /** Words before the number that make it a ballot number: "paslon", "nomor", "paslon nomor urut". */
  #leadOf(units: Units, i: number, word: NumberWord): { words: number; isSure: boolean } {
    let words = 0;
    while (words < 2 && this.#leads.has(idAt(units, i - words - 1))) words++;
    const before = idAt(units, i - words - 1);
    const isNumbered =
      this.#numbered.has(before) || ((word.isDigits || words > 0) && this.#numberedBeforeDigits.has(before));
    return isNumbered ? { words: words + 1, isSure: true } : { words, isSure: false };
  }

  /** "Dua jari", "salam satu jari". */
  #fingersAt(units: Units, i: number): Place | undefined {
    if (!this.#fingers.has(idAt(units, i + 1))) return undefined;
    const isSalute = idAt(units, i - 1) === this.#salam;
    return { first: i, last: i + 1, kind: isSalute ? 'number' : 'finger', needs: isSalute ? 'election' : 'act' };
  }

  /** Worked out once for a view: "dua" and "1" are everyday words. */
  #fitting(word: NumberWord, view: View): readonly number[] {
    const known = this.#known.get(view) ?? new Map<NumberWord, readonly number[]>();
    this.#known.set(view, known);
    const candidates = known.get(word) ?? this.#candidates([word], view);
    known.set(word, candidates);
    return candidates;
  }

  /** Of two words ("kiri atas") the ones that both fit. */
  #candidates(words: readonly NumberWord[], view: View): number[] {
    return view.numbered.flatMap((contest) => {
      const all = this.#ballot.candidatesOf(contest);
      return all.filter((c) => words.every((word) => word.fits(c, all))).map((c) => c.index);
    });
  }
}

function idAt(units: Units, i: number): number {
  return i >= 0 && i < units.count ? units.words[i]!.id : 0;
}

function isWholeTag(units: Units, i: number): boolean {
  const isHashtag = (units.flags[i]! & UNIT.hashtag) !== 0;
  return isHashtag && units.tag[i - 1] !== units.tag[i] && units.tag[i + 1] !== units.tag[i];
}
