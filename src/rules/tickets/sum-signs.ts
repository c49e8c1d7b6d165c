import { UNIT, type Units } from '../../text/units.js';
import type { Vocabulary } from '../../text/vocabulary.js';
import type { Ballot } from './ballot.js';
import { ROLE } from './roles.js';
import type { Written } from './short-names.js';
import type { Sight } from './ticket-hit.js';

const SUM = /^\d{1,2}(?:[-+−*:]\d{1,2}){1,4}$/;
const MAX_NUMBER = 40;
const MAX_GAP = 4;
/** How far behind a sum it may be asked for. */
const ASKED_REACH = 3;
const ASKED_WORDS = 'berapa brp piro pira sabaraha bara sakek hasil hasilnya hasile jawab jawabannya jawabane'.split(
  ' ',
);

/**
 * "7 - 4 = ?", "1+1+1": a sum that is asked for, or that only counts up, and whose answer is a ticket's number. It counts
 * beside the ballot or the day of voting: sums are done in school every day.
 */
export class SumSigns {
  readonly #ballot: Ballot;
  readonly #numbers = new Map<number, number>();
  readonly #asked: ReadonlySet<number>;

  constructor(ballot: Ballot, vocabulary: Vocabulary) {
    this.#ballot = ballot;
    for (let n = 1; n <= MAX_NUMBER; n++) this.#numbers.set(vocabulary.addWord(String(n)), n);
    this.#asked = new Set(ASKED_WORDS.map((word) => vocabulary.addWord(word)));
  }

  /** Linear in the text: only digits that stand side by side are looked at. */
  find(units: Units, { view, textIn }: Written, found: (sight: Sight) => void): void {
    if (view.numbered.length === 0) return;
    for (let i = 0; i < units.count; i++) {
      const isWritten = (units.flags[i]! & UNIT.number) !== 0;
      const isApart = i + 1 < units.count && (units.roles[i]! & units.roles[i + 1]! & ROLE.place) !== 0;
      if (!isWritten && !isApart) continue;
      const sum = isWritten ? this.#sumIn(units, i, textIn) : this.#sumAt(units, i, textIn);
      if (sum === undefined) continue;
      const { result, last } = sum;
      const candidates = view.numbered.flatMap((contest) =>
        this.#ballot.candidatesOf(contest).flatMap(({ number, index }) => (number === result ? [index] : [])),
      );
      if (candidates.length > 0) found({ first: i, last, kind: 'sum', candidates, needs: 'ballot', by: 'itself' });
      i = last;
    }
  }

  /** `5-4`, `1+1+1`: written as one. */
  #sumIn(units: Units, at: number, textIn: Written['textIn']): { result: number; last: number } | undefined {
    const text = textIn(units.field[at]!);
    const parts = SUM.test(text.slice(units.start[at], units.end[at]))
      ? text.slice(units.start[at], units.end[at]).split(/([-+−*:])/)
      : [];
    if (parts.length < 3) return undefined;
    let result = Number(parts[0]);
    for (let k = 1; k + 1 < parts.length; k += 2) result = workedOut(result, parts[k]!, Number(parts[k + 1])) ?? 0;
    const isCountedUp = parts.length >= 5 && parts.every((part, k) => k % 2 === 0 || part === '+');
    return isCountedUp || this.#isAsked(units, at, text) ? { result, last: at } : undefined;
  }

  #sumAt(units: Units, first: number, textIn: Written['textIn']): { result: number; last: number } | undefined {
    const start = this.#numbers.get(units.words[first]!.id);
    if (start === undefined) return undefined;
    let result: number = start;
    const text = textIn(units.field[first]!);
    let last = first;
    let isCounting = true;
    for (let i = first + 1; i < units.count && units.field[i] === units.field[first]; i++) {
      const gap = text.slice(units.end[i - 1], Math.min(units.start[i]!, units.end[i - 1]! + MAX_GAP + 1));
      const next = this.#numbers.get(units.words[i]!.id);
      const worked: number | undefined = next === undefined ? undefined : workedOut(result, gap.trim(), next);
      if (worked === undefined) break;
      isCounting &&= gap.trim() === '+';
      result = worked;
      last = i;
    }
    if (last === first) return undefined;
    const isCountedUp = isCounting && last >= first + 2;
    return isCountedUp || this.#isAsked(units, last, text) ? { result, last } : undefined;
  }

  #isAsked(units: Units, last: number, text: string): boolean {
    if (/^\s{0,3}[=?]/.test(text.slice(units.end[last], units.end[last]! + MAX_GAP))) return true;
    for (let i = last + 1; i < Math.min(units.count, last + 1 + ASKED_REACH); i++) {
      if (this.#asked.has(units.words[i]!.id)) return true;
    }
    return false;
  }
}

function workedOut(a: number, operator: string, b: number): number | undefined {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
    case '−':
    case '–':
      return a - b;
    case '×':
    case '*':
      return a * b;
    case ':':
    case '÷':
      return a / b;
    default:
      return undefined;
  }
}
