import { UNIT } from '../../text/units.js';
import { type Scene, TARGET_FIELD } from '../scene/scene.js';
import { isInScope, isInTag } from '../scene/scopes.js';
import type { CompiledSelection } from './selection-key.js';

/** Whether a place that begins at this unit stands in the fields and scopes that the selection wants. */
export function isWanted(scene: Scene, selection: CompiledSelection, first: number): boolean {
  const field = scene.units.field[first]!;
  if (!selection.fields.has(field === 0 ? 'text' : field === TARGET_FIELD ? 'target' : 'media')) return false;
  // A handle is somebody's name: what it is built of says nothing, and is hidden in what is kept.
  if (!selection.isSign && (scene.units.flags[first]! & UNIT.mention) !== 0) return false;
  if (selection.isTagOnly && !isInTag(scene.units, first)) return false;
  for (const scope of selection.unless) if (isInScope(scene, scope, first)) return false;
  for (const scope of selection.only) if (!isInScope(scene, scope, first)) return false;
  return true;
}
