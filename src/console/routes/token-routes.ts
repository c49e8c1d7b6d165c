import { z } from 'zod';
import { type ApiToken, grantableOf, MAX_TOKENS } from '../../domain/api-token.js';
import { DAY_MS } from '../../domain/days.js';
import { askAgain } from '../access/ask-again.js';
import type { PasswordDoor } from '../access/password-door.js';
import { Refusal } from '../access/refusal.js';
import { takeCode } from '../access/second-step.js';
import { viewerOf } from '../access/session.js';
import { newToken } from '../access/token-door.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { idSchema } from '../views/schemas.js';
import { madeTokenSchema, newTokenSchema, tokenListSchema, viewToken } from '../views/token-schemas.js';

/** Tokens of one's own, for programs. None is made without the password: an open session is not enough. */
export function addTokenRoutes(app: ConsoleApp, context: ConsoleContext, door: PasswordDoor): void {
  const { deps, clock } = context;
  app.get('/api/me/tokens', { schema: { response: { 200: tokenListSchema } } }, async (request) => {
    const { user } = viewerOf(request);
    const tokens = await deps.tokens.listTokens(user.id);
    return { tokens: tokens.map((token) => viewToken(token, clock())), abilities: [...grantableOf(user.role)] };
  });

  addMakeRoute(app, context, door);

  const params = z.object({ id: idSchema });
  const remove = { params, response: { 204: z.null() } };
  app.post('/api/me/tokens/:id/remove', { schema: remove }, async (request, reply) => {
    await deps.tokens.removeToken(request.params.id, { by: viewerOf(request).user.id, at: clock() });
    return reply.code(204).send(null);
  });
}

function addMakeRoute(app: ConsoleApp, context: ConsoleContext, door: PasswordDoor): void {
  const { deps, clock } = context;
  const schema = { body: newTokenSchema, response: { 200: madeTokenSchema } };
  app.post('/api/me/tokens', { schema }, async (request) => {
    const { user } = viewerOf(request);
    const { name, mayWrite, days, password, code = '' } = request.body;
    const abilities = [...new Set(request.body.abilities)];
    if (!abilities.every((ability) => grantableOf(user.role).includes(ability))) throw new Refusal('not_yours_to_give');
    if ((await deps.tokens.countTokens(user.id)) >= MAX_TOKENS) {
      throw new Refusal('too_many_tokens', { limit: String(MAX_TOKENS) });
    }
    const { id, secretHash, text } = newToken();
    const madeAt = clock();
    const expiresAt = new Date(madeAt.getTime() + days * DAY_MS);
    const token: ApiToken = { id, userId: user.id, name, abilities, mayWrite, madeAt, expiresAt };
    const made = await askAgain(
      context,
      { request, door },
      {
        password,
        async work({ hasSecondStep, sessionEpoch }) {
          if (hasSecondStep && !(await takeCode({ ...deps, clock }, user.id, code))) return undefined;
          await deps.tokens.addToken(token, { secretHash, sessionEpoch });
          return true;
        },
      },
    );
    if (!made) throw new Refusal(code === '' ? 'wrong_password' : 'wrong_password_or_code');
    return { id, token: text, expiresAt: expiresAt.toISOString() };
  });
}
