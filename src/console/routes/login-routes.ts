import { z } from 'zod';
import type { SecondStepMeans } from '../../domain/second-step.js';
import { MAX_PASSWORD_LENGTH, normaliseUsername } from '../../domain/user.js';
import { isPassword } from '../access/password.js';
import type { PasswordDoor } from '../access/password-door.js';
import { Refusal } from '../access/refusal.js';
import { closeSession, sessionViewerOf, viewerOf } from '../access/session.js';
import { placeOf } from '../access/source-address.js';
import type { Credentials } from '../access/user-store.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import { describeViewer } from '../views/me-view.js';
import { meSchema } from '../views/schemas.js';
import { codeSchema } from '../views/second-step-schemas.js';
import { enter, takeSecondStep } from './enter.js';

const credentials = z.object({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(MAX_PASSWORD_LENGTH),
  /** Of the second step; asked for by `second_step_needed`. */
  code: codeSchema.optional(),
});

export function addLoginRoutes(app: ConsoleApp, context: ConsoleContext, door: PasswordDoor): void {
  addLoginRoute(app, context, door);

  app.post('/api/logout', { schema: { response: { 204: z.null() } } }, async (request, reply) => {
    await recordAudit(context, request, { action: 'logout', subject: viewerOf(request).user.id });
    await closeSession(context.session, sessionViewerOf(request).session, reply);
    return reply.code(204).send(null);
  });

  app.get('/api/me', { schema: { response: { 200: meSchema } } }, async (request) =>
    describeViewer(sessionViewerOf(request)),
  );
}

function addLoginRoute(
  app: ConsoleApp,
  context: ConsoleContext,
  { guard, failures, browsers, codes }: PasswordDoor,
): void {
  const { deps } = context;

  app.post('/api/login', { schema: { body: credentials, response: { 200: meSchema } } }, async (request, reply) => {
    const { password, code } = request.body;
    const name = normaliseUsername(request.body.username);
    const found = await deps.users.findUserByUsername(name);
    const browser = browsers.find(request, found);
    const caller = { name, address: placeOf(request.ip, request.socket.remoteAddress), browser };
    let failed: 'failed' | 'codes' = 'failed';
    const check = async (): Promise<Entering | undefined> => {
      const isRight = await isPassword(found?.passwordHash, password);
      if (!isRight || !found?.user.isActive) return undefined;
      if (!found.hasSecondStep) return { person: found };
      const second = await takeSecondStep(context, { person: found, code, limit: browser ? undefined : codes });
      if (!second) failed = 'codes';
      return second && { person: found, second };
    };
    const entering = await guard.try(caller, check).catch(async (error: unknown) => {
      if (error instanceof Refusal && error.code !== 'second_step_needed') await failures.tell(found?.user.id, 'held');
      throw error;
    });
    if (entering) return enter(context, { request, reply, browsers }, entering);
    await failures.tell(found?.user.id, failed);
    // Whoever sent a code is told the same, whichever of the two was wrong.
    throw new Refusal(code === undefined ? 'login_failed' : 'login_code_failed');
  });
}

interface Entering {
  readonly person: Credentials;
  readonly second?: SecondStepMeans | undefined;
}
