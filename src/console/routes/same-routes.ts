import { z } from 'zod';
import { reviewsFor } from '../../domain/blind-review.js';
import { languageAskedFor } from '../../words/language.js';
import { getUnmaskedFlag, reachOf } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import { giveTogether } from '../deciding/give-together.js';
import {
  type Family,
  familySchema,
  MAX_TOGETHER,
  type SameList,
  sameListSchema,
  type Together,
  togetherBodySchema,
  togetherSchema,
} from '../views/same-schemas.js';
import { viewEnded, viewSameFlags } from '../views/same-view.js';
import { idSchema } from '../views/schemas.js';

const params = z.object({ id: idSchema });
/** Of what was decided: enough to see how it went. */
const MAX_ENDED = 20;

/** Flags of the same post as one flag: how they ended, and those that wait with it, to be decided in one go. */
export function addSameRoutes(app: ConsoleApp, context: ConsoleContext): void {
  addFamilyRoute(app, context);
  addSameRoute(app, context);
  const schema = { params, body: togetherBodySchema, response: { 200: togetherSchema } };
  app.post('/api/flags/:id/same/verdict', { schema }, async (request): Promise<Together> => {
    const { user } = viewerOf(request);
    const flag = await getUnmaskedFlag(context.deps, user, request.params.id);
    const { given, refused } = await giveTogether(context, flag, { user, now: context.clock(), body: request.body });
    const language = languageAskedFor(request.headers['accept-language']);
    return {
      given: [...given],
      refused: refused.map(({ id, refusal }) => ({ id, code: refusal.code, ...refusal.saidIn(language) })),
    };
  });
}

/** Never a list of one person's marks: flags of the same account are left out. */
function addFamilyRoute(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  app.get('/api/flags/:id/family', { schema: { params, response: { 200: familySchema } } }, async (request) => {
    const { user } = viewerOf(request);
    const flag = await getUnmaskedFlag(deps, user, request.params.id);
    const officeCodes = await reachOf(deps, user);
    const waiting = { officeCodes, state: 'open', questions: { which: 'none', now: clock() } } as const;
    const [others, ended] = await Promise.all([
      deps.flags.countOthers(flag.id, waiting),
      deps.flags.listSameDecided(flag.id, officeCodes, MAX_ENDED + 1),
    ]);
    // How the others ended would tell whoever decides blind how this one did.
    const isHidden = ended.length > 0 && reviewsFor(flag, user).isBlind;
    const shown = isHidden ? [] : ended.slice(0, MAX_ENDED);
    const details = { order: 'newest', same: flag.id };
    if (shown.length > 0) await recordAudit(context, request, { action: 'queue_viewed', subject: user.id, details });
    const family: Family = {
      waiting: others,
      ended: await viewEnded(deps, shown, user),
      isMore: !isHidden && ended.length > MAX_ENDED,
      isHidden,
    };
    return family;
  });
}

/** Words and handles of others: each is a flag looked at. */
function addSameRoute(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  app.get('/api/flags/:id/same', { schema: { params, response: { 200: sameListSchema } } }, async (request) => {
    const { user } = viewerOf(request);
    const flag = await getUnmaskedFlag(deps, user, request.params.id);
    const viewer = { user, now: clock() };
    const officeCodes = await reachOf(deps, user);
    const waiting = { officeCodes, state: 'open', questions: { which: 'none', now: viewer.now } } as const;
    // One place is for the flag itself.
    const limit = MAX_TOGETHER - 1;
    const [flags, others] = await Promise.all([
      deps.flags.listSame(flag.id, waiting, limit),
      deps.flags.countOthers(flag.id, waiting),
    ]);
    await Promise.all(flags.map(({ id }) => recordAudit(context, request, { action: 'flag_viewed', subject: id })));
    const list: SameList = {
      now: viewer.now.toISOString(),
      items: await viewSameFlags(deps, flag, { flags, viewer }),
      more: Math.max(0, others - flags.length),
    };
    return list;
  });
}
