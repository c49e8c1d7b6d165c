import { createConnection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  disableUser,
  enableUser,
  endSessions,
  setOffices,
  setPassword,
  setRole,
} from '../../src/console/access/change-user.js';
import { createUser } from '../../src/console/access/create-user.js';
import type { Verdict } from '../../src/domain/verdict.js';
import { type ConsoleFixture, callAs, startConsoleFixture } from '../console/console-fixture.js';
import { ACTS, NOW, PASSWORD } from '../console/sample.js';
import { codeAt, personOf, setUp } from '../console/second-steps.js';
import { programOf } from '../console/tokens.js';
import { testServices } from '../support/test-services.js';

// A token that was found, one whose person has gone, and one that is used to get more than it is.

let fixture: ConsoleFixture;
let username: string;
let count = 0;

beforeAll(async () => {
  fixture = await startConsoleFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  count += 1;
  username = `program-${count}`;
  const draft = { displayName: 'Orang Contoh', role: 'reviewer', officeCodes: ['SBY'], password: PASSWORD } as const;
  await createUser(deps(), { username, ...draft });
});

const deps = () => ({ ...fixture.storage, clock: () => NOW, actor: 'system:test' });
const begun = () =>
  programOf(fixture, username, { abilities: ['see_queue', 'decide', 'bring_findings'], mayWrite: true });
const FLAG = ACTS[0]!.id;

describe('a token whose person', () => {
  it.each([
    ['is closed', () => disableUser(deps(), username, { evenLastAdmin: false })],
    [
      'is closed and opened again',
      async () => {
        await disableUser(deps(), username, { evenLastAdmin: false });
        await enableUser(deps(), username);
      },
    ],
    ['has a new password', () => setPassword(deps(), username, 'telur sepeda hujan')],
    ['has another role', () => setRole(deps(), username, { role: 'sekda', evenLastAdmin: false })],
    ['has other offices', () => setOffices(deps(), username, ['SULSEL-BAP'])],
    ['lost all sessions', () => endSessions(deps(), username)],
  ])('%s opens nothing from that moment on', async (_what, change) => {
    const program = await begun();
    expect((await program.ask('GET', '/api/flags')).statusCode).toBe(200);
    await change();
    expect((await program.ask('GET', '/api/flags')).statusCode).toBe(401);
  });

  it('logs out goes on: it is no session', async () => {
    const program = await begun();
    await program.owner.post('/api/logout');
    expect((await program.ask('GET', '/api/flags')).statusCode).toBe(200);
  });

  it('owes a second step reads nothing', async () => {
    const demanding = await startConsoleFixture({ acts: [], secondStepRoles: ['auditor'] });
    const person = await personOf(demanding, { username: 'wajib', role: 'auditor', officeCodes: [] });
    const { secret } = await setUp(person, NOW);
    const later = new Date(NOW.getTime() + 60_000);
    demanding.setNow(later);
    const body = { name: 'contoh', abilities: ['read_audit'], days: 30, password: PASSWORD };
    expect((await person.post('/api/me/tokens', body)).statusCode).toBe(422);
    const made = await person.post('/api/me/tokens', { ...body, code: codeAt(secret, later) });
    const headers = { authorization: `Bearer ${made.json().token}` };
    expect((await demanding.app.inject({ url: '/api/audit', headers })).statusCode).toBe(200);
    const { user } = (await demanding.storage.users.findUserByUsername('wajib'))!;
    await demanding.storage.users.endSecondStep(user.id);
    expect((await demanding.app.inject({ url: '/api/audit', headers })).statusCode).toBe(401);
    await demanding.close();
  });
});

describe('whoever found a token', () => {
  it('decides nothing, holds nothing, changes nothing and makes no other', async () => {
    const program = await begun();
    const { version } = (await program.ask('GET', `/api/flags/${FLAG}`)).json();
    const before = await fixture.storage.flags.findFlag(FLAG);
    const verdict = { verdict: 'dismissed', reason: 'contoh', weighed: [], seenVersion: version };
    for (const [url, body] of [
      [`/api/flags/${FLAG}/verdict`, verdict],
      [`/api/flags/${FLAG}/claim`, { tab: 'a'.repeat(16) }],
      [`/api/flags/${FLAG}/draft`, { reason: 'x' }],
      [`/api/flags/${FLAG}/remarks`, { text: 'x' }],
      ['/api/flags/next', {}],
      ['/api/me/password', { current: PASSWORD, next: 'telur sepeda hujan' }],
      ['/api/me/second-step/begin', { password: PASSWORD }],
      ['/api/me/tokens', { name: 'x', abilities: ['see_queue'], days: 1, password: PASSWORD }],
      [`/api/me/tokens/${program.id}/remove`, {}],
      ['/api/logout', {}],
      ['/api/users', {}],
    ] as const) {
      const answer = await program.ask('POST', url, body);
      expect([answer.statusCode, answer.json().error.code], url).toEqual([403, 'token_may_not']);
    }
    expect(await fixture.storage.flags.findFlag(FLAG)).toEqual(before);
    // Nor does it learn what a page is given: no token of a session, no list of tokens.
    for (const url of ['/api/me', '/api/me/tokens', '/api/notices'])
      expect((await program.ask('GET', url)).json().error.code, url).toBe('token_may_not');
  });

  it('gets no further with the secret of another, half of it, or none', async () => {
    const [mine, other] = [await begun(), await programOf(fixture, 'auditor', { abilities: ['read_audit'] })];
    const [, id, secret] = mine.token.split('_') as [string, string, string];
    const [, otherId] = other.token.split('_') as [string, string, string];
    for (const token of [
      `netra_${otherId}_${secret}`,
      `netra_${id}_${secret.slice(0, -1)}`,
      `netra_${id}_${'A'.repeat(43)}`,
      `netra_${id}_`,
      'netra_',
      `netra_${id}_${secret} extra`,
      `netra_{"$gt":""}_${secret}`,
      `netra_${'x'.repeat(5_000)}`,
    ]) {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fixture.app.inject({ url: '/api/flags', headers });
      expect([answer.statusCode, answer.json().error.code], token.slice(0, 60)).toEqual([401, 'token_refused']);
    }
  });
});

describe('whoever sends a token and a cookie', () => {
  it('is held as the token alone: no made-up one opens a session to other pages', async () => {
    const program = await begun();
    const reviewer = await callAs(fixture.app, 'reviewer');
    const asked = (authorization: string, url: string) =>
      fixture.app.inject({ method: 'POST', url, payload: {}, headers: { cookie: reviewer.cookie, authorization } });
    expect((await asked('Bearer netra_made_up', '/api/flags/next')).statusCode).toBe(401);
    expect((await asked(`Bearer ${program.token}`, '/api/flags/next')).json().error.code).toBe('token_may_not');
    // What a proxy in front asks for is nothing to us: then the cookie counts, with all that goes with it.
    expect((await asked('Basic cHJva3NpOmNvbnRvaA==', '/api/flags/next')).json().error.code).toBe('csrf');
  });

  it('is refused from a page of somebody else, as anybody is', async () => {
    const program = await begun();
    const headers = { authorization: `Bearer ${program.token}`, 'sec-fetch-site': 'cross-site' };
    const answer = await fixture.app.inject({ method: 'POST', url: '/api/links', payload: { text: 'x' }, headers });
    expect(answer.json().error.code).toBe('csrf');
  });
});

describe('whoever has the database', () => {
  it('finds no secret that opens anything', async () => {
    const program = await begun();
    const raw = await createConnection(testServices().mongodbUri, { dbName: fixture.databaseName }).asPromise();
    const found = JSON.stringify(await raw.collection('api_tokens').find().toArray());
    await raw.close();
    expect(found).toContain(program.id);
    expect(found).not.toContain(program.token.split('_')[2]);
  });
});

describe('whoever has another account', () => {
  it('removes no token that is not theirs', async () => {
    const program = await begun();
    const other = await callAs(fixture.app, 'reviewer2');
    expect((await other.post(`/api/me/tokens/${program.id}/remove`)).statusCode).toBe(204);
    expect((await program.ask('GET', '/api/flags')).statusCode).toBe(200);
    expect((await other.get('/api/me/tokens')).json().tokens).toEqual([]);
  });
});

describe('a token that cannot be logged', () => {
  it('is none', async () => {
    const { tokens, users } = fixture.storage;
    const { user, sessionEpoch } = (await users.findUserByUsername(username))!;
    const own = { id: 'f'.repeat(16), userId: user.id, name: 'x', abilities: ['see_queue'], mayWrite: false } as const;
    const when = { madeAt: NOW, expiresAt: new Date(Number.NaN) };
    await expect(tokens.addToken({ ...own, ...when }, { secretHash: 'x', sessionEpoch })).rejects.toThrow();
    expect(await tokens.countTokens(user.id)).toBe(0);
  });
});

describe('a token of whoever is to decide without leaning on somebody', () => {
  const REASON = 'Alasan pertama (contoh).';
  const decide = async (id: string, by: string, verdict: Verdict) => {
    const { version, cleared } = (await fixture.storage.flags.findFlag(id))!;
    const weighed = cleared.map(({ reason }) => reason);
    const body = { verdict, reason: REASON, weighed, seenVersion: version };
    const answer = await (await callAs(fixture.app, by)).post(`/api/flags/${id}/verdict`, body);
    expect(answer.statusCode, answer.body).toBe(200);
  };

  it('shows no more of a first verdict than its person sees, however little it was given', async () => {
    await decide(FLAG, 'reviewer', 'confirmed');
    const program = await programOf(fixture, 'supervisor', { abilities: ['see_queue', 'decide'] });
    for (const url of [`/api/flags/${FLAG}`, '/api/decisions', '/api/decisions/sheet']) {
      const [own, read] = [await program.owner.get(url), await program.ask('GET', url)];
      expect(own.body, url).not.toContain(REASON);
      expect(read.body, url).not.toContain(REASON);
      expect(read.body.includes(FLAG), url).toBe(own.body.includes(FLAG));
    }
    expect((await program.ask('GET', `/api/flags/${FLAG}`)).json()).toMatchObject({ reviews: [], hiddenReviews: 1 });
    expect((await program.ask('GET', `/api/flags/${FLAG}/dossier`)).json().error.code).toBe(
      (await program.owner.get(`/api/flags/${FLAG}/dossier`)).json().error.code,
    );
  });

  it('shows whoever is to settle neither names nor which ticket an act speaks of', async () => {
    await decide(FLAG, 'supervisor2', 'dismissed');
    const program = await programOf(fixture, 'supervisor', { abilities: ['see_queue', 'decide'] });
    const read = (await program.ask('GET', `/api/flags/${FLAG}`)).json();
    expect(read).toMatchObject({ state: 'contrary', isMasked: true, account: null, evidence: null });
    expect(read.reviews.map(({ reviewer }: { reviewer: string | null }) => reviewer)).toEqual([null, null]);
    expect((await program.ask('GET', `/api/flags/${FLAG}/evidence`)).json().error.code).toBe('settle_first');
  });
});
