import { UNIT } from '../../text/units.js';
import type { Occurrence } from '../scene/occurrence.js';
import { ABSENT, type Found, type Scene } from '../scene/scene.js';
import { isWanted } from './is-wanted.js';
import type { CompiledSelection } from './selection-key.js';

const HOLDS_AS_WHOLE: Found = { holds: true, places: [] };

/** Where a selection holds by itself, before its relations to others are looked at. */
export function findSelection(scene: Scene, selection: CompiledSelection): Found {
  const known = scene.known[selection.key];
  if (known !== undefined) return known;
  const found = look(scene, selection);
  scene.known[selection.key] = found;
  return found;
}

/** The same without remembering: for selections that no rule asks for. */
export function look(scene: Scene, selection: CompiledSelection): Found {
  const { finders, sets } = selection;
  const isPlaced = sets.length > 0 || finders.length > 0;
  if (!isPlaced) return holdsAsWhole(scene, selection) ? HOLDS_AS_WHOLE : ABSENT;
  const isThere = finders.length > 0 || sets.some((set) => scene.places.has(set));
  if (!isThere || !holdsAsWhole(scene, selection)) return ABSENT;
  const places: Occurrence[] = [];
  for (const addPlaces of finders) addPlaces(scene, selection, places);
  addTermPlaces(scene, selection, places);
  if (places.length === 0) return ABSENT;
  return { holds: true, places: places.length === 1 ? places : places.sort(byPlace) };
}

function byPlace(a: Occurrence, b: Occurrence): number {
  return a.first - b.first || a.last - b.last;
}

function holdsAsWhole(scene: Scene, { conditions }: CompiledSelection): boolean {
  for (const holds of conditions) if (!holds(scene)) return false;
  return true;
}

function addTermPlaces(scene: Scene, selection: CompiledSelection, to: Occurrence[]): void {
  for (const set of selection.sets) {
    const { means, except } = scene.sets[set]!;
    const places = scene.places.of(set);
    scene.work.steps += places.length;
    for (const { first, last } of places) {
      const id = scene.units.words[first]!.id;
      if (id !== 0 && first === last && (except.has(id) || selection.except.has(id))) continue;
      if (!isWanted(scene, selection, first) || isPartOfSign(scene, first, last)) continue;
      to.push({ first, last, tickets: undefined, means: selection.means ?? means });
    }
  }
}

/** "Perjuangan" in a party's name and "maju" in a slogan say nothing of their own. */
function isPartOfSign({ units }: Scene, first: number, last: number): boolean {
  return (units.flags[first]! & UNIT.sign) !== 0 && (units.flags[last]! & UNIT.sign) !== 0;
}
