import type { Units } from '../../text/units.js';
import type { Ballot } from './ballot.js';
import type { Sight } from './ticket-hit.js';

/**
 * "Nomor 1 janji …, nomor 2 janji …, nomor 3 janji …": every number of a contest, each with the same word behind it; a
 * joke on all is no sign of the last one. Nothing where a number is left out or has another word behind it.
 */
export function evenRow(
  units: Units,
  weak: readonly Sight[],
  ballot: Pick<Ballot, 'candidates' | 'candidatesOf'>,
): readonly Sight[] {
  const numbers = weak.filter(({ kind, needs }) => kind === 'number' && needs === 'election');
  const [first] = numbers;
  if (first === undefined || numbers.length < 2) return [];
  const word = wordBehind(units, first);
  if (word === 0 || numbers.some((sight) => wordBehind(units, sight) !== word)) return [];
  const named = new Set(numbers.flatMap(({ candidates }) => candidates));
  const contests = new Set([...named].map((index) => ballot.candidates[index]!.contestIndex));
  const isWhole = [...contests].some((contest) => {
    const numbered = ballot.candidatesOf(contest).filter(({ number }) => number > 0);
    return numbered.length > 1 && numbered.every(({ index }) => named.has(index));
  });
  return isWhole ? numbers : [];
}

function wordBehind(units: Units, { last }: Sight): number {
  return last + 1 < units.count ? units.words[last + 1]!.id : 0;
}
