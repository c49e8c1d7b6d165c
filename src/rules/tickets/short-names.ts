import { fold } from '../../text/fold.js';
import { UNIT, type Units } from '../../text/units.js';
import type { Vocabulary } from '../../text/vocabulary.js';
import type { Ballot, View } from './ballot.js';
import { ROLE } from './roles.js';
import { nameWords } from './signs.js';
import type { Sight } from './ticket-hit.js';
import { ADDRESS_WORDS } from './ticket-words.js';

/** A name this long is cut short by those who know its bearer. */
const MIN_WHOLE = 5;
const MIN_START = 3;
const MIN_END = 4;
const MAX_SHORT = 12;
const NO_NAME = UNIT.emoji | UNIT.url | UNIT.hashtag | UNIT.mention | UNIT.number;

interface Name {
  readonly word: string;
  readonly candidate: number;
}

/** What an act says, and in which words: a short name is in no vocabulary. */
export interface Written {
  readonly view: View;
  readonly textIn: (field: number) => string;
}

/**
 * "Mbak Mel", "Bu Rusdi", "Mama Rika": the beginning or the end of one candidate's name behind a form of address, and no
 * word that anybody knows. And "Pak Sugeng", whose name is read as a word ("sugeng" is "selamat") wherever it stands.
 * Asked of the own contests only, where there are few names.
 */
export class ShortNames {
  readonly #ballot: Ballot;
  readonly #addresses: ReadonlySet<number>;
  readonly #slang: ReadonlyMap<string, readonly string[]>;
  readonly #names = new WeakMap<View, readonly Name[]>();

  constructor(ballot: Ballot, vocabulary: Vocabulary, slang: ReadonlyMap<string, readonly string[]>) {
    this.#ballot = ballot;
    this.#slang = slang;
    this.#addresses = new Set([...ADDRESS_WORDS].map((word) => vocabulary.addWord(word)));
  }

  /** Whether a name may stand behind this word. */
  isLed(id: number): boolean {
    return this.#addresses.has(id);
  }

  /** Linear in the text: names are looked at only behind a form of address. */
  find(units: Units, { view, textIn }: Written, found: (sight: Sight) => void): void {
    for (let i = 1; i < units.count; i++) {
      if ((units.roles[i - 1]! & ROLE.address) === 0) continue;
      const isUnknown = units.words[i]!.id === 0;
      if (!isUnknown && !isSlangName(units, i)) continue;
      if ((units.flags[i]! & NO_NAME) !== 0 || units.field[i] !== units.field[i - 1]) continue;
      if (units.end[i]! - units.start[i]! > MAX_SHORT) continue;
      const written = fold(textIn(units.field[i]!).slice(units.start[i], units.end[i])).text;
      const candidates = isUnknown ? this.#bearersOf(written, view) : this.#namesakesOf(written, view);
      if (candidates.length === 1)
        found({ first: i, last: i, kind: 'alias', candidates, needs: 'title', by: 'itself' });
    }
  }

  #bearersOf(short: string, view: View): number[] {
    if (short.length < MIN_START) return [];
    const meant = this.#namesIn(view).filter(({ word }) => isShortOf(short, word));
    return [...new Set(meant.map(({ candidate }) => candidate))];
  }

  /** Whose whole name is another way to write some word. */
  #namesakesOf(written: string, view: View): number[] {
    if (!this.#slang.has(written)) return [];
    const meant = this.#namesIn(view).filter(({ word }) => word === written);
    return [...new Set(meant.map(({ candidate }) => candidate))];
  }

  #namesIn(view: View): readonly Name[] {
    const known = this.#names.get(view);
    if (known !== undefined) return known;
    const open = [...this.#ballot.contests.keys()].filter((c) => view.own[c] === 2 && view.stages[c]! >= 0);
    const names = open.flatMap((contest) =>
      this.#ballot.candidatesOf(contest).flatMap(({ index, ticket }) =>
        (ticket?.names ?? [])
          .flatMap(nameWords)
          .filter((word) => word.length >= MIN_WHOLE)
          .map((word) => ({ word, candidate: index })),
      ),
    );
    this.#names.set(view, names);
    return names;
  }
}

/** "Pak Sugeng", not "pak, sugeng enjing". */
function isSlangName(units: Units, i: number): boolean {
  const flags = units.flags[i]!;
  const isBeside = units.position[i]! - units.position[i - 1]! === 1;
  return isBeside && (flags & UNIT.informal) !== 0 && (flags & (UNIT.capital | UNIT.allCaps)) !== 0;
}

function isShortOf(short: string, word: string): boolean {
  if (short.length >= word.length) return false;
  return word.startsWith(short) || (short.length >= MIN_END && word.endsWith(short));
}
