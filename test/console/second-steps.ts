import type { LightMyRequestResponse } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import { createUser } from '../../src/console/access/create-user.js';
import type { Role } from '../../src/domain/abilities.js';
import type { ConsoleFixture } from './console-fixture.js';
import { NOW, PASSWORD } from './sample.js';

/** What the app on a telephone shows at that moment. */
export function codeAt(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
}

/** Somebody in a browser that keeps cookies. */
export interface Person {
  readonly username: string;
  cookie(): string;
  get(url: string): Promise<LightMyRequestResponse>;
  post(url: string, body: object): Promise<LightMyRequestResponse>;
  /** From a browser of nobody, at an address of its own. */
  logIn(code?: unknown, password?: string): Promise<LightMyRequestResponse>;
  statusWith(code: string): Promise<number>;
}

interface Wanted {
  readonly username: string;
  readonly role?: Role;
  readonly officeCodes?: readonly string[];
  readonly mail?: string;
  /** Made before. */
  readonly isThere?: boolean;
}

let place = 0;

export async function personOf({ app, storage }: ConsoleFixture, wanted: Wanted): Promise<Person> {
  const { isThere, role = 'reviewer', officeCodes = ['SBY'], ...rest } = wanted;
  const draft = { displayName: 'Dua Langkah (contoh)', role, officeCodes, password: PASSWORD, ...rest };
  if (!isThere) await createUser({ ...storage, clock: () => NOW, actor: 'system:test' }, draft);
  const { username } = wanted;
  let cookie = '';
  let csrf = '';
  const keep = (answer: LightMyRequestResponse) => {
    const set = answer.cookies.map((one) => `${one.name}=${one.value}`).join('; ');
    if (set) cookie = set;
    const body = String(answer.headers['content-type']).includes('json') ? answer.json() : {};
    csrf = body?.csrfToken ?? body?.me?.csrfToken ?? csrf;
    return answer;
  };
  const logIn: Person['logIn'] = (code, password = PASSWORD) => {
    place += 1;
    const remoteAddress = `10.1.${place >> 8}.${place % 256}`;
    return app.inject({ method: 'POST', url: '/api/login', payload: { username, password, code }, remoteAddress });
  };
  keep(await logIn());
  return {
    username,
    cookie: () => cookie,
    logIn,
    statusWith: async (code) => (await logIn(code)).statusCode,
    get: (url) => app.inject({ method: 'GET', url, headers: { cookie } }),
    post: async (url, payload) =>
      keep(await app.inject({ method: 'POST', url, payload, headers: { cookie, 'x-netra-csrf': csrf } })),
  };
}

/** Sets it up at that moment; the code of it is used. */
export async function setUp(person: Person, now: Date) {
  const { secret } = (await person.post('/api/me/second-step/begin', { password: PASSWORD })).json();
  const { recoveryCodes } = (await person.post('/api/me/second-step/confirm', { code: codeAt(secret, now) })).json();
  return { person, secret: secret as string, recoveryCodes: recoveryCodes as string[] };
}
