import { isMarking } from '../files/rule-schema.js';
import { nearest, type Occurrence } from '../scene/occurrence.js';
import { ABSENT, type Found, type Scene } from '../scene/scene.js';
import { findSelection } from '../selections/find-selection.js';
import type { CompiledSelection } from '../selections/selection-key.js';
import type { CompiledRule, Doubt, Step } from './compile-rules.js';

/** What a rule found. `missing` names the first condition that did not hold. */
export type Outcome =
  | {
      readonly fires: true;
      readonly places: readonly Occurrence[];
      readonly tickets: readonly number[];
      /** What its doubt asks for holds: a mark then takes no side, a clearing rule weakens instead of silencing. */
      readonly isUnclear: boolean;
    }
  | { readonly fires: false; readonly missing: string; readonly because: 'absent' | 'excluded' | 'no_ticket' };

/** Decides one rule on one activity. Pure: no clock, no network, no database. */
export function evaluate(rule: CompiledRule, scene: Scene): Outcome {
  const found: Found[] = [];
  for (const step of rule.steps) {
    const left = take(scene, step, found);
    if (step.isRequired && !left.holds) return absent(step.selection);
  }
  const excluded = rule.none.find((i) => found[i]!.holds);
  if (excluded !== undefined) return { fires: false, missing: rule.selections[excluded]!.name, because: 'excluded' };
  const chosen = rule.any.filter((i) => found[i]!.holds);
  if (rule.any.length > 0 && chosen.length === 0) return absent(rule.selections[rule.any[0]!]!);
  return gather(scene, rule, { used: [...rule.all, ...chosen], found });
}

/** Looks for one selection, in its place among those found before it. */
function take(scene: Scene, step: Step, found: Found[]): Found {
  const own = related(scene, step.selection, found);
  const left = enough(scene, withoutRemoved(scene, own, step), step.selection.atLeast);
  found[step.index] = left;
  return left;
}

function absent(selection: CompiledSelection): Outcome {
  return { fires: false, missing: selection.name, because: 'absent' };
}

/** The places that stand where the selection's relations want them, each tied to a ticket found so. */
function related(scene: Scene, selection: CompiledSelection, found: readonly Found[]): Found {
  let { holds, places } = findSelection(scene, selection);
  for (const { to, side, reach } of selection.relations) {
    if (!holds) break;
    const search = { units: scene.units, work: scene.work, places: found[to]?.places ?? [], side, reach, near: 0 };
    const near: Occurrence[] = [];
    for (const place of places) {
      const partner = nearest(place, search);
      if (partner !== undefined) near.push({ ...place, tickets: place.tickets ?? partner.tickets });
    }
    places = near;
    holds = near.length > 0;
  }
  return selection.apartFrom.length === 0 ? { holds, places } : apart(scene, selection, { places, found });
}

/** The places in whose clauses nothing stands that they have to be apart from. */
function apart(
  { clauses, work }: Scene,
  { apartFrom }: CompiledSelection,
  { places, found }: { places: readonly Occurrence[]; found: readonly Found[] },
): Found {
  if (places.length === 0) return ABSENT;
  const others = apartFrom.flatMap((i) => found[i]!.places);
  work.steps += places.length + others.length;
  const clause = clauses();
  const taken = new Set(others.map(({ first }) => clause[first]));
  const left = places.filter(({ first }) => !taken.has(clause[first]));
  return { holds: left.length > 0, places: left };
}

/** Takes away the places that an excluding selection stands at. */
function withoutRemoved(scene: Scene, own: Found, { removals }: Step): Found {
  let { holds, places } = own;
  for (const { selection, side, reach } of removals) {
    if (places.length === 0) continue;
    const search = { units: scene.units, work: scene.work, places, side, reach, near: 0 };
    const spoiled = new Set(findSelection(scene, selection).places.map((p) => nearest(p, search)));
    places = places.filter((p) => !spoiled.has(p));
    holds = places.length > 0;
  }
  return places === own.places ? own : { holds, places };
}

/** Many of one word are one sign: "katanya, katanya" says it once. */
function enough({ units, work }: Scene, own: Found, atLeast: number): Found {
  if (atLeast === 1 || !own.holds) return own;
  work.steps += own.places.length;
  const different = new Set(own.places.map((place) => units.words[place.first]?.id));
  return different.size >= atLeast ? own : ABSENT;
}

/** The tickets that the found words stand near to; of tickets named elsewhere in the text nothing was said. */
function gather(
  scene: Scene,
  rule: CompiledRule,
  { used, found }: { used: readonly number[]; found: Found[] },
): Outcome {
  const isSign = (i: number) => rule.selections[i]!.isSign;
  const words = used.filter((i) => !isSign(i)).flatMap((i) => found[i]!.places);
  const signs = used.filter(isSign).flatMap((i) => found[i]!.places);
  scene.work.steps += words.length + signs.length;
  const tied = ticketsOf(words);
  const tickets = tied.size > 0 ? tied : ticketsOf(signs);
  if (rule.needsTicket && tickets.size === 0) return { fires: false, missing: 'ticket', because: 'no_ticket' };
  const meant = signs.filter((p) => p.tickets?.some((t) => tickets.has(t)));
  const { doubt } = rule;
  const isUnclear = doubt !== undefined && isMet(scene, doubt, found);
  // What turns a mark around is shown with it; the own call beside a warning is shown by the rule that marks it.
  const doubts = isUnclear && isMarking(rule.written) ? doubt.any.flatMap((i) => found[i]!.places) : [];
  return {
    fires: true,
    places: [...meant, ...words, ...doubts],
    tickets: [...tickets].sort((a, b) => a - b),
    isUnclear,
  };
}

function isMet(scene: Scene, { steps, all, any, none }: Doubt, found: Found[]): boolean {
  for (const step of steps) take(scene, step, found);
  const holds = (i: number) => found[i]!.holds;
  return all.every(holds) && (any.length === 0 || any.some(holds)) && !none.some(holds);
}

function ticketsOf(places: readonly Occurrence[]): Set<number> {
  const tickets = new Set<number>();
  for (const place of places) for (const ticket of place.tickets ?? []) tickets.add(ticket);
  return tickets;
}
