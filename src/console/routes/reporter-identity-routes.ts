import { z } from 'zod';
import { Refusal } from '../access/refusal.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import { languageOf, sendPage } from '../lapor/door-context.js';
import { keeperPage } from '../lapor/keeper-page.js';
import { idSchema } from '../views/schemas.js';

const answer = z.object({
  box: z.string().describe('`key id.box`, base64url; opens with the private half of that key alone'),
});

/** For the keeper of the key: the box as it was sealed, and the page that opens it in the keeper's own browser. */
export function addReporterIdentityRoutes(app: ConsoleApp, context: ConsoleContext): void {
  app.get('/identitas', { schema: { hide: true } }, (request, reply) =>
    sendPage(reply, keeperPage({ language: languageOf(request) })),
  );

  const schema = { params: z.object({ id: idSchema }), response: { 200: answer } };
  app.get('/api/reports/:id/identity', { schema }, async (request) => {
    const { id } = request.params;
    const box = await context.deps.publicDoor.reports.findIdentityBox(id);
    if (box === undefined) throw new Refusal('not_found');
    // What is not logged is not handed out.
    await recordAudit(context, request, { action: 'reporter_viewed', subject: id });
    return { box };
  });
}
