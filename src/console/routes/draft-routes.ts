import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Draft, type DraftOwner, isEndedByVerdict, typedAtOf } from '../../domain/draft.js';
import { Refusal } from '../access/refusal.js';
import { getShownFlag } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { type DraftBody, draftBodySchema, draftSchema, savedDraftSchema, viewDraft } from '../views/draft-schemas.js';
import { idSchema } from '../views/schemas.js';

const params = z.object({ id: idSchema });

/** What the caller has typed on a flag: their own alone, and no entry of any log tells that there is one. */
export function addDraftRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  app.get('/api/flags/:id/draft', { schema: { params, response: { 200: draftSchema } } }, async (request) => {
    const owner = await ownerOf(context, request, request.params.id);
    return { draft: viewDraft(await findOpenDraft(context, owner)) };
  });

  const schema = { params, body: draftBodySchema, response: { 200: savedDraftSchema } };
  app.post('/api/flags/:id/draft', { schema }, async (request) => {
    const owner = await ownerOf(context, request, request.params.id);
    // The decision would end it unread: the page keeps what it could not send, and says so.
    const waiting = await deps.flags.findPending(owner.flagId);
    if (waiting?.userId === owner.userId) throw new Refusal('given_already');
    const now = clock();
    const { isKept, before } = await deps.drafts.saveDraft(owner, toDraft(request.body, now), now);
    const replaced = viewDraft(before);
    const isKnown = replaced?.typedAt === request.body.basedOn;
    const draft = viewDraft(await findOpenDraft(context, owner));
    return { draft, isKept, replaced: isKnown ? null : replaced };
  });
}

/** Whoever may not see the flag is told that there is none. */
async function ownerOf({ deps }: ConsoleContext, request: FastifyRequest, id: string): Promise<DraftOwner> {
  const { user } = viewerOf(request);
  const flag = await getShownFlag(deps, user, id);
  return { userId: user.id, flagId: flag.id };
}

function toDraft({ verdict, reason, weighed, asked, ...when }: DraftBody, now: Date): Draft {
  const { ownReviews, typedMsAgo, basedOn } = when;
  const typedAt = typedAtOf({ now, typedMsAgo, basedOn: basedOn === null ? undefined : new Date(basedOn) });
  return { verdict: verdict ?? undefined, reason, weighed, asked: asked ?? undefined, ownReviews, typedAt };
}

/**
 * A save that was on its way while the verdict came in is taken back here: the flag is read after the draft, so that
 * one of the two sees the other.
 */
async function findOpenDraft({ deps }: ConsoleContext, owner: DraftOwner): Promise<Draft | undefined> {
  const draft = await deps.drafts.findDraft(owner);
  const flag = draft && (await deps.flags.findFlag(owner.flagId));
  if (!draft) return undefined;
  // Of a golden flag's question it ends with the answer.
  if (!flag) return (await deps.calibrations.findCalibration(owner.flagId, owner.userId))?.said ? undefined : draft;
  if (!isEndedByVerdict(draft, owner.userId, flag.reviews)) return draft;
  await deps.drafts.removeDraft(owner);
  return undefined;
}
