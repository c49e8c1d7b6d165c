import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { abilitiesOf } from '../../domain/abilities.js';
import { MAX_PASSWORD_LENGTH, normaliseUsername } from '../../domain/user.js';
import { createKnownBrowsers, type KnownBrowsers } from '../access/known-browsers.js';
import { isPassword } from '../access/password.js';
import type { PasswordDoor } from '../access/password-door.js';
import { Refusal } from '../access/refusal.js';
import { closeSession, openSession, type Viewer, viewerOf } from '../access/session.js';
import { placeOf } from '../access/source-address.js';
import type { Credentials } from '../access/user-store.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import { type Me, meSchema } from '../views/schemas.js';

const credentials = z.object({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(MAX_PASSWORD_LENGTH),
});

export function addLoginRoutes(app: ConsoleApp, context: ConsoleContext, door: PasswordDoor): void {
  addLoginRoute(app, context, door);

  app.post('/api/logout', { schema: { response: { 204: z.null() } } }, async (request, reply) => {
    await recordAudit(context, request, { action: 'logout', subject: viewerOf(request).user.id });
    await closeSession(context.session, viewerOf(request).session, reply);
    return reply.code(204).send(null);
  });

  app.get('/api/me', { schema: { response: { 200: meSchema } } }, async (request) => describeViewer(viewerOf(request)));
}

function describeViewer({ user, session }: Viewer): Me {
  const { username, displayName, role, officeCodes } = user;
  return {
    username,
    displayName,
    role,
    abilities: [...abilitiesOf(role)],
    officeCodes: [...officeCodes],
    csrfToken: session.csrfToken,
    expiresAt: session.expiresAt.toISOString(),
  };
}

function addLoginRoute(app: ConsoleApp, context: ConsoleContext, { guard, failures }: PasswordDoor): void {
  const { deps, login, session } = context;
  const browsers = createKnownBrowsers(login.secret, session);

  app.post('/api/login', { schema: { body: credentials, response: { 200: meSchema } } }, async (request, reply) => {
    const name = normaliseUsername(request.body.username);
    const found = await deps.users.findUserByUsername(name);
    const caller = {
      name,
      address: placeOf(request.ip, request.socket.remoteAddress),
      browser: browsers.find(request, found),
    };
    const check = async () => {
      const isRight = await isPassword(found?.passwordHash, request.body.password);
      return isRight && found?.user.isActive ? found : undefined;
    };
    const person = await guard.try(caller, check).catch(async (error: unknown) => {
      if (error instanceof Refusal) await failures.tell(found?.user.id, 'held');
      throw error;
    });
    if (!person) {
      await failures.tell(found?.user.id, 'failed');
      throw new Refusal('login_failed');
    }
    return enter(context, { request, reply, person, browsers });
  });
}

async function enter(context: ConsoleContext, { request, reply, person, browsers }: Entering): Promise<Me> {
  const { user } = person;
  const event = { action: 'login', actor: user.id, subject: user.id, details: {} } as const;
  await context.deps.audit.appendEntry({ at: context.clock(), ...event });
  const session = await openSession(context.session, person, reply);
  browsers.remember(request, reply, person);
  return describeViewer({ user, session });
}

interface Entering {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly person: Credentials;
  readonly browsers: KnownBrowsers;
}
