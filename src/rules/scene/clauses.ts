import type { Units } from '../../text/units.js';

/**
 * The clause of every unit, counted from the start: a sentence, or what stands before and after a "but" in it. One pass
 * over the text, however many ask.
 */
export function clausesOf(units: Units, turns: ReadonlySet<number>): Int32Array {
  const clauses = new Int32Array(units.count);
  let clause = 0;
  for (let i = 0; i < units.count; i++) {
    if (i > 0 && (units.sentence[i] !== units.sentence[i - 1] || turns.has(units.words[i]!.id))) clause++;
    clauses[i] = clause;
  }
  return clauses;
}
