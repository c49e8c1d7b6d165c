import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Credentials } from './user-store.js';

type Person = Pick<Credentials, 'user' | 'passwordHash'>;

/** Browsers from which a person has logged in before: strangers who guess at their name do not slow them down. */
export interface KnownBrowsers {
  /** A name for this browser that no other place has; `undefined` where this person never logged in from it. */
  find(request: FastifyRequest, person: Person | undefined): string | undefined;
  remember(request: FastifyRequest, reply: FastifyReply, person: Person): void;
}

const KEPT_SECONDS = 180 * 86_400;
/** People who share one machine. */
const MAX_PEOPLE = 8;

/**
 * Nothing is stored: the cookie carries, for each person, a random name and a keyed hash over it, the person and their
 * password. A new password makes every browser a stranger.
 */
export function createKnownBrowsers(secret: Uint8Array, { isSecure }: { isSecure: boolean }): KnownBrowsers {
  const cookieName = isSecure ? '__Secure-netra-browser' : 'netra-browser';
  const flags = { path: '/api/login', httpOnly: true, sameSite: 'strict', secure: isSecure } as const;
  const macOf = (browser: string, { user, passwordHash }: Person) => {
    const password = createHash('sha256')
      .update(passwordHash ?? '')
      .digest('base64url');
    const text = JSON.stringify(['browser', browser, user.id, password]);
    return createHmac('sha256', secret).update(text).digest().subarray(0, 16);
  };
  const isOf = (entry: string, person: Person): boolean => {
    const [browser, mac] = entry.split('.') as [string, string];
    return timingSafeEqual(Buffer.from(mac, 'base64url'), macOf(browser, person));
  };
  const entriesOf = (request: FastifyRequest) => parseEntries(request.cookies[cookieName]);
  return {
    find(request, person) {
      const own = person && entriesOf(request).find((entry) => isOf(entry, person));
      return own?.split('.')[0];
    },
    remember(request, reply, person) {
      const entries = entriesOf(request);
      const own = entries.find((entry) => isOf(entry, person));
      const browser = own?.split('.')[0] ?? randomBytes(16).toString('base64url');
      const fresh = `${browser}.${macOf(browser, person).toString('base64url')}`;
      const kept = [fresh, ...entries.filter((entry) => entry !== own)].slice(0, MAX_PEOPLE);
      reply.setCookie(cookieName, kept.join('~'), { ...flags, maxAge: KEPT_SECONDS });
    },
  };
}

function parseEntries(cookie: string | undefined): string[] {
  const entries = (cookie ?? '').slice(0, 1_000).split('~');
  return entries.filter((entry) => /^[\w-]{22}\.[\w-]{22}$/.test(entry)).slice(0, MAX_PEOPLE);
}
