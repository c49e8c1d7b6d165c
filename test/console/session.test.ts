import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../../src/domain/abilities.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { NOW, PASSWORD, USERS } from './sample.js';

let fixture: ConsoleFixture;
beforeAll(async () => {
  fixture = await startConsoleFixture({ sessionHours: 8 });
});
afterAll(() => fixture.close());

const logIn = (payload: object, headers = {}) =>
  fixture.app.inject({ method: 'POST', url: '/api/login', payload, headers });

describe('log-in', () => {
  it('sets a cookie that scripts and other sites cannot use, and keeps only its hash', async () => {
    const answer = await logIn({ username: ' Reviewer ', password: PASSWORD });
    expect(answer.statusCode).toBe(200);
    for (const cookie of [answer.headers['set-cookie']].flat()) expect(cookie).toMatch(/HttpOnly.*SameSite=Strict/);
    const token = answer.cookies[0]!.value;
    expect(await fixture.storage.users.findSession(token, NOW)).toBeUndefined();
    expect(answer.json()).toMatchObject({ username: 'reviewer', role: 'reviewer' });
    expect(answer.body).not.toContain(token);
  });

  it('says the same for a wrong password, an unknown name and a closed account', async () => {
    const { user, passwordHash } = (await fixture.storage.users.findUserByUsername('admin'))!;
    await fixture.storage.users.saveUser({ ...user, id: 'closed', username: 'closed', isActive: false }, passwordHash);
    const answers = await Promise.all([
      logIn({ username: 'reviewer', password: 'salah salah salah' }),
      logIn({ username: 'nobody', password: PASSWORD }),
      logIn({ username: 'closed', password: PASSWORD }),
    ]);
    expect(new Set(answers.map((a) => a.body)).size).toBe(1);
    for (const answer of answers) expect(answer.statusCode).toBe(401);
  });

  it('takes about as long for an unknown name as for a wrong password', async () => {
    const timed = async (username: string) => {
      const start = process.hrtime.bigint();
      await logIn({ username, password: 'salah salah salah' });
      return Number(process.hrtime.bigint() - start) / 1e6;
    };
    await timed('warm-up');
    const ms = { unknown: Infinity, known: Infinity };
    // In turns, and the quickest of each: what else the machine does adds to any one of them.
    for (const [i, known] of ['sekda', 'auditor', 'supervisor'].entries()) {
      ms.unknown = Math.min(ms.unknown, await timed(`nobody-${i}`));
      ms.known = Math.min(ms.known, await timed(known));
    }
    // Hashing costs tens of milliseconds, looking up one: without the dummy hash this is 0.1 or less.
    expect(ms.unknown / ms.known).toBeGreaterThan(0.3);
  });

  it('has whoever fails too often wait, and says for how long to people and to programs', async () => {
    for (let i = 0; i < 5; i += 1)
      expect((await logIn({ username: 'analyst', password: 'salah' })).statusCode).toBe(401);
    const held = await logIn({ username: 'Analyst', password: PASSWORD });
    expect([held.statusCode, held.headers['retry-after']]).toEqual([429, '15']);
    expect(held.json().error).toMatchObject({ code: 'login_locked', hint: expect.stringContaining('1 menit') });
    expect((await logIn({ username: 'auditor', password: PASSWORD })).statusCode).toBe(200);
  });

  it.each([
    [{ username: { $gt: '' }, password: PASSWORD }],
    [{ username: ['reviewer'], password: PASSWORD }],
    [{ username: 'reviewer', password: { $ne: null } }],
    [{ username: 'reviewer' }],
    [[]],
  ])('refuses %j as unreadable', async (payload) => {
    const answer = await logIn(payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().error.code).toBe('bad_request');
  });

  it('treats operators in a name as a plain name that nobody has', async () => {
    expect((await logIn({ username: '{"$gt":""}', password: PASSWORD })).statusCode).toBe(401);
  });

  it('refuses a log-in sent by another site', async () => {
    const body = { username: 'supervisor', password: PASSWORD };
    expect((await logIn(body, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await logIn(body, { origin: 'https://jahat.contoh.test' })).statusCode).toBe(403);
    expect((await logIn(body, { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
  });

  it('reads no form and no plain text: only JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const answer = await fixture.app.inject({
        method: 'POST',
        url: '/api/login',
        payload: JSON.stringify({ username: 'supervisor', password: PASSWORD }),
        headers: { 'content-type': type },
      });
      expect(answer.statusCode).toBe(400);
    }
  });

  it('writes an entry for a failed try, with no typed name in it', async () => {
    const typed = 'rahasia-yang-terketik';
    fixture.setNow(new Date(NOW.getTime() + 60_000));
    await logIn({ username: typed, password: 'salah' });
    fixture.setNow(NOW);
    const [last] = await fixture.storage.audit.listEntries({ limit: 1 });
    expect(last).toMatchObject({ action: 'login_failed', subject: 'unknown', actor: 'system:console' });
    expect(JSON.stringify(last)).not.toContain(typed);
  });
});

describe('session', () => {
  it('ends by the clock', async () => {
    const caller = await callAs(fixture.app, 'reviewer2');
    fixture.setNow(new Date(NOW.getTime() + 8 * 3_600_000 - 1000));
    expect((await caller.get('/api/me')).statusCode).toBe(200);
    fixture.setNow(new Date(NOW.getTime() + 8 * 3_600_000));
    const ended = await caller.get('/api/me');
    fixture.setNow(NOW);
    expect(ended.statusCode).toBe(401);
    expect(ended.json().error.code).toBe('login_required');
  });

  it('ends at once when the account is closed', async () => {
    const caller = await callAs(fixture.app, 'reviewer-none');
    const { user, passwordHash } = (await fixture.storage.users.findUserByUsername('reviewer-none'))!;
    await fixture.storage.users.saveUser({ ...user, isActive: false }, passwordHash);
    expect((await caller.get('/api/me')).statusCode).toBe(401);
  });

  it('refuses a change without the token of this very session', async () => {
    const [mine, other] = [await callAs(fixture.app, 'supervisor'), await callAs(fixture.app, 'sekda')];
    for (const token of ['', 'x', other.csrfToken]) {
      const answer = await mine.post('/api/flags/next', {}, { 'x-netra-csrf': token });
      expect([answer.statusCode, answer.json().error.code]).toEqual([403, 'csrf']);
    }
    expect((await mine.post('/api/flags/next')).statusCode).toBe(200);
  });

  it('does not take over a token set before log-in', async () => {
    const answer = await logIn({ username: 'auditor', password: PASSWORD }, { cookie: 'netra=chosen-by-attacker' });
    expect(answer.cookies[0]!.value).not.toBe('chosen-by-attacker');
  });
});

describe('headers', () => {
  it('allows no inline script, no other host and no frame', async () => {
    const { headers } = await fixture.app.inject('/api/me');
    const csp = headers['content-security-policy'] as string;
    expect(csp).toContain("default-src 'none'");
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).not.toMatch(/unsafe|https?:|\*/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' });
  });

  it('answers in English where that is asked for first, and never with a stack', async () => {
    const english = await fixture.app.inject({ url: '/api/me', headers: { 'accept-language': 'en-GB,id;q=0.5' } });
    expect(english.json().error.message).toContain('not logged in');
    expect((await fixture.app.inject('/api/me')).json().error.message).toContain('belum masuk');
    expect(english.body).not.toMatch(/at .*\.[jt]s/);
  });

  it('keeps nobody of the sample users out of the list of roles', () => {
    expect(new Set(USERS.map((u) => u.role))).toEqual(new Set(ROLES));
  });
});

describe('a new password of one’s own', () => {
  const NEXT = 'kangkung sepeda lonceng';
  const change = (caller: Caller, current: string, next: string) => caller.post('/api/me/password', { current, next });

  it('asks for the present one, ends every session of the person, and is in the log before it holds', async () => {
    const [here, there] = [await callAs(fixture.app, 'sekda'), await callAs(fixture.app, 'sekda')];
    const wrong = await change(here, 'bukan kata sandi ini', NEXT);
    expect([wrong.statusCode, wrong.json().error.code]).toEqual([422, 'wrong_password']);
    const same = await change(here, PASSWORD, PASSWORD);
    expect([same.statusCode, same.json().error.code]).toEqual([422, 'same_password']);
    const weak = await change(here, PASSWORD, 'sekda123456789');
    expect(weak.statusCode).toBe(422);
    expect((await here.get('/api/me')).statusCode).toBe(200);
    expect((await change(here, PASSWORD, NEXT)).statusCode).toBe(204);
    for (const session of [here, there]) expect((await session.get('/api/me')).statusCode).toBe(401);
    const { user } = (await fixture.storage.users.findUserByUsername('sekda'))!;
    const entries = await fixture.storage.audit.listEntries({ limit: 3 });
    const changed = { actor: user.id, subject: user.id, action: 'user_changed', details: { change: 'password' } };
    expect(entries).toContainEqual(expect.objectContaining(changed));
    expect(JSON.stringify(entries)).not.toContain(NEXT);
    expect((await logIn({ username: 'sekda', password: PASSWORD })).statusCode).toBe(401);
    expect((await logIn({ username: 'sekda', password: NEXT })).statusCode).toBe(200);
  });

  it('is changed once, however many changes one page sends at once', async () => {
    const caller = await callAs(fixture.app, 'auditor');
    const answers = await Promise.all([1, 2, 3].map((n) => change(caller, PASSWORD, `${NEXT} ${n}`)));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 422, 422]);
  });

  it('slows down whoever guesses at the present one with a session that was left open', async () => {
    const left = await callAs(fixture.app, 'supervisor');
    for (let i = 0; i < 5; i += 1) expect((await change(left, `tebakan ke-${i}`, NEXT)).statusCode).toBe(422);
    const held = await change(left, PASSWORD, NEXT);
    expect([held.statusCode, held.json().error.code]).toEqual([429, 'login_locked']);
    // Nobody else is held up, the person at the log-in neither.
    expect((await logIn({ username: 'supervisor', password: PASSWORD })).statusCode).toBe(200);
  });
});
