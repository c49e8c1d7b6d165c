import { z } from 'zod';
import { findInvited, takeInvitation } from '../access/invite-user.js';
import { Refusal } from '../access/refusal.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { invitationSchema, lookSchema, takeSchema } from '../views/user-schemas.js';

/**
 * What whoever holds a link may do with it: learn whose it is, and choose that person's password. Asked by POST, so that no
 * program that opens links in mails takes it.
 */
export function addInvitationRoutes(app: ConsoleApp, { deps, clock }: ConsoleContext): void {
  const own = { ...deps, clock };
  app.post(
    '/api/invitations/look',
    { schema: { body: lookSchema, response: { 200: invitationSchema } } },
    async (request) => {
      const user = await findInvited(own, request.body.token);
      if (!user) throw new Refusal('invitation_gone');
      return { username: user.username, displayName: user.displayName };
    },
  );
  app.post(
    '/api/invitations/take',
    { schema: { body: takeSchema, response: { 204: z.null() } } },
    async (request, reply) => {
      const { token, password } = request.body;
      if (!(await takeInvitation(own, token, password))) throw new Refusal('invitation_gone');
      return reply.code(204).send(null);
    },
  );
}
