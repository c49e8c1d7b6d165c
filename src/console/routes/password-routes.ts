import { z } from 'zod';
import { MAX_PASSWORD_LENGTH } from '../../domain/user.js';
import { askAgain } from '../access/ask-again.js';
import { setPassword } from '../access/change-user.js';
import type { PasswordDoor } from '../access/password-door.js';
import { Refusal } from '../access/refusal.js';
import { closeSession, sessionViewerOf } from '../access/session.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';

const passwordSchema = z.string().min(1).max(MAX_PASSWORD_LENGTH);
const bodySchema = z.object({ current: passwordSchema, next: passwordSchema });

/** A new password of one's own. Every session of the person ends, this one too. */
export function addPasswordRoute(app: ConsoleApp, context: ConsoleContext, door: PasswordDoor): void {
  const { deps, clock } = context;
  const schema = { body: bodySchema, response: { 204: z.null() } };
  app.post('/api/me/password', { schema }, async (request, reply) => {
    const { user, session } = sessionViewerOf(request);
    const { current, next } = request.body;
    const work = async () => {
      if (next === current) throw new Refusal('same_password');
      await setPassword({ ...deps, actor: user.id, clock }, user.username, next);
      return true;
    };
    if (!(await askAgain(context, { request, door }, { password: current, work }))) throw new Refusal('wrong_password');
    await closeSession(context.session, session, reply);
    return reply.code(204).send(null);
  });
}
