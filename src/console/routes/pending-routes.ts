import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CLAIM_MS, type Flag } from '../../domain/flag.js';
import type { PendingDecision } from '../../domain/pending-decision.js';
import type { User } from '../../domain/user.js';
import { Refusal } from '../access/refusal.js';
import { getVisibleFlag } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { restoreDraft, settleDecision } from '../deciding/settle-decision.js';
import { flagSchema } from '../views/flag-schemas.js';
import { viewFlag } from '../views/flag-view.js';
import { msLeft, type PendingList, pendingListSchema } from '../views/pending-schemas.js';
import { idSchema } from '../views/schemas.js';

const params = z.object({ id: idSchema });

/** What the caller has decided and can still take back: their own alone. */
export function addPendingRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  const schema = { response: { 200: pendingListSchema } };
  app.get('/api/pending-decisions', { schema }, async (request): Promise<PendingList> => {
    const { user } = viewerOf(request);
    const [pending, cameBack] = await Promise.all([
      deps.flags.listPendingOf(user.id),
      deps.drafts.listCameBack(user.id),
    ]);
    const now = clock();
    const mayOpen = await Promise.all(cameBack.map((id) => isVisible(context, user, id)));
    return {
      pending: pending.map(({ flagId, given, countsFrom, together, from }) => ({
        id: flagId,
        together: together ?? null,
        from: from ?? null,
        verdict: given?.verdict ?? null,
        msLeft: msLeft(countsFrom, now),
      })),
      // Its draft is written first: until the decision is off the flag, nobody could take it.
      cameBack: cameBack.filter((id, place) => mayOpen[place] && !pending.some(({ flagId }) => flagId === id)),
    };
  });
  addUndoRoute(app, context);
  addSettleRoute(app, context);
}

/** The draft is there again before the decision is not: cut off in between, the decision stands. Of those given together: all of them. */
function addUndoRoute(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  app.post('/api/flags/:id/undo', { schema: { params, response: { 204: z.null() } } }, async (request, reply) => {
    const own = await getOwn(context, request, request.params.id);
    const { pending } = own;
    await restoreDraft(context, own);
    const now = clock();
    const claim = { by: pending.userId, until: new Date(now.getTime() + CLAIM_MS), now };
    const { flagId, together } = pending;
    const isUndone = together
      ? await deps.flags.undoTogether(together, { flagId, claim })
      : await deps.flags.undoDecision(pending, claim);
    if (!isUndone) throw new Refusal('undo_too_late');
    return reply.code(204).send(null);
  });
}

/** Without waiting for the rest of the time: whoever wants to see the other verdict of a blind review does so for good. */
function addSettleRoute(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  app.post('/api/flags/:id/settle', { schema: { params, response: { 200: flagSchema } } }, async (request) => {
    const { pending } = await getOwn(context, request, request.params.id);
    await settleDecision(context, pending);
    const { user } = viewerOf(request);
    return viewFlag(deps, await getVisibleFlag(deps, user, request.params.id), { user, now: clock() });
  });
}

/** A notice leads to its flag: of one that the person may no longer open there is none. */
async function isVisible({ deps }: ConsoleContext, user: User, id: string): Promise<boolean> {
  try {
    await getVisibleFlag(deps, user, id);
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') return false;
    throw error;
  }
}

async function getOwn(
  { deps }: ConsoleContext,
  request: FastifyRequest,
  id: string,
): Promise<{ flag: Flag; pending: PendingDecision }> {
  const { user } = viewerOf(request);
  const flag = await getVisibleFlag(deps, user, id);
  const pending = await deps.flags.findPending(flag.id);
  if (pending?.userId !== user.id) throw new Refusal('undo_too_late');
  return { flag, pending };
}
