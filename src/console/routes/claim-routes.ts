import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mayDecide } from '../../domain/blind-review.js';
import { isCopy } from '../../domain/calibration.js';
import { CLAIM_MS, type Flag, LEFT_CLAIM_MS } from '../../domain/flag.js';
import { Refusal } from '../access/refusal.js';
import { getShownFlag, getVisibleFlag } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { hold } from '../deciding/calibrate.js';
import { refuseDecided, refuseHeld } from '../deciding/faster-others.js';
import { flagSchema } from '../views/flag-schemas.js';
import { viewFlag } from '../views/flag-view.js';
import { idSchema, instant, tabSchema } from '../views/schemas.js';

const params = z.object({ id: idSchema });
/** Callers without pages name none, and need no body. */
const body = z.object({ tab: tabSchema.optional() }).nullish();

/** A claim is a person's, and lasts while one of their open pages of the flag is worked on. */
export function addClaimRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  app.post('/api/flags/:id/claim', { schema: { params, body, response: { 200: flagSchema } } }, async (request) => {
    const claimed = await claim(context, request, { id: request.params.id, tab: request.body?.tab });
    return viewFlag(deps, claimed, { user: viewerOf(request).user, now: clock() });
  });

  const renewed = z.object({ until: instant });
  app.post('/api/flags/:id/renew', { schema: { params, body, response: { 200: renewed } } }, async (request) => {
    const claimed = await claim(context, request, { id: request.params.id, tab: request.body?.tab });
    return { until: claimed.claim!.until.toISOString() };
  });
  addEndings(app, context);
}

function addEndings(app: ConsoleApp, { deps, clock }: ConsoleContext): void {
  app.post(
    '/api/flags/:id/release',
    { schema: { params, body, response: { 204: z.null() } } },
    async (request, reply) => {
      const { user } = viewerOf(request);
      const tab = request.body?.tab;
      const flag = await getShownFlag(deps, user, request.params.id);
      const now = clock();
      if (isCopy(flag)) await deps.calibrations.holdCalibration(flag.id, now);
      else if (tab === undefined) await deps.flags.releaseFlag(flag.id, user.id, now);
      else await deps.flags.leaveFlag(flag.id, { by: user.id, tab, until: now, now });
      return reply.code(204).send(null);
    },
  );

  /** Of a page that is being closed; which of closing and reloading it is, no browser says. */
  const beacon = z.object({ tab: tabSchema, csrfToken: z.string().max(100).optional() });
  const schema = { params, body: beacon, response: { 204: z.null() } };
  app.post('/api/flags/:id/leave', { schema }, async (request, reply) => {
    const { user } = viewerOf(request);
    const { tab } = request.body;
    const flag = await getShownFlag(deps, user, request.params.id);
    const now = clock();
    const until = new Date(now.getTime() + LEFT_CLAIM_MS);
    if (isCopy(flag)) await deps.calibrations.holdCalibration(flag.id, until);
    else await deps.flags.leaveFlag(flag.id, { by: user.id, tab, until, now });
    return reply.code(204).send(null);
  });
}

async function claim(
  context: ConsoleContext,
  request: FastifyRequest,
  { id, tab }: { id: string; tab: string | undefined },
): Promise<Flag> {
  const { deps, clock } = context;
  const { user } = viewerOf(request);
  const flag = await getShownFlag(deps, user, id);
  // A second look at what is decided needs no claim: it is one supervisor's, and versions settle a race.
  if (flag.state !== 'open') {
    throw mayDecide(flag, user) ? new Refusal('no_claim_needed') : await refuseDecided(context, flag, user);
  }
  const now = clock();
  if (isCopy(flag)) return hold(deps, flag, now);
  const until = new Date(now.getTime() + CLAIM_MS);
  const claimed = await deps.flags.claimFlag(flag.id, { by: user.id, until, now, tab });
  if (!claimed) throw await refuseHeld(context, await getVisibleFlag(deps, user, flag.id), user);
  return claimed;
}
