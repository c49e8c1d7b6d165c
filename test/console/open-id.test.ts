import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createUser } from '../../src/console/access/create-user.js';
import { openOpenIdDoor } from '../../src/openid/open-id-door.js';
import { type ConsoleFixture, startConsoleFixture } from './console-fixture.js';
import { passProvider, startProvider, type TestProvider } from './open-id-provider.js';
import { NOW, PASSWORD } from './sample.js';
import { codeAt, personOf, setUp } from './second-steps.js';

const BACK = 'http://localhost/api/login/openid/back';
/** What the provider vouches for; a name that is not here has no address there. */
const mails = new Map<string, { email: string; email_verified: boolean }>();

let provider: TestProvider;
let fixture: ConsoleFixture;
const told: string[] = [];
let count = 0;
let now = NOW;

beforeAll(async () => {
  provider = await startProvider({ back: BACK, mailOf: (subject) => mails.get(subject) });
  const openId = openOpenIdDoor({ issuer: provider.issuer, ...provider.client, name: 'akun contoh' });
  const tell = (where: string, error: unknown) => void told.push(`${where} ${(error as Error).name}`);
  fixture = await startConsoleFixture({ acts: [], openId, tell });
});
afterAll(async () => {
  await fixture.close();
  await provider.close();
});
beforeEach(() => {
  count += 1;
  told.length = 0;
  now = new Date(now.getTime() + 600_000);
  fixture.setNow(now);
});

const get = (url: string, cookie = '') => fixture.app.inject({ method: 'GET', url, headers: { cookie } });
const cookiesOf = ({ cookies }: LightMyRequestResponse) =>
  cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

/** Somebody with an account here, and a name there for which it vouches with that address. */
async function someone(more: { mail?: string; subject?: string; isVouched?: boolean } = {}) {
  const username = `sso-${count}`;
  const mail = more.mail ?? `${username}@contoh.example`;
  const subject = more.subject ?? `sub-${count}`;
  const deps = { ...fixture.storage, clock: () => now, actor: 'system:test' };
  const draft = {
    username,
    displayName: 'Masuk Instansi (contoh)',
    role: 'reviewer',
    officeCodes: ['SBY'],
    mail,
    password: PASSWORD,
  } as const;
  const user = await createUser(deps, draft);
  mails.set(subject, { email: mail.toUpperCase(), email_verified: more.isVouched ?? true });
  return { user, username, subject };
}

/** All of it, as a browser goes: where it is led in the end, and what it may then call itself. */
async function logIn(subject: string, to = '/decisions?verdict=confirmed') {
  const asked = await get(`/api/login/openid?to=${encodeURIComponent(to)}`);
  const address = await passProvider(asked.headers.location!, { subject, back: BACK });
  const { pathname, search } = new URL(address);
  const url = pathname + search;
  const came = await get(url, cookiesOf(asked));
  const led = /url=([^"]+)"/.exec(came.body)?.[1]?.replaceAll('&amp;', '&');
  const cookie = cookiesOf(came);
  const me = await get('/api/me', cookie);
  return { led, username: me.statusCode === 200 ? me.json().username : undefined, came, cookie, url, asked };
}

const lastEntries = async (limit: number) =>
  (await fixture.storage.audit.listEntries({ limit })).map(({ action, subject, details }) => ({
    action,
    subject,
    details,
  }));

describe("the house's own log-in", () => {
  it('is named to whoever is to log in', async () => {
    expect((await get('/api/login/ways')).json()).toEqual({ openId: 'akun contoh' });
  });

  it('lets in whose address an admin has written here, leads to the page they wanted, and is in the log', async () => {
    const { user, username, subject } = await someone();
    const first = await logIn(subject);
    expect(first).toMatchObject({ led: '/decisions?verdict=confirmed', username });
    expect(first.came.cookies.find(({ name }) => name === 'netra')).toMatchObject({
      httpOnly: true,
      sameSite: 'Strict',
    });
    expect(await lastEntries(2)).toEqual([
      { action: 'login', subject: user.id, details: { way: 'openid' } },
      { action: 'user_changed', subject: user.id, details: { change: 'open_id_tied' } },
    ]);
  });

  it('knows them from then on by what never changes there, and not whoever gets their address', async () => {
    const { username, subject } = await someone();
    expect((await logIn(subject)).username).toBe(username);
    const taken = mails.get(subject)!;
    mails.set(subject, { email: 'nama.baru@contoh.example', email_verified: true });
    expect((await logIn(subject)).username).toBe(username);
    mails.set(`heir-${count}`, taken);
    expect(await logIn(`heir-${count}`)).toMatchObject({
      led: '/decisions?verdict=confirmed&openid=refused',
      username: undefined,
    });
  });

  it.each([
    [
      'that nobody has here',
      async () => mails.set(`sub-${count}`, { email: 'tamu@contoh.example', email_verified: true }),
    ],
    ['for which it does not vouch', () => someone({ isVouched: false })],
    [
      'that two have here',
      async () => {
        await createUser(
          { ...fixture.storage, clock: () => now, actor: 'system:test' },
          {
            username: `dua-${count}`,
            displayName: 'Kembar (contoh)',
            role: 'reviewer',
            officeCodes: ['SBY'],
            mail: `kembar-${count}@contoh.example`,
            password: PASSWORD,
          },
        );
        return someone({ mail: `kembar-${count}@contoh.example` });
      },
    ],
    [
      'of whoever is closed',
      async () => {
        const { user } = await someone();
        await fixture.storage.users.changeUser(user.id, { isActive: false });
      },
    ],
    [
      'of whoever has been tied and is closed since',
      async () => {
        const { user, subject } = await someone();
        await logIn(subject);
        await fixture.storage.users.changeUser(user.id, { isActive: false });
      },
    ],
  ])('lets nobody in by an address %s', async (_what, prepare) => {
    await prepare();
    expect(await logIn(`sub-${count}`)).toMatchObject({
      led: expect.stringContaining('openid=refused'),
      username: undefined,
    });
  });

  it('leads to no other site, whatever stands in the address', async () => {
    const { subject } = await someone();
    for (const to of [
      'https://jahat.example/',
      '//jahat.example',
      '/\\jahat.example',
      'javascript:alert(1)',
      '/\n/x',
    ]) {
      expect((await logIn(subject, to)).led).toBe('/');
    }
    expect((await logIn(subject, '/flags/1?a="><script>')).led).toBe('/flags/1?a=&quot;&gt;&lt;script&gt;');
  });

  it('takes no answer that another browser asked for, that came before, or that somebody made up', async () => {
    const { subject } = await someone();
    const { url, asked } = await logIn(subject);
    const refused = {
      body: expect.stringContaining('openid=refused'),
      cookies: expect.not.arrayContaining([expect.objectContaining({ name: 'netra' })]),
    };
    expect(await get(url)).toMatchObject(refused);
    expect(await get(url, cookiesOf(await get('/api/login/openid')))).toMatchObject(refused);
    // The code was used.
    expect(await get(url, cookiesOf(asked))).toMatchObject(refused);
    expect(await get(`${url.split('?')[0]}?error=access_denied&state=x`, cookiesOf(asked))).toMatchObject(refused);
    const forged = cookiesOf(asked).slice(0, -4);
    expect(await get(url, `${forged}AAAA`)).toMatchObject(refused);
    expect(told).toEqual([]);
  });

  it('takes no answer that comes after ten minutes', async () => {
    const { subject } = await someone();
    const asked = await get('/api/login/openid');
    const { pathname, search } = new URL(await passProvider(asked.headers.location!, { subject, back: BACK }));
    fixture.setNow(new Date(now.getTime() + 600_000));
    expect((await get(pathname + search, cookiesOf(asked))).body).toContain('openid=refused');
  });

  it('is no way round a second step', async () => {
    const { username, subject } = await someone();
    const { secret } = await setUp(await personOf(fixture, { username, isThere: true }), now);
    const { led, username: me, cookie } = await logIn(subject);
    expect({ led, me }).toEqual({ led: '/decisions?verdict=confirmed&openid=code', me: undefined });
    const send = (code: string) =>
      fixture.app.inject({ method: 'POST', url: '/api/login/openid/code', payload: { code }, headers: { cookie } });
    expect((await send('000000')).statusCode).toBe(422);
    fixture.setNow(new Date(now.getTime() + 60_000));
    const right = await send(codeAt(secret, new Date(now.getTime() + 60_000)));
    expect(right.json()).toMatchObject({ username, hasSecondStep: true });
    expect((await get('/api/me', cookiesOf(right))).statusCode).toBe(200);
    expect((await lastEntries(1))[0]).toMatchObject({ action: 'login', details: { way: 'openid', second: 'code' } });
  });

  it('and a code open nothing for whom something has changed since', async () => {
    const { user, username, subject } = await someone();
    const { secret } = await setUp(await personOf(fixture, { username, isThere: true }), now);
    const { cookie } = await logIn(subject);
    await fixture.storage.users.changeUser(user.id, {});
    const later = new Date(now.getTime() + 60_000);
    fixture.setNow(later);
    const payload = { code: codeAt(secret, later) };
    const answer = await fixture.app.inject({
      method: 'POST',
      url: '/api/login/openid/code',
      payload,
      headers: { cookie },
    });
    expect([answer.statusCode, answer.json().error.code]).toEqual([401, 'login_required']);
  });

  it('says so where it does not answer, and is asked again the next time', async () => {
    const gone = await startProvider({ back: BACK, mailOf: () => undefined });
    await gone.close();
    const openId = openOpenIdDoor({ issuer: gone.issuer, ...gone.client, name: 'akun contoh' });
    await expect(openId.ask(BACK)).rejects.toMatchObject({ name: 'OpenIdAwayError', retryable: true });
    await expect(openId.ask(BACK)).rejects.toMatchObject({ name: 'OpenIdAwayError' });
  });
});
