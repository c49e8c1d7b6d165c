import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../words/language.js';
import { placeOf } from '../access/source-address.js';
import type { ConsoleContext } from '../context.js';
import { type Budgets, createBudgets, REPORT_LIMITS } from './budgets.js';
import { createFormTokens, type FormTokens } from './form-token.js';
import { createProofsOfWork } from './proof-of-work.js';
import { createUploadRoom, type UploadRoom } from './upload-room.js';

/** What the routes of the public door share. */
export interface DoorContext extends ConsoleContext {
  readonly tokens: FormTokens;
  readonly budgets: Budgets;
  readonly room: UploadRoom;
}

export function openDoorContext(context: ConsoleContext): DoorContext {
  const { login, deps } = context;
  const { secret } = login;
  const limits = context.reports.limits ?? REPORT_LIMITS;
  const budgets = createBudgets({ counters: deps.loginCounters, secret, proofs: createProofsOfWork(secret), limits });
  return { ...context, tokens: createFormTokens(secret), budgets, room: createUploadRoom() };
}

/** For counting alone; it goes into a keyed hash and nowhere else. */
export function placeOfRequest({ ip, socket }: FastifyRequest): string {
  return placeOf(ip, socket.remoteAddress);
}

/** Indonesian for whoever does not ask for something else by the switch. */
export function languageOf(request: FastifyRequest): Language {
  return (request.query as { bahasa?: unknown } | undefined)?.bahasa === 'en' ? 'en' : 'id';
}

/**
 * No inline script or style, no other host; a part that seals names compiles its own library. A form that is sent has to
 * say where it comes from, and to nobody else: hence the referrer within our own address.
 */
export function sendPage(
  reply: FastifyReply,
  page: string,
  { status = 200, frames = [] as readonly string[] } = {},
): FastifyReply {
  const ancestors = frames.length > 0 ? frames.join(' ') : "'none'";
  if (frames.length > 0) reply.removeHeader('x-frame-options');
  return reply
    .code(status)
    .headers({
      'content-security-policy':
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
        `base-uri 'none'; form-action 'self'; frame-ancestors ${ancestors}`,
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    .type('text/html; charset=utf-8')
    .send(page);
}
