import { z } from 'zod';
import { mayDecide, reviewsFor } from '../../domain/blind-review.js';
import type { DraftOwner } from '../../domain/draft.js';
import { CLAIM_MS, decide, type Flag, type Review } from '../../domain/flag.js';
import { timeZoneOf, zoneLabel } from '../../domain/region.js';
import type { User } from '../../domain/user.js';
import { leftToWeigh } from '../../domain/verdict.js';
import { Refusal } from '../access/refusal.js';
import { getVisibleFlag } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import { flagSchema, type VerdictBody, verdictBodySchema } from '../views/flag-schemas.js';
import { namesOf, viewFlag } from '../views/flag-view.js';
import { idSchema } from '../views/schemas.js';

const params = z.object({ id: idSchema });

export function addFlagRoutes(app: ConsoleApp, context: ConsoleContext): void {
  addViewRoute(app, context);
  addClaimRoutes(app, context);
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

function addClaimRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  app.post('/api/flags/:id/claim', { schema: { params, response: { 200: flagSchema } } }, async (request) => {
    const { user } = viewerOf(request);
    const flag = await getVisibleFlag(deps, user, request.params.id);
    // A second look at what is decided needs no claim: it is one supervisor's, and versions settle a race.
    if (flag.state !== 'open') {
      throw mayDecide(flag, user) ? new Refusal('no_claim_needed') : await refuseDecided(context, flag);
    }
    const now = clock();
    const claimed = await deps.flags.claimFlag(flag.id, {
      by: user.id,
      until: new Date(now.getTime() + CLAIM_MS),
      now,
    });
    if (!claimed) throw await refuseHeld(context, await getVisibleFlag(deps, user, flag.id));
    return viewFlag(deps, claimed, { user, now });
  });

  app.post('/api/flags/:id/release', { schema: { params, response: { 204: z.null() } } }, async (request, reply) => {
    const { user } = viewerOf(request);
    const flag = await getVisibleFlag(deps, user, request.params.id);
    await deps.flags.releaseFlag(flag.id, user.id, clock());
    return reply.code(204).send(null);
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

async function refuseHeld(context: ConsoleContext, flag: Flag): Promise<Refusal> {
  if (!flag.claim) return new Refusal('changed_meanwhile');
  const nameOf = await namesOf(context.deps, flag);
  return new Refusal('held_by_other', { name: nameOf(flag.claim.by), until: clockTime(flag, flag.claim.until) });
}

async function refuseDecided(context: ConsoleContext, flag: Flag): Promise<Refusal> {
  const last = flag.reviews.at(-1);
  if (!last) return new Refusal('changed_meanwhile');
  const nameOf = await namesOf(context.deps, flag);
  return new Refusal('decided_by_other', { name: nameOf(last.reviewerId), at: clockTime(flag, last.at) });
}

function clockTime(flag: Flag, instant: Date): string {
  const zone = timeZoneOf(flag.region);
  const time = new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(instant);
  return `${time} ${zoneLabel(zone)}`;
}
