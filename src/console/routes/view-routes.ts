import { randomBytes } from 'node:crypto';
import pLimit from 'p-limit';
import { z } from 'zod';
import { may } from '../../domain/abilities.js';
import { upwardsFrom } from '../../domain/office-line.js';
import { isAboutActs, keptFilters, MAX_VIEWS, type SavedView } from '../../domain/saved-view.js';
import type { User } from '../../domain/user.js';
import { Refusal } from '../access/refusal.js';
import { officesInReach } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { idSchema } from '../views/schemas.js';
import { type ViewBody, type ViewList, viewBodySchema, viewListSchema, viewSaved } from '../views/view-schemas.js';

const params = z.object({ id: idSchema });

/** Filters under a name: one's own, and those that an office keeps for all who work in it and below it. */
export function addViewRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  // One after the other, so that what is counted is what is there.
  const inTurn = pLimit(1);
  app.get('/api/views', { schema: { response: { 200: viewListSchema } } }, async (request): Promise<ViewList> => {
    const { user } = viewerOf(request);
    const { seen, own } = await officesOf(context, user);
    const views = await deps.views.listViews({ userId: user.id, officeCodes: seen });
    // What an act says is looked for by those who may read it: to others such a view would tell it, and narrow nothing.
    const told = views.filter((view) => may(user, 'decide') || !isAboutActs(view));
    const shown = told.map((view) => viewSaved(view, isOwn(view, user, own)));
    return { views: shown.sort(byPlace), offices: may(user, 'edit_templates') ? [...own] : [] };
  });

  const schema = { body: viewBodySchema, response: { 200: z.object({ id: z.string() }) } };
  app.post('/api/views', { schema }, async (request) => {
    const { user } = viewerOf(request);
    const view = toView(request.body, user);
    const { own } = await officesOf(context, user);
    if (!isOwn(view, user, own)) throw new Refusal('not_found');
    await inTurn(async () => {
      if ((await deps.views.countViews(view)) >= MAX_VIEWS) throw new Refusal('too_many_views', { limit: MAX_VIEWS });
      await deps.views.addView(view, { by: user.id, at: clock() });
    });
    return { id: view.id };
  });

  app.post('/api/views/:id/remove', { schema: { params, response: { 204: z.null() } } }, async (request, reply) => {
    const { user } = viewerOf(request);
    const view = await deps.views.findView(request.params.id);
    // Another person's, or one of an office that is not theirs, does not exist.
    if (!view || !isOwn(view, user, (await officesOf(context, user)).own)) throw new Refusal('not_found');
    await deps.views.removeView(view.id, { by: user.id, at: clock() });
    return reply.code(204).send(null);
  });
}

interface Offices {
  /** Whose views are shown: those in reach and those above them; `undefined`: all. */
  readonly seen: readonly string[] | undefined;
  readonly own: readonly { code: string; name: string }[];
}

async function officesOf({ deps }: ConsoleContext, user: User): Promise<Offices> {
  const { reach, offices, allOffices } = await officesInReach(deps, user);
  const own = offices.map(({ code, name }) => ({ code, name }));
  if (reach === undefined) return { seen: undefined, own };
  return { seen: [...new Set(reach.flatMap((code) => upwardsFrom(code, allOffices)))], own };
}

function isOwn({ userId, officeCode }: SavedView, user: User, own: Offices['own']): boolean {
  if (officeCode === undefined) return userId === user.id;
  return may(user, 'edit_templates') && own.some(({ code }) => code === officeCode);
}

function toView({ page, name, search, office }: ViewBody, user: User): SavedView {
  const id = randomBytes(9).toString('base64url');
  const owner = office === null ? { userId: user.id } : { officeCode: office };
  return { id, ...owner, page, name, search: keptFilters(page, search) };
}

/** One's own first, each by name. */
function byPlace(a: ViewList['views'][number], b: ViewList['views'][number]): number {
  return Number(a.office !== null) - Number(b.office !== null) || (a.name < b.name ? -1 : 1);
}
