import pLimit from 'p-limit';
import { z } from 'zod';
import { type CampaignPicture, MAX_CAMPAIGN_PICTURES } from '../../domain/campaign-picture.js';
import { shownAs } from '../../intake/uploads/shown-as.js';
import { registerPoster } from '../../steps/register-poster.js';
import { GONE_USER } from '../../words/console/users.js';
import { Refusal } from '../access/refusal.js';
import { viewerOf } from '../access/session.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import type { ConsoleDeps } from '../deps.js';
import {
  CAMPAIGN_PICTURE_BYTES,
  type CampaignPictures,
  campaignPictureBodySchema,
  campaignPicturesSchema,
  campaignPictureParams as params,
} from '../views/campaign-picture-schemas.js';

/** The bank of registered campaign pictures: of every election that is loaded, for whoever keeps it. */
export function addCampaignPictureRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps } = context;
  app.get('/api/campaign-pictures', { schema: { response: { 200: campaignPicturesSchema } } }, () => viewBank(deps));

  app.get('/api/campaign-pictures/:id/picture', { schema: { params } }, async (request, reply) => {
    const { file } = await getPicture(deps, request.params.id);
    const content = await deps.reportDesk.readFile(file.id);
    return reply.headers(shownAs({ id: file.id, kind: 'picture', type: file.type })).send(content);
  });
  addChangeRoutes(app, context);
}

function addChangeRoutes(app: ConsoleApp, { deps, clock }: ConsoleContext): void {
  const schema = { body: campaignPictureBodySchema, response: { 200: z.object({ id: z.string() }) } };
  // One after the other, so that what is counted is what is there.
  const inTurn = pLimit(1);
  app.post('/api/campaign-pictures', { schema, bodyLimit: CAMPAIGN_PICTURE_BYTES }, (request) =>
    inTurn(async () => {
      const { ticket, picture } = request.body;
      const known = ticketsOf(deps).find(({ id }) => id === ticket);
      if (!known) throw new Refusal('bad_request', { where: 'ticket' });
      const poster = { election: known.electionId, ticket, bytes: Buffer.from(picture, 'base64') };
      const { takeFiles, readFile } = deps.reportDesk;
      const by = viewerOf(request).user.id;
      const registered = await registerPoster({ ...deps, takeFiles, readFile, clock }, { ...poster, by });
      if (typeof registered === 'string') throw refusalOf[registered]();
      return registered;
    }),
  );

  const gone = { params, response: { 204: z.null() } };
  app.post('/api/campaign-pictures/:id/remove', { schema: gone }, async (request, reply) => {
    const { id } = await getPicture(deps, request.params.id);
    await deps.campaignPictures.removeCampaignPicture(id, { by: viewerOf(request).user.id, at: clock() });
    return reply.code(204).send(null);
  });
}

const refusalOf = {
  full: () => new Refusal('too_many_posters', { limit: MAX_CAMPAIGN_PICTURES }),
  picture: () => new Refusal('bad_request', { where: 'picture' }),
  known: () => new Refusal('poster_known'),
};

async function viewBank(deps: ConsoleDeps): Promise<CampaignPictures> {
  const pictures = await deps.campaignPictures.listCampaignPictures();
  const tickets = ticketsOf(deps);
  const ids = [...new Set(pictures.map(({ addedBy }) => addedBy))];
  const users = await Promise.all(ids.map((id) => deps.users.findUser(id)));
  const names = new Map(users.flatMap((user) => (user ? [[user.id, user.displayName] as const] : [])));
  const left = [...new Map(pictures.map((one) => [one.ticket, one])).values()].filter(
    ({ ticket }) => !tickets.some(({ id }) => id === ticket),
  );
  return {
    pictures: pictures.map(({ id, ticket, addedBy, addedAt, file }) => ({
      id,
      ticket,
      addedBy: names.get(addedBy) ?? GONE_USER.id,
      addedAt: addedAt.toISOString(),
      bytes: file.bytes,
    })),
    tickets: [
      ...tickets.map(({ id, label, election }) => ({ id, label, election, isKnown: true })),
      ...left.map(({ ticket: id, election }) => ({ id, label: id, election, isKnown: false })),
    ],
  };
}

function ticketsOf(deps: Pick<ConsoleDeps, 'elections' | 'tickets'>) {
  const labels = new Map(deps.tickets().map(({ id, label }) => [id, label]));
  return deps
    .elections()
    .flatMap(({ id: electionId, title, contests }) =>
      contests.flatMap(({ seat, tickets }) =>
        tickets.map(({ id }) => ({ id, electionId, election: `${title} · ${seat}`, label: labels.get(id) ?? id })),
      ),
    );
}

async function getPicture(deps: Pick<ConsoleDeps, 'campaignPictures'>, id: string): Promise<CampaignPicture> {
  const found = await deps.campaignPictures.findCampaignPicture(id);
  if (!found) throw new Refusal('not_found');
  return found;
}
