import { z } from 'zod';
import { MAX_PASSWORD_LENGTH } from '../../domain/user.js';
import { setPassword } from '../access/change-user.js';
import { isPassword } from '../access/password.js';
import type { PasswordDoor } from '../access/password-door.js';
import { Refusal } from '../access/refusal.js';
import { closeSession, viewerOf } from '../access/session.js';
import { placeOf } from '../access/source-address.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';

const passwordSchema = z.string().min(1).max(MAX_PASSWORD_LENGTH);
const bodySchema = z.object({ current: passwordSchema, next: passwordSchema });

/**
 * A new password of one's own. The present one is asked for, and guessed at as slowly as at the log-in: an open session
 * on a forgotten machine must not become an account for good. Every session of the person ends, this one too.
 */
export function addPasswordRoute(app: ConsoleApp, context: ConsoleContext, { guard, failures }: PasswordDoor): void {
  const { deps, clock } = context;
  const schema = { body: bodySchema, response: { 204: z.null() } };
  app.post('/api/me/password', { schema }, async (request, reply) => {
    const { user, session } = viewerOf(request);
    const { current, next } = request.body;
    const caller = {
      name: user.username,
      address: placeOf(request.ip, request.socket.remoteAddress),
      browser: session.tokenHash.slice(0, 22),
    };
    // All of it in its turn: of two changes at once the second one is asked for what the first one left.
    const isChanged = await guard.try(caller, async () => {
      const found = await deps.users.findUserByUsername(user.username);
      if (!(await isPassword(found?.passwordHash, current))) return undefined;
      if (next === current) throw new Refusal('same_password');
      await setPassword({ ...deps, actor: user.id, clock }, user.username, next);
      return true;
    });
    if (!isChanged) {
      await failures.tell(user.id, 'failed');
      throw new Refusal('wrong_password');
    }
    await closeSession(context.session, session, reply);
    return reply.code(204).send(null);
  });
}
