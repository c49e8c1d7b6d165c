import type { FastifyReply } from 'fastify';
import { normaliseCode, OFFER_MS } from '../../domain/second-step.js';
import { askAgain } from '../access/ask-again.js';
import { tellOfUser } from '../access/create-user.js';
import type { PasswordDoor } from '../access/password-door.js';
import { Refusal } from '../access/refusal.js';
import {
  newRecoveryCodes,
  newSecret,
  secretAddress,
  stepOf,
  takeCode,
  writeRecoveryCode,
} from '../access/second-step.js';
import { openSession, type Viewer, viewerOf } from '../access/session.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { describeViewer } from '../views/me-view.js';
import { type Me, meSchema } from '../views/schemas.js';
import {
  againSchema,
  beginSchema,
  confirmSchema,
  offerSchema,
  recoveryCodesSchema,
  secondStepSchema,
  startedSchema,
} from '../views/second-step-schemas.js';

/** What a person does with a second step of their own. Whoever owes one may ask for these and little else. */
export function addSecondStepRoutes(app: ConsoleApp, context: ConsoleContext, door: PasswordDoor): void {
  const { deps, session } = context;
  app.get('/api/me/second-step', { schema: { response: { 200: secondStepSchema } } }, async (request) => {
    const { user } = viewerOf(request);
    const found = await deps.users.findSecondStep(user.id);
    return {
      since: found?.since.toISOString() ?? null,
      recoveryLeft: found?.recoveryLeft ?? 0,
      isDemanded: session.secondStepRoles.includes(user.role),
    };
  });
  addSetUpRoutes(app, context, door);
  addRecoveryRoute(app, context, door);
  addOffRoute(app, context, door);
}

function addSetUpRoutes(app: ConsoleApp, context: ConsoleContext, door: PasswordDoor): void {
  const { deps, clock } = context;
  const begin = { body: beginSchema, response: { 200: offerSchema } };
  app.post('/api/me/second-step/begin', { schema: begin }, async (request) => {
    const { user } = viewerOf(request);
    const { password, code = '' } = request.body;
    const until = new Date(clock().getTime() + OFFER_MS);
    const secret = await askAgain(
      context,
      { request, door },
      {
        password,
        async work({ hasSecondStep }) {
          if (hasSecondStep && !(await takeCode({ ...deps, clock }, user.id, code))) return undefined;
          const offered = newSecret();
          await deps.loginCounters.forget(offerKey(user.id));
          await deps.users.offerSecondStep(user.id, { secret: offered, until });
          return offered;
        },
      },
    );
    if (secret === undefined) throw new Refusal(code === '' ? 'wrong_password' : 'wrong_password_or_code');
    return { secret, address: secretAddress(secret, user.username), until: until.toISOString() };
  });

  const confirm = { body: confirmSchema, response: { 200: startedSchema } };
  app.post('/api/me/second-step/confirm', { schema: confirm }, async (request, reply) => {
    const viewer = viewerOf(request);
    const { user } = viewer;
    const now = clock();
    const secret = await deps.users.findOffer(user.id, now);
    if (secret === undefined) throw new Refusal('second_step_gone');
    const step = stepOf(secret, normaliseCode(request.body.code), now);
    if (step === undefined) {
      await countWrongCode(context, user.id, { secret, now });
      throw new Refusal('wrong_code');
    }
    await tell(context, viewer, viewer.hasSecondStep ? 'second_step_replaced' : 'second_step_on');
    const recoveryCodes = newRecoveryCodes();
    const started = await deps.users.startSecondStep(user.id, { secret, step, recoveryCodes, now });
    if (!started) throw new Refusal('second_step_gone');
    const me = await renew(context, { viewer, ...started, hasSecondStep: true }, reply);
    return { recoveryCodes: recoveryCodes.map(writeRecoveryCode), me };
  });
}

/** Typing errors have room; guessing at an offer whose secret was shown to somebody else has none. */
const MOST_WRONG_CODES = 10;

function offerKey(userId: string): string {
  return `second-step-offer:${userId}`;
}

/** After as many the offer is none any more: whoever made it begins again, with their password. */
async function countWrongCode(
  { deps }: ConsoleContext,
  userId: string,
  { secret, now }: { secret: string; now: Date },
): Promise<void> {
  const wrong = await deps.loginCounters.add(offerKey(userId), OFFER_MS / 1_000);
  if (wrong >= MOST_WRONG_CODES) await deps.users.offerSecondStep(userId, { secret, until: now });
}

function addRecoveryRoute(app: ConsoleApp, context: ConsoleContext, door: PasswordDoor): void {
  const { deps, clock } = context;
  const schema = { body: againSchema, response: { 200: recoveryCodesSchema } };
  app.post('/api/me/second-step/recovery', { schema }, async (request) => {
    const viewer = viewerOf(request);
    const { password, code } = request.body;
    const work = async () => {
      if (!(await takeCode({ ...deps, clock }, viewer.user.id, code))) return undefined;
      await tell(context, viewer, 'recovery_codes');
      const recoveryCodes = newRecoveryCodes();
      await deps.users.replaceRecoveryCodes(viewer.user.id, recoveryCodes);
      return { recoveryCodes: recoveryCodes.map(writeRecoveryCode) };
    };
    const made = await askAgain(context, { request, door }, { password, work });
    if (!made) throw new Refusal('wrong_password_or_code');
    return made;
  });
}

function addOffRoute(app: ConsoleApp, context: ConsoleContext, door: PasswordDoor): void {
  const { deps, clock, session } = context;
  const schema = { body: againSchema, response: { 200: meSchema } };
  app.post('/api/me/second-step/off', { schema }, async (request, reply) => {
    const viewer = viewerOf(request);
    const { password, code } = request.body;
    if (session.secondStepRoles.includes(viewer.user.role)) throw new Refusal('second_step_demanded');
    const work = async () => {
      if (!(await takeCode({ ...deps, clock }, viewer.user.id, code))) return undefined;
      await tell(context, viewer, 'second_step_off');
      return deps.users.endSecondStep(viewer.user.id);
    };
    const ended = await askAgain(context, { request, door }, { password, work });
    if (!ended) throw new Refusal('wrong_password_or_code');
    return renew(context, { viewer, ...ended, hasSecondStep: false }, reply);
  });
}

/** The entry comes first: what was changed without one would have been changed by nobody. */
function tell({ deps, clock }: ConsoleContext, { user }: Viewer, change: string): Promise<unknown> {
  return tellOfUser({ audit: deps.audit, clock, actor: user.id }, user, { change });
}

interface Renewed {
  readonly viewer: Viewer;
  readonly sessionEpoch: number;
  readonly hasSecondStep: boolean;
}

/** Every session of the person has ended; whoever did it goes on in a new one. */
async function renew(
  { session }: ConsoleContext,
  { viewer, sessionEpoch, hasSecondStep }: Renewed,
  reply: FastifyReply,
): Promise<Me> {
  const { user } = viewer;
  const opened = await openSession(session, { user, sessionEpoch }, reply);
  return describeViewer({ user, session: opened, hasSecondStep, owesSecondStep: false });
}
