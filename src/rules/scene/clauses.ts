import type { Units } from '../../text/units.js';

/** Words that begin a clause: `turns` wherever they stand, `openers` behind a comma, a colon or a dash. */
export interface ClauseWords {
  readonly turns: ReadonlySet<number>;
  readonly openers: ReadonlySet<number>;
}

/**
 * The clause of every unit, counted from the start: a sentence, what stands before and after a "but" in it, or what
 * begins anew behind a comma. Commas alone divide too much: lists are full of them. One pass over the text, however many ask.
 */
export function clausesOf(units: Units, { turns, openers }: ClauseWords): Int32Array {
  const clauses = new Int32Array(units.count);
  let clause = 0;
  for (let i = 0; i < units.count; i++) {
    if (i > 0 && beginsClause(units, i, { turns, openers })) clause++;
    clauses[i] = clause;
  }
  return clauses;
}

function beginsClause(units: Units, i: number, { turns, openers }: ClauseWords): boolean {
  if (units.sentence[i] !== units.sentence[i - 1]) return true;
  const { id } = units.words[i]!;
  // Within a sentence only a comma or its like puts words more than one place apart.
  return turns.has(id) || (openers.has(id) && units.position[i]! - units.position[i - 1]! > 1);
}
