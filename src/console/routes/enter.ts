import type { FastifyReply, FastifyRequest } from 'fastify';
import { isTimedCode, normaliseCode, type SecondStepMeans } from '../../domain/second-step.js';
import type { CodeLimit } from '../access/code-limit.js';
import type { KnownBrowsers } from '../access/known-browsers.js';
import { Refusal } from '../access/refusal.js';
import { takeCode } from '../access/second-step.js';
import { openSession, owesSecondStep } from '../access/session.js';
import type { Credentials } from '../access/user-store.js';
import type { ConsoleContext } from '../context.js';
import { describeViewer } from '../views/me-view.js';
import type { Me } from '../views/schemas.js';

interface Asked {
  readonly person: Credentials;
  readonly code: string | undefined;
  /** For browsers that this person never used. */
  readonly limit: CodeLimit | undefined;
}

/** Neither counted as failed nor as right where no code was sent: it is what the page asks for next. */
export async function takeSecondStep(
  { deps, clock }: Pick<ConsoleContext, 'deps' | 'clock'>,
  { person: { user }, code, limit }: Asked,
): Promise<SecondStepMeans | undefined> {
  if (code === undefined) throw new Refusal('second_step_needed');
  const isTimed = isTimedCode(normaliseCode(code));
  if (isTimed) await limit?.hold(user.id);
  const means = await takeCode({ users: deps.users, clock }, user.id, code);
  if (!means && isTimed) await limit?.count(user.id);
  return means;
}

interface Entering {
  readonly person: Credentials;
  readonly second?: SecondStepMeans | undefined;
  /** How they came, where it was not by password. */
  readonly way?: 'openid' | undefined;
}

interface Door {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly browsers: KnownBrowsers;
}

/** The log first, then the session. */
export async function enter(
  context: ConsoleContext,
  { request, reply, browsers }: Door,
  { person, second, way }: Entering,
): Promise<Me> {
  const { user, hasSecondStep } = person;
  const event = { action: 'login', actor: user.id, subject: user.id, details: { second, way } } as const;
  await context.deps.audit.appendEntry({ at: context.clock(), ...event });
  const session = await openSession(context.session, person, reply);
  browsers.remember(request, reply, person);
  return describeViewer({ user, session, hasSecondStep, owesSecondStep: owesSecondStep(context.session, person) });
}
