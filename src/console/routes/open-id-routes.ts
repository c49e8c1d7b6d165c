import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RetryableError } from '../../domain/errors.js';
import type { OpenIdDoor, OpenIdQuestion } from '../../domain/open-id.js';
import { createOpenIdCookie, type OpenIdCookie, ownPage } from '../access/open-id-cookie.js';
import type { PasswordDoor } from '../access/password-door.js';
import { Refusal } from '../access/refusal.js';
import { placeOf } from '../access/source-address.js';
import type { Credentials } from '../access/user-store.js';
import { whoCame } from '../access/who-came.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { onwardPage } from '../views/onward-page.js';
import { meSchema } from '../views/schemas.js';
import { codeSchema } from '../views/second-step-schemas.js';
import { enter, takeSecondStep } from './enter.js';

/** What the log-in page says of it, in its address. */
type Outcome = 'code' | 'refused' | 'away';

interface Parts {
  readonly openId: OpenIdDoor;
  readonly door: PasswordDoor;
  readonly cookie: OpenIdCookie;
  /** Where the house's log-in sends people back to. */
  readonly back: URL;
}

/** The house's own log-in (OpenID Connect), where one is configured; how people are tied to it: decision 0085. */
export function addOpenIdRoutes(app: ConsoleApp, context: ConsoleContext, door: PasswordDoor): void {
  const { clock, session, login } = context;
  const { openId, secret } = login;
  const ways = z.object({ openId: z.string().nullable() });
  app.get('/api/login/ways', { schema: { response: { 200: ways } } }, async () => ({ openId: openId?.name ?? null }));
  if (!openId) return;
  const cookie = createOpenIdCookie(secret, { isSecure: session.isSecure, clock });
  const parts = { openId, door, cookie, back: new URL('/api/login/openid/back', session.publicUrl) };
  addAsking(app, context, parts);
  addAnswer(app, context, parts);
  addCode(app, context, parts);
}

function addAsking(app: ConsoleApp, { tell }: ConsoleContext, { openId, cookie, back }: Parts): void {
  const querystring = z.object({ to: ownPage.catch('/') });
  app.get('/api/login/openid', { schema: { querystring } }, async (request, reply) => {
    const { to } = request.query;
    try {
      const { address, question } = await openId.ask(back.href);
      cookie.keep(reply, { step: 'asked', to, question });
      return reply.redirect(address, 303);
    } catch (error) {
      tell('console-openid', error, { request: request.id });
      return reply.redirect(saying(to, 'away'), 303);
    }
  });
}

function addAnswer(app: ConsoleApp, context: ConsoleContext, { openId, door, cookie, back }: Parts): void {
  const { deps, clock, tell } = context;
  /** Somebody of ours, or what to say instead. */
  const find = async (request: FastifyRequest, question: OpenIdQuestion): Promise<Credentials | Outcome> => {
    const answer = new URL(back);
    answer.search = new URL(request.url, back).search;
    try {
      const identity = await openId.take(answer, question);
      return (identity && (await whoCame({ ...deps, clock }, identity))) ?? 'refused';
    } catch (error) {
      if (!(error instanceof RetryableError)) throw error;
      tell('console-openid', error, { request: request.id });
      return 'away';
    }
  };

  app.get('/api/login/openid/back', async (request, reply) => {
    const asked = cookie.find(request, 'asked');
    cookie.drop(reply);
    if (!asked) return onward(reply, saying('/', 'refused'));
    const person = await find(request, asked.question);
    if (typeof person === 'string') {
      if (person === 'refused') await door.failures.tell(undefined, 'failed');
      return onward(reply, saying(asked.to, person));
    }
    if (person.hasSecondStep) {
      cookie.keep(reply, { step: 'known', username: person.user.username, sessionEpoch: person.sessionEpoch });
      return onward(reply, saying(asked.to, 'code'));
    }
    await enter(context, { request, reply, browsers: door.browsers }, { person, way: 'openid' });
    return onward(reply, asked.to);
  });
}

function addCode(app: ConsoleApp, context: ConsoleContext, { door, cookie }: Parts): void {
  const { deps } = context;
  const { browsers, codes } = door;
  const schema = { body: z.object({ code: codeSchema }), response: { 200: meSchema } };
  app.post('/api/login/openid/code', { schema }, async (request, reply) => {
    const known = cookie.find(request, 'known');
    const person = known && (await deps.users.findUserByUsername(known.username));
    // Changed since, or closed: whatever ended their sessions ends this too.
    if (!person?.user.isActive || person.sessionEpoch !== known?.sessionEpoch) throw new Refusal('login_required');
    const browser = browsers.find(request, person);
    const caller = { name: known.username, address: placeOf(request.ip, request.socket.remoteAddress), browser };
    const asked = { person, code: request.body.code, limit: browser ? undefined : codes };
    const second = await door.guard.try(caller, () => takeSecondStep(context, asked));
    if (!second) {
      await door.failures.tell(person.user.id, 'codes');
      throw new Refusal('wrong_code');
    }
    cookie.drop(reply);
    return enter(context, { request, reply, browsers }, { person, second, way: 'openid' });
  });
}

/**
 * By a page, not by a redirect: a browser that was sent here by another site sends the session's cookie only with what a
 * page of ours asks for.
 */
function onward(reply: FastifyReply, to: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(onwardPage(to));
}

/** The same page, whose log-in says so. */
function saying(to: string, outcome: Outcome): string {
  const url = new URL(to, 'http://page.invalid');
  url.searchParams.set('openid', outcome);
  return url.pathname + url.search + url.hash;
}
