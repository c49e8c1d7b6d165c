import { referencesOf } from '../selections/relations.js';
import { CONDITIONS, isClearing, type Part, type Rule } from './rule-schema.js';
import type { LoadedRule } from './rule-set.js';

/** In a part: the selections of the rule that names it by which that rule holds. */
export const SIGNS = 'signs';

/**
 * The rule as if it had written what it takes from a part, so that the set is hashed, kept, replayed and explained
 * without parts. A part that is not there leaves the rule as it is: that is reported where it is named.
 */
export function withPart(rule: Rule, parts: ReadonlyMap<string, Part>): Rule {
  const part = isClearing(rule) ? parts.get(rule.clears.weak_when?.part ?? '') : undefined;
  if (part === undefined || !isClearing(rule)) return rule;
  const { part: _, signs = [], ...said } = rule.clears.weak_when!;
  const weakWhen = { ...part.when, ...said };
  const asked = [rule.when, weakWhen].flatMap((when) => CONDITIONS.flatMap((key) => when[key] ?? []));
  const near = Object.values(rule.selections).flatMap(referencesOf);
  return {
    ...rule,
    clears: { ...rule.clears, weak_when: weakWhen },
    selections: { ...selectionsOf(part, [...asked, ...near], signs), ...rule.selections },
  };
}

/** A part by itself, away from any rule: what its samples are tried on. */
export function alone({ title, id, selections, when, weak }: Part): LoadedRule['written'] {
  return {
    title,
    id,
    status: 'experimental',
    applies_to: ['post', 'share', 'comment'],
    selections: selectionsOf({ selections }, Object.keys(selections), []),
    when,
    explain: title,
    false_positives: weak ?? [title],
    clears: { effect: 'beside', rules: 'all' },
  };
}

/** These selections of a part and all that they refer to. */
function selectionsOf(
  { selections }: Pick<Part, 'selections'>,
  names: readonly string[],
  signs: readonly string[],
): Part['selections'] {
  const taken: Part['selections'] = {};
  const take = (name: string) => {
    const selection = selections[name];
    if (selection === undefined || Object.hasOwn(taken, name)) return;
    const apart = selection.apart_from?.flatMap((other) => (other === SIGNS ? signs : [other]));
    taken[name] = apart === undefined ? selection : { ...selection, apart_from: apart };
    for (const other of referencesOf(selection)) take(other);
  };
  for (const name of names) take(name);
  return taken;
}
