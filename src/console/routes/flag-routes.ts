import { z } from 'zod';
import { isCopy } from '../../domain/calibration.js';
import { getShownFlag } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import { answerCopy } from '../deciding/calibrate.js';
import { giveDecision } from '../deciding/give-decision.js';
import { flagSchema, verdictBodySchema } from '../views/flag-schemas.js';
import { viewFlag } from '../views/flag-view.js';
import { idSchema } from '../views/schemas.js';

const params = z.object({ id: idSchema });

export function addFlagRoutes(app: ConsoleApp, context: ConsoleContext): void {
  addViewRoute(app, context);
  addVerdictRoute(app, context);
}

function addViewRoute(app: ConsoleApp, context: ConsoleContext): void {
  app.get('/api/flags/:id', { schema: { params, response: { 200: flagSchema } } }, async (request) => {
    const { user } = viewerOf(request);
    const flag = await getShownFlag(context.deps, user, request.params.id);
    await recordAudit(context, request, { action: 'flag_viewed', subject: flag.id });
    return viewFlag(context.deps, flag, { user, now: context.clock() });
  });
}

function addVerdictRoute(app: ConsoleApp, context: ConsoleContext): void {
  const schema = { params, body: verdictBodySchema, response: { 200: flagSchema } };
  app.post('/api/flags/:id/verdict', { schema }, async (request) => {
    const { user } = viewerOf(request);
    const flag = await getShownFlag(context.deps, user, request.params.id);
    const now = context.clock();
    if (isCopy(flag)) {
      const answered = await answerCopy(context, flag, { user, now, body: request.body });
      return viewFlag(context.deps, answered, { user, now });
    }
    const given = await giveDecision(context, flag, { user, now, body: request.body });
    return viewFlag(context.deps, given, { user, now });
  });
}
