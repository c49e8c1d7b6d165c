import type { FastifyRequest } from 'fastify';
import { grantTime } from '../http-limits.js';
import { type DoorContext, placeOfRequest } from './door-context.js';
import { type ReadForm, readForm } from './read-form.js';
import type { Entered } from './upload-room.js';

/**
 * Reads a submission for as long as `use` needs it. Before the first byte of a file is kept, its form has to be one of ours (or
 * a portal's), alone with its number, and its place within its budget.
 */
export async function withSubmission<T>(
  request: FastifyRequest,
  given: { context: DoorContext; formOf: (fields: ReadForm['fields']) => string | undefined },
  use: (form: ReadForm) => Promise<T>,
): Promise<T> {
  const { context, formOf } = given;
  const { budgets, clock, deps, reports, room } = context;
  const place = placeOfRequest(request);
  let entered: Entered | undefined;
  const endGrant = grantTime(request, reports.patience);
  const openRoom = async (fields: ReadForm['fields']) => {
    const form = formOf(fields);
    if (form === undefined) return 'no_room' as const;
    if (!(await budgets.mayBringFiles(place, { now: clock(), solved: fields.proof }))) return 'held' as const;
    entered = room.enter(place, form);
    return entered ?? ('no_room' as const);
  };
  try {
    return await use(await readForm(request, { limits: deps.publicDoor.uploads.limits, openRoom }));
  } finally {
    endGrant();
    entered?.leave();
  }
}
