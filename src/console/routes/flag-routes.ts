import { z } from 'zod';
import { mayDecide, reviewsFor } from '../../domain/blind-review.js';
import type { DraftOwner } from '../../domain/draft.js';
import { decide, type Flag, type Review } from '../../domain/flag.js';
import type { User } from '../../domain/user.js';
import { leftToWeigh } from '../../domain/verdict.js';
import { Refusal } from '../access/refusal.js';
import { getVisibleFlag } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import { flagSchema, type VerdictBody, verdictBodySchema } from '../views/flag-schemas.js';
import { viewFlag } from '../views/flag-view.js';
import { idSchema } from '../views/schemas.js';
import { refuseDecided, refuseHeld } from './faster-others.js';

const params = z.object({ id: idSchema });

export function addFlagRoutes(app: ConsoleApp, context: ConsoleContext): void {
  addViewRoute(app, context);
  addVerdictRoute(app, context);
}

function addViewRoute(app: ConsoleApp, context: ConsoleContext): void {
  app.get('/api/flags/:id', { schema: { params, response: { 200: flagSchema } } }, async (request) => {
    const { user } = viewerOf(request);
    const flag = await getVisibleFlag(context.deps, user, request.params.id);
    await recordAudit(context, request, { action: 'flag_viewed', subject: flag.id });
    return viewFlag(context.deps, flag, { user, now: context.clock() });
  });
}

function addVerdictRoute(app: ConsoleApp, context: ConsoleContext): void {
  const schema = { params, body: verdictBodySchema, response: { 200: flagSchema } };
  app.post('/api/flags/:id/verdict', { schema }, async (request) => {
    const { user } = viewerOf(request);
    const flag = await getVisibleFlag(context.deps, user, request.params.id);
    const now = context.clock();
    await refuseUnfitVerdict(context, flag, { user, now, body: request.body });
    const { verdict, reason, weighed, seenVersion } = request.body;
    const review: Review = { verdict, reason, weighed, reviewerId: user.id, at: now };
    const decided = decide(flag, seenVersion, review);
    const { isBlind } = reviewsFor(flag, user);
    await context.deps.flags.saveDecision(decided, review, { isBlind });
    await endDraft(context, { userId: user.id, flagId: flag.id });
    return viewFlag(context.deps, decided, { user, now });
  });
}

/** The verdict stands whatever becomes of the draft, which is taken back as well when it is next asked for. */
async function endDraft({ deps, tell }: ConsoleContext, owner: DraftOwner): Promise<void> {
  await deps.drafts.removeDraft(owner).catch((error) => tell('console-draft', error, { flagId: owner.flagId }));
}

/** Says who was faster, and what is missing, before the domain says no in general. */
async function refuseUnfitVerdict(
  context: ConsoleContext,
  flag: Flag,
  { user, now, body }: { user: User; now: Date; body: VerdictBody },
): Promise<void> {
  if (!mayDecide(flag, user)) throw await refuseDecided(context, flag);
  if (flag.claim && flag.claim.by !== user.id && flag.claim.until > now) throw await refuseHeld(context, flag);
  if (leftToWeigh(flag.cleared, body).length > 0) throw new Refusal('unweighed');
}
