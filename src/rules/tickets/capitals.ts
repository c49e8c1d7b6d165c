import { UNIT, type Units } from '../../text/units.js';

const AROUND = 6;

/** Whether the words around stand in capitals too: then capitals tell nothing. */
export function isInCapitals(units: Units, i: number): boolean {
  let others = 0;
  let capitals = 0;
  for (let at = Math.max(0, i - AROUND); at <= Math.min(units.count - 1, i + AROUND); at++) {
    if (at === i || units.field[at] !== units.field[i] || (units.flags[at]! & (UNIT.emoji | UNIT.number)) !== 0)
      continue;
    others++;
    if ((units.flags[at]! & UNIT.allCaps) !== 0) capitals++;
  }
  return others === 0 || capitals * 2 >= others;
}
