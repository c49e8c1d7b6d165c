import type { CompiledRule, CompiledSelection } from './compile-rules.js';
import { nearest, type Occurrence } from './occurrence.js';
import { type Found, findSelection, type Scene } from './scene.js';

/** What a rule found. `missing` names the first condition that did not hold. */
export type Outcome =
  | { readonly fires: true; readonly places: readonly Occurrence[]; readonly tickets: readonly number[] }
  | { readonly fires: false; readonly missing: string; readonly because: 'absent' | 'excluded' | 'no_ticket' };

/** Decides one rule on one activity. Pure: no clock, no network, no database. */
export function evaluate(rule: CompiledRule, scene: Scene): Outcome {
  const found: Found[] = [];
  for (const [i, selection] of rule.selections.entries()) {
    if (rule.removing.includes(i)) continue;
    const own = related(scene, findSelection(scene, selection), { selection, found });
    found[i] = withoutRemoved(scene, own, { rule, index: i });
    if (!found[i]!.holds && rule.all.includes(i)) return absent(selection);
  }
  const excluded = rule.none.find((i) => found[i]!.holds);
  if (excluded !== undefined) return { fires: false, missing: rule.selections[excluded]!.name, because: 'excluded' };
  const chosen = rule.any.filter((i) => found[i]!.holds);
  if (rule.any.length > 0 && chosen.length === 0) return absent(rule.selections[rule.any[0]!]!);
  return gather(rule, [...rule.all, ...chosen], found);
}

function absent(selection: CompiledSelection): Outcome {
  return { fires: false, missing: selection.name, because: 'absent' };
}

/** Keeps the places that stand where the selection's relations want them, and ties them to a ticket found so. */
function related(
  scene: Scene,
  own: Found,
  { selection, found }: { selection: CompiledSelection; found: readonly Found[] },
): Found {
  if (selection.relations.length === 0 || !own.holds) return own;
  const places = own.places.flatMap((place) => {
    let { tickets } = place;
    for (const { side, to, reach } of selection.relations) {
      const partner = nearest(scene.units, place, { places: found[to]?.places ?? [], side, reach });
      if (partner === undefined) return [];
      tickets ??= partner.tickets;
    }
    return [{ ...place, tickets }];
  });
  return { holds: places.length > 0, places };
}

/** Takes away the places that an excluding selection stands at. */
function withoutRemoved(scene: Scene, own: Found, { rule, index }: { rule: CompiledRule; index: number }): Found {
  let places = own.places;
  for (const i of rule.removing) {
    const selection = rule.selections[i]!;
    const relation = selection.relations.find((r) => r.to === index);
    if (relation === undefined || places.length === 0) continue;
    const { side, reach } = relation;
    const spoiled = new Set(
      findSelection(scene, selection).places.map((p) => nearest(scene.units, p, { places, side, reach })),
    );
    places = places.filter((p) => !spoiled.has(p));
  }
  if (places === own.places) return own;
  return { holds: places.length > 0, places };
}

/** The tickets that the found words stand near to; of tickets named elsewhere in the text nothing was said. */
function gather(rule: CompiledRule, used: readonly number[], found: readonly Found[]): Outcome {
  const words = used.filter((i) => rule.selections[i]!.signKinds === undefined).flatMap((i) => found[i]!.places);
  const signs = used.filter((i) => rule.selections[i]!.signKinds !== undefined).flatMap((i) => found[i]!.places);
  const tied = words.flatMap((p) => p.tickets ?? []);
  const tickets = [...new Set(tied.length > 0 ? tied : signs.flatMap((p) => p.tickets ?? []))].sort((a, b) => a - b);
  const meant = signs.filter((p) => (p.tickets ?? []).some((t) => tickets.includes(t)));
  if (rule.needsTicket && tickets.length === 0) return { fires: false, missing: 'ticket', because: 'no_ticket' };
  return { fires: true, places: [...meant, ...words], tickets };
}
