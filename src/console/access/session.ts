import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Role } from '../../domain/abilities.js';
import type { ApiToken } from '../../domain/api-token.js';
import type { Clock } from '../../domain/clock.js';
import type { User } from '../../domain/user.js';
import { accessTo, BEFORE_SECOND_STEP, BY_BEACON, changesSomething, isAllowed, OPEN_TO_PORTALS } from './access.js';
import { isForTokens } from './by-token.js';
import { hashToken } from './hash-token.js';
import { Refusal } from './refusal.js';
import { findByToken, isByToken, type TokenStore } from './token-door.js';
import type { ConsoleUsers, Credentials, Session } from './user-store.js';

export interface Viewer {
  readonly user: User;
  /** None: a program acts for the person, by `token`. */
  readonly session?: Session | undefined;
  readonly token?: ApiToken | undefined;
  readonly hasSecondStep: boolean;
  /** The role demands a second step that is not there: first that, then anything else. */
  readonly owesSecondStep: boolean;
}

export interface SessionViewer extends Viewer {
  readonly session: Session;
}

declare module 'fastify' {
  interface FastifyRequest {
    viewer: Viewer | null;
  }
  interface FastifyInstance {
    /** `METHOD /path` of every registered route; a test walks it. */
    consoleRoutes: string[];
  }
}

export interface SessionOptions {
  readonly users: ConsoleUsers;
  readonly tokens: TokenStore;
  readonly clock: Clock;
  readonly publicUrl?: string | undefined;
  readonly sessionHours: number;
  readonly isSecure: boolean;
  /** Whose log-in is not to hang on a password alone. */
  readonly secondStepRoles: readonly Role[];
}

export const CSRF_HEADER = 'x-netra-csrf';

/** Deny by default: refuses to register a route that `ACCESS` does not name, and holds every call to it. */
export function installAccessControl(app: FastifyInstance, options: SessionOptions): void {
  app.decorateRequest('viewer', null);
  app.decorate('consoleRoutes', []);
  app.addHook('onRoute', (route) => {
    for (const method of [route.method].flat()) {
      const name = `${method} ${route.url}`;
      if (accessTo(method, route.url) === undefined)
        throw new Error(`Route "${name}" is not in src/console/access/access.ts`);
      app.consoleRoutes.push(name);
    }
  });
  app.addHook('onRequest', async (request) => {
    const isOpenToPortals = OPEN_TO_PORTALS.has(request.routeOptions.url ?? '');
    if (changesSomething(request.method) && !isOpenToPortals) refuseForeignPages(request, options.publicUrl);
    // No route matched: the not-found handler answers, and has nothing to tell.
    if (request.routeOptions.url === undefined) return;
    const { method } = request;
    const access = accessTo(method, request.routeOptions.url);
    if (access === 'anyone') return;
    const viewer = await findViewer(request, options);
    if (viewer.token && !isForTokens(method, request.routeOptions.url, viewer.token))
      throw new Refusal('token_may_not');
    if (access === undefined || !isAllowed(access, viewer.user)) throw new Refusal('forbidden');
    const isOpenBefore = BEFORE_SECOND_STEP.has(`${method} ${request.routeOptions.url}`);
    if (viewer.owesSecondStep && !isOpenBefore) throw new Refusal('second_step_first');
    // A token is sent by nothing on its own, so no page of somebody else's can use it.
    if (viewer.session && changesSomething(request.method) && !waitsForBody(request)) {
      requireCsrfToken(request.headers[CSRF_HEADER], viewer.session);
    }
    request.viewer = viewer;
  });
  app.addHook('preValidation', async (request) => {
    if (!waitsForBody(request)) return;
    const body = request.body as { csrfToken?: unknown } | null | undefined;
    requireCsrfToken(body?.csrfToken, sessionViewerOf(request).session);
  });
}

/** The person behind the request, on routes that are not for anyone. */
export function viewerOf(request: FastifyRequest): Viewer {
  if (!request.viewer) throw new Refusal('login_required');
  return request.viewer;
}

/** The same, where a person sits in front of it. */
export function sessionViewerOf(request: FastifyRequest): SessionViewer {
  const viewer = viewerOf(request);
  if (!viewer.session) throw new Refusal('token_may_not');
  return { ...viewer, session: viewer.session };
}

/** Opens a session with a fresh token: a token set before log-in is never taken over. */
export async function openSession(
  options: SessionOptions,
  person: Pick<Credentials, 'user' | 'sessionEpoch'>,
  reply: FastifyReply,
): Promise<Session> {
  const token = randomBytes(32).toString('base64url');
  const openedAt = options.clock();
  const session: Session = {
    tokenHash: hashToken(token),
    userId: person.user.id,
    csrfToken: randomBytes(32).toString('base64url'),
    openedAt,
    expiresAt: new Date(openedAt.getTime() + options.sessionHours * 3_600_000),
    sessionEpoch: person.sessionEpoch,
  };
  await options.users.saveSession(session);
  reply.setCookie(cookieName(options), token, { ...cookieFlags(options), maxAge: options.sessionHours * 3600 });
  return session;
}

export async function closeSession(options: SessionOptions, session: Session, reply: FastifyReply): Promise<void> {
  await options.users.deleteSession(session.tokenHash);
  reply.clearCookie(cookieName(options), cookieFlags(options));
}

async function findViewer(request: FastifyRequest, options: SessionOptions): Promise<Viewer> {
  const { authorization } = request.headers;
  const isProgram = isByToken(authorization);
  const found = isProgram
    ? await findByToken(options.tokens, authorization, options.clock())
    : await findBySession(request, options);
  if (!found) throw new Refusal(isProgram ? 'token_refused' : 'login_required');
  return { ...found, owesSecondStep: owesSecondStep(options, found) };
}

async function findBySession(request: FastifyRequest, options: SessionOptions) {
  const token = request.cookies[cookieName(options)];
  if (token === undefined || token.length > 100) return undefined;
  const now = options.clock();
  const found = await options.users.findSession(hashToken(token), now);
  // The store's own expiry may come late; a closed account loses its open sessions at once.
  return found && found.session.expiresAt > now && found.user.isActive ? found : undefined;
}

export function owesSecondStep(
  { secondStepRoles }: Pick<SessionOptions, 'secondStepRoles'>,
  { user, hasSecondStep }: Pick<Viewer, 'user' | 'hasSecondStep'>,
): boolean {
  return !hasSecondStep && secondStepRoles.includes(user.role);
}

/** A beacon has no header of ours; its token is in what it sends. */
function waitsForBody({ method, headers, routeOptions }: FastifyRequest): boolean {
  return headers[CSRF_HEADER] === undefined && BY_BEACON.has(`${method} ${routeOptions.url}`);
}

function requireCsrfToken(sent: unknown, session: Session): void {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  if (typeof sent !== 'string' || !timingSafeEqual(digest(sent), digest(session.csrfToken))) throw new Refusal('csrf');
}

/** Log-in has no token yet, so the browser's own word on where a request comes from is asked as well. */
function refuseForeignPages(request: FastifyRequest, publicUrl: string | undefined): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refusal('csrf');
  const { origin, host } = request.headers;
  if (origin === undefined) return;
  const isPublic = publicUrl !== undefined && origin === new URL(publicUrl).origin;
  const isOurs = isPublic || (URL.canParse(origin) && new URL(origin).host === host);
  if (!isOurs) throw new Refusal('csrf');
}

/** `__Host-` makes the browser refuse the cookie from another host or without https. */
function cookieName({ isSecure }: SessionOptions): string {
  return isSecure ? '__Host-netra' : 'netra';
}

function cookieFlags({ isSecure }: SessionOptions) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure } as const;
}
