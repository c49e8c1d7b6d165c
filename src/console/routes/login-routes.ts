import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { abilitiesOf } from '../../domain/abilities.js';
import { normaliseUsername } from '../../domain/user.js';
import { isPassword, MAX_PASSWORD_LENGTH } from '../access/password.js';
import { Refusal } from '../access/refusal.js';
import { closeSession, openSession, type Viewer, viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import { type Me, meSchema } from '../views/schemas.js';

const credentials = z.object({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(MAX_PASSWORD_LENGTH),
});

export function addLoginRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const takeAttempt = createAttemptLimit(app, context);

  app.post('/api/login', { schema: { body: credentials, response: { 200: meSchema } } }, async (request, reply) => {
    await takeAttempt(request);
    const found = await context.deps.users.findUserByUsername(normaliseUsername(request.body.username));
    const isRight = await isPassword(found?.passwordHash, request.body.password);
    if (!found || !isRight || !found.user.isActive) {
      // Never the typed name: people type passwords into that field.
      await recordLogin(context, { action: 'login_failed', userId: found?.user.id ?? 'unknown' });
      throw new Refusal('login_failed');
    }
    await recordLogin(context, { action: 'login', userId: found.user.id });
    const session = await openSession(context.session, found.user.id, reply);
    return describeViewer({ user: found.user, session });
  });

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

function recordLogin(context: ConsoleContext, event: { action: 'login' | 'login_failed'; userId: string }) {
  const actor = event.action === 'login' ? event.userId : 'system:console';
  return context.deps.audit.appendEntry({
    at: context.clock(),
    actor,
    action: event.action,
    subject: event.userId,
    details: {},
  });
}

/** Two counters: one name guessed from one address, and one address trying many names. */
function createAttemptLimit(app: ConsoleApp, { loginLimit }: ConsoleContext) {
  const nameOf = (request: FastifyRequest) => normaliseUsername((request.body as { username: string }).username);
  const byName = app.createRateLimit({
    max: loginLimit.perName,
    timeWindow: loginLimit.windowMs,
    keyGenerator: (request) => `name:${request.ip}:${nameOf(request)}`,
  });
  const byAddress = app.createRateLimit({
    max: loginLimit.perAddress,
    timeWindow: loginLimit.windowMs,
    keyGenerator: (request) => `address:${request.ip}`,
  });
  return async (request: FastifyRequest): Promise<void> => {
    for (const check of [byAddress, byName]) {
      const limit = await check(request);
      if (!limit.isAllowed && limit.isExceeded) {
        throw new Refusal('login_locked', { minutes: String(Math.max(1, Math.ceil(limit.ttlInSeconds / 60))) });
      }
    }
  };
}
