import { z } from 'zod';
import type { FlagFilter } from '../../domain/flag-filter.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import type { ConsoleDeps } from '../deps.js';
import { aboutDetails } from '../views/about-view.js';
import { type Queue, queueSchema } from '../views/queue-schemas.js';
import { viewItems } from '../views/queue-view.js';
import { idSchema } from '../views/schemas.js';
import {
  inOrderByAge,
  type Narrowing,
  narrowFilter,
  narrowingSchema,
  pageSchema,
  UP_TO,
  viewFrame,
} from './queue-routes.js';

/**
 * What one other person has decided, confirmed and dismissed alike, by age. By age only: the other order is learned
 * from these very verdicts and would tell them.
 */
export function addSecondReviewRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  const schema = { querystring: narrowingSchema.extend(pageSchema.shape), response: { 200: queueSchema } };
  app.get('/api/second-reviews', { schema }, async (request): Promise<Queue> => {
    const { user } = viewerOf(request);
    const { cursor, limit, ...wanted } = request.query;
    const filter = await toSecondFilter(deps, user, wanted);
    const details = { order: 'oldest', waiting: 'second', ...aboutDetails(wanted) };
    await recordAudit(context, request, { action: 'queue_viewed', subject: user.id, details });
    const [page, fitting, frame] = await Promise.all([
      deps.flags.listFlagQueue(filter, { limit, cursor }),
      deps.flags.countFlagQueue(filter, UP_TO),
      viewFrame(context, user, wanted),
    ]);
    const viewer = { user, now: clock() };
    const flags = page.flags.map(inOrderByAge);
    return {
      now: viewer.now.toISOString(),
      items: await viewItems(deps, flags, viewer),
      // A second look needs no claim.
      mine: [],
      order: 'oldest',
      tooFewVerdicts: null,
      nextCursor: page.nextCursor ?? null,
      fitting,
      ...frame,
    };
  });
  addNextSecondRoute(app, context);
}

/** The next one by age, unclaimed: a second look needs no claim, and versions settle a race. */
function addNextSecondRoute(app: ConsoleApp, { deps }: ConsoleContext): void {
  const body = narrowingSchema.extend({ after: idSchema.optional() });
  const response = { 200: z.object({ id: z.string().nullable() }) };
  app.post('/api/second-reviews/next', { schema: { body, response } }, async (request) => {
    const { after, ...wanted } = request.body;
    const waiting = await toSecondFilter(deps, viewerOf(request).user, wanted);
    const filter = { ...waiting, isUndecided: true };
    const later = after === undefined ? undefined : await deps.flags.listFlagQueue(filter, { limit: 1, cursor: after });
    if (later?.flags[0]) return { id: later.flags[0].id };
    // At the end of the list the search begins anew, but the flag just left is not handed back.
    const { flags } = await deps.flags.listFlagQueue(filter, { limit: 2 });
    return { id: flags.find((flag) => flag.id !== after)?.id ?? null };
  });
}

async function toSecondFilter(
  deps: ConsoleDeps,
  user: Parameters<typeof narrowFilter>[1],
  wanted: Narrowing,
): Promise<FlagFilter> {
  return { ...(await narrowFilter(deps, user, wanted)), awaitsSecondBy: user.id };
}
