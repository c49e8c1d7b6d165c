import { UNIT, type Units } from '../../text/units.js';

/** A name this short is found inside many a longer word of a tag. */
const SHORT_NAME = 5;

/** Cut out of a longer word of a tag: what stands right before or behind it is no word, and no capital parts them. */
export function isPartOfWord(units: Units, i: number): boolean {
  const tag = units.tag[i]!;
  if (tag === 0 || units.end[i]! - units.start[i]! > SHORT_NAME) return false;
  const isTorn = (before: number, behind: number) =>
    units.tag[before] === tag &&
    units.tag[behind] === tag &&
    units.end[before] === units.start[behind] &&
    (units.flags[behind]! & (UNIT.capital | UNIT.allCaps | UNIT.number)) === 0;
  const isUnknown = (at: number) => units.words[at]!.id === 0 && (units.flags[at]! & UNIT.number) === 0;
  return (
    (i > 0 && isTorn(i - 1, i) && isUnknown(i - 1)) || (i + 1 < units.count && isTorn(i, i + 1) && isUnknown(i + 1))
  );
}
