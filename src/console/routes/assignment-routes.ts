import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ownStep } from '../../domain/assignment.js';
import type { Flag } from '../../domain/flag.js';
import { noticeTo } from '../../domain/notice.js';
import { colleaguesOn } from '../access/colleagues.js';
import { Refusal } from '../access/refusal.js';
import { getVisibleFlag } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { flagSchema } from '../views/flag-schemas.js';
import { viewFlag } from '../views/flag-view.js';
import { idSchema } from '../views/schemas.js';

const params = z.object({ id: idSchema });
const response = { 200: flagSchema };

/** Whose work an open flag is. It takes nothing from anybody who may open it but its place as the next one. */
export function addAssignmentRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps } = context;
  const given = z.object({ to: idSchema.nullable() });
  app.post('/api/flags/:id/assign', { schema: { params, body: given, response } }, async (request) => {
    const flag = await getVisibleFlag(deps, viewerOf(request).user, request.params.id);
    const { to } = request.body;
    const isKnown = to === null || (await colleaguesOn(deps, flag)).some(({ id }) => id === to);
    if (!isKnown) throw new Refusal('no_colleague');
    return assign(context, request, { flag, to: to ?? undefined });
  });

  /** One's own: `true` takes what is nobody's, `false` gives it back. */
  const taken = z.object({ isMine: z.boolean() });
  app.post('/api/flags/:id/take', { schema: { params, body: taken, response } }, async (request) => {
    const { user } = viewerOf(request);
    const flag = await getVisibleFlag(deps, user, request.params.id);
    const { isMine } = request.body;
    const isThere = (flag.assigned?.to === user.id) === isMine;
    if (isThere) return viewFlag(deps, flag, { user, now: context.clock() });
    if (ownStep(flag, user) !== (isMine ? 'take' : 'give_back')) throw new Refusal('changed_meanwhile');
    return assign(context, request, { flag, to: isMine ? user.id : undefined });
  });
}

async function assign(
  { deps, clock }: ConsoleContext,
  request: FastifyRequest,
  { flag, to }: { flag: Flag; to: string | undefined },
) {
  const { user } = viewerOf(request);
  const now = clock();
  const from = flag.assigned?.to;
  if (from !== to) {
    const of = String(now.getTime());
    const told = to === undefined || to === user.id ? [] : [noticeTo(to, 'assigned', { flagId: flag.id, at: now, of })];
    const isDone = await deps.flags.assignFlag(flag.id, { from, to, by: user.id, at: now }, told);
    if (!isDone) throw new Refusal('changed_meanwhile');
  }
  return viewFlag(deps, await getVisibleFlag(deps, user, flag.id), { user, now });
}
