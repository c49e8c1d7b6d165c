import { z } from 'zod';
import { SIGN_TERMS } from '../../words/rules.js';
import { EVERYWHERE, type Occurrence } from '../scene/occurrence.js';
import { type Scene, TARGET_FIELD } from '../scene/scene.js';
import { SIGN_KINDS, type SignKind } from '../tickets/signs.js';
import { isWanted } from './is-wanted.js';
import { type CompiledSelection, selectionKey } from './selection-key.js';

/** Who is named and who is not are never asked for in one breath: acts that name somebody have nobody unnamed. */
const NAMED_KINDS = SIGN_KINDS.filter((kind) => kind !== 'unnamed');
const schema = z.union([z.enum(['any', 'person']), z.enum(SIGN_KINDS), z.array(z.enum(NAMED_KINDS)).min(1)]);

const GROUPS: Record<string, string> = {
  any: 'tanda pasangan calon apa pun',
  person: 'tanda pasangan calon, tanpa partai',
};

/** A sign of a ticket that is in force where and when the act was done. */
export const ticket = selectionKey({
  schema,
  says: 'what',
  holds: 'no_names',
  compile(written, draft) {
    const kinds = signKindsOf(written);
    draft.isSign = true;
    draft.isUnnamed = kinds.has('unnamed');
    draft.finders.push((scene, selection, to) => addPlaces(scene, { selection, kinds }, to));
  },
  describe: (written) => GROUPS[String(written)] ?? `tanda pasangan calon: ${[written].flat().join(', ')}`,
});

/** `any` is every sign; `person` leaves out parties, which are praised and blamed every day of the year. */
function signKindsOf(written: z.output<typeof schema>): ReadonlySet<SignKind> {
  if (written === 'any') return new Set(NAMED_KINDS);
  if (written === 'person') return new Set(NAMED_KINDS.filter((kind) => kind !== 'party'));
  return new Set([written].flat());
}

interface Wanted {
  readonly selection: CompiledSelection;
  readonly kinds: ReadonlySet<SignKind>;
}

function addPlaces(scene: Scene, { selection, kinds }: Wanted, to: Occurrence[]): void {
  const hits = kinds.has('unnamed') ? scene.unnamed() : scene.hits;
  scene.work.steps += hits.length;
  for (const { first, last, kind, candidates } of hits) {
    if (!kinds.has(kind) || !isWanted(scene, selection, first)) continue;
    to.push({ first, last, tickets: candidates, means: SIGN_TERMS[kind].id });
  }
  // An answer or reaction that names nobody speaks of whom it is aimed at.
  const speaksOfTarget = selection.takesTarget && scene.input.kind !== 'post';
  if (to.length > 0 || !speaksOfTarget) return;
  const { targetTickets, isTeamTarget } = scene;
  const isPosterTarget = scene.input.poster !== undefined;
  const kind = isPosterTarget ? 'poster' : isTeamTarget ? 'team' : 'account';
  // What is asked of a ticket's account holds of its team's too, with less weight.
  if (!kinds.has(kind) && (isPosterTarget || !kinds.has('account'))) return;
  const tickets = targetTickets.length > 0 ? targetTickets : ticketsInTarget(scene);
  if (tickets.length > 0) to.push({ first: EVERYWHERE, last: EVERYWHERE, tickets, means: SIGN_TERMS[kind].id });
}

function ticketsInTarget({ hits, units }: Scene): readonly number[] {
  const named = hits.filter((h) => units.field[h.first] === TARGET_FIELD).flatMap((h) => h.candidates);
  return [...new Set(named)];
}
