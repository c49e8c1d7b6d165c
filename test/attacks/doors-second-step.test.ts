import { createConnection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LOGIN_LIMITS } from '../../src/console/access/login-limits.js';
import { resetSecondStep } from '../../src/console/access/reset-second-step.js';
import { type ConsoleFixture, startConsoleFixture } from '../console/console-fixture.js';
import { NOW, PASSWORD } from '../console/sample.js';
import { codeAt, personOf, setUp } from '../console/second-steps.js';
import { runNetra } from '../support/run-netra.js';
import { testServices } from '../support/test-services.js';

// Whoever has the password and not the telephone; whoever has the database and not the key.

let fixture: ConsoleFixture;
let now = NOW;
let count = 0;

beforeAll(async () => {
  // What slows guesses at a name is tried elsewhere; here it would hide what bounds guesses at a code.
  fixture = await startConsoleFixture({ acts: [], loginLimits: { ...LOGIN_LIMITS, strangersPerName: 10_000 } });
});
afterAll(() => fixture.close());
beforeEach(() => {
  count += 1;
  wait(600);
});

function wait(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1_000);
  fixture.setNow(now);
}
const begun = async () => setUp(await personOf(fixture, { username: `telepon-${count}` }), now);
const idOf = async (username: string) => (await fixture.storage.users.findUserByUsername(username))!.user.id;

async function withRaw<T>(use: (users: ReturnType<Raw['collection']>) => Promise<T>): Promise<T> {
  const raw = await connect();
  try {
    return await use(raw.collection('users'));
  } finally {
    await raw.close();
  }
}
type Raw = Awaited<ReturnType<typeof connect>>;
const connect = () => createConnection(testServices().mongodbUri, { dbName: fixture.databaseName }).asPromise();

describe('whoever has the password and guesses codes', () => {
  const from = (remoteAddress: string, body: object) =>
    fixture.app.inject({ method: 'POST', url: '/api/login', payload: body, remoteAddress });

  it('is slowed in one place, and a right password without a code gives no new tries', async () => {
    const { person } = await begun();
    const own = { username: person.username, password: PASSWORD };
    const statuses: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      statuses.push((await from('10.9.0.1', { ...own, code: '000000' })).statusCode);
      statuses.push((await from('10.9.0.1', own)).statusCode);
    }
    expect(statuses.filter((_, i) => i % 2 === 0)).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
  });

  it('has thirty codes a day from a thousand places, while its person gets in by another way', async () => {
    const { person, secret, recoveryCodes } = await begun();
    const known = await person.logIn(recoveryCodes[0]);
    const browser = known.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const codes: string[] = [];
    for (let i = 0; i < 40; i += 1) codes.push((await person.logIn('000000')).json().error.code);
    expect(codes.filter((code) => code === 'login_code_failed')).toHaveLength(30);
    expect(codes.at(-1)).toBe('codes_held');
    wait(60);
    const right = codeAt(secret, now);
    expect((await person.logIn(right)).json().error).toMatchObject({
      code: 'codes_held',
      hint: expect.stringContaining('kode pemulihan'),
    });
    // Strangers who do not know the password are told nothing of it.
    expect((await person.logIn(right, 'bukan kata sandi ini')).json().error.code).toMatch(/login_(code_failed|locked)/);
    expect(await person.statusWith(recoveryCodes[1]!)).toBe(200);
    const payload = { username: person.username, password: PASSWORD, code: right };
    const mine = await fixture.app.inject({ method: 'POST', url: '/api/login', payload, headers: { cookie: browser } });
    expect(mine.statusCode).toBe(200);
  });

  it('stands in the log as somebody who knew the password', async () => {
    const { person } = await begun();
    await person.logIn('000000');
    const [entry] = await fixture.storage.audit.listEntries({ limit: 1 });
    const details = { failed: 0, codes: 1, held: 0 };
    expect(entry).toMatchObject({ action: 'login_failed', subject: await idOf(person.username), details });
  });
});

describe('whoever has a session that was left open', () => {
  it('can neither take the step off, replace it nor make codes without password and code', async () => {
    const { person, secret } = await begun();
    wait(60);
    const code = codeAt(secret, now);
    for (const [what, body] of [
      ['off', { password: 'bukan kata sandi ini', code }],
      ['recovery', { password: 'bukan kata sandi ini', code }],
      ['begin', { password: PASSWORD }],
      ['begin', { password: PASSWORD, code: '000000' }],
    ] as const)
      expect((await person.post(`/api/me/second-step/${what}`, body)).statusCode, what).toBe(422);
    const held = await person.post('/api/me/second-step/off', { password: PASSWORD, code: '000000' });
    expect(held.statusCode).toBe(422);
    expect((await person.post('/api/me/second-step/off', { password: PASSWORD, code })).statusCode).toBe(429);
  });

  it('cannot prove a secret that another person was offered', async () => {
    const [mine, theirs] = [
      await personOf(fixture, { username: `saya-${count}` }),
      await personOf(fixture, { username: `lain-${count}` }),
    ];
    const { secret } = (await mine.post('/api/me/second-step/begin', { password: PASSWORD })).json();
    const answer = await theirs.post('/api/me/second-step/confirm', { code: codeAt(secret, now) });
    expect(answer.statusCode).toBe(410);
  });
});

describe('two things at the same moment', () => {
  const users = () => fixture.storage.users;
  const someone = async () => idOf((await personOf(fixture, { username: `serentak-${count}` })).username);
  const start = (id: string, secret: string) =>
    users().startSecondStep(id, { secret, step: 1, recoveryCodes: [], now });
  const until = () => new Date(now.getTime() + 60_000);

  it('start one second step, and none of a secret that was replaced meanwhile', async () => {
    const id = await someone();
    await users().offerSecondStep(id, { secret: 'LAMA', until: until() });
    await users().offerSecondStep(id, { secret: 'BARU', until: until() });
    expect(await start(id, 'LAMA')).toBeUndefined();
    const started = await Promise.all([start(id, 'BARU'), start(id, 'BARU')]);
    expect(started.filter((one) => one !== undefined)).toHaveLength(1);
  });

  it('let in no log-in that was under way when it was set up or taken off', async () => {
    const id = await someone();
    const late = async (change: () => Promise<unknown>) => {
      const { sessionEpoch, user } = (await users().findUserByUsername(`serentak-${count}`))!;
      await change();
      const session = { tokenHash: `t-${id}`, userId: user.id, csrfToken: 'c', openedAt: now, expiresAt: until() };
      await users().saveSession({ ...session, sessionEpoch });
      return users().findSession(session.tokenHash, now);
    };
    await users().offerSecondStep(id, { secret: 'BARU', until: until() });
    expect(await late(() => start(id, 'BARU'))).toBeUndefined();
    expect(await late(() => users().endSecondStep(id))).toBeUndefined();
  });
});

describe('whoever has the database and not the key', () => {
  it('finds neither a secret nor a recovery code', async () => {
    const { person, secret, recoveryCodes } = await begun();
    await person.post('/api/me/second-step/begin', { password: PASSWORD, code: recoveryCodes[0]! });
    const found = await withRaw((users) => users.findOne({ usernameKey: person.username }));
    const text = JSON.stringify(found);
    expect(text).toContain('secondStepOffer');
    const bytes = Buffer.from(secret, 'utf8').toString('base64url').slice(2, -3);
    for (const word of [secret, bytes, ...recoveryCodes, ...recoveryCodes.map((code) => code.replace('-', ''))])
      expect(text).not.toContain(word);
  });

  it('opens nobody with the sealed secret of an account of their own', async () => {
    const mine = await begun();
    const other = await setUp(await personOf(fixture, { username: `korban-${count}` }), now);
    await withRaw(async (users) => {
      const own = (await users.findOne({ usernameKey: mine.person.username }))!;
      const set = { 'secondStep.sealed': own.secondStep.sealed, 'secondStep.recovery': own.secondStep.recovery };
      await users.updateOne({ usernameKey: other.person.username }, { $set: set });
    });
    wait(60);
    for (const code of [codeAt(mine.secret, now), codeAt(other.secret, now), mine.recoveryCodes[0]!])
      expect(await other.person.statusWith(code)).toBe(401);
    // A person whose secret does not open any more is not let in by the password alone.
    expect((await other.person.logIn()).statusCode).toBe(401);
  });
});

describe('a change that cannot be logged', () => {
  it('does not happen', async () => {
    const { person } = await begun();
    const { users } = fixture.storage;
    const silent = { appendEntry: () => Promise.reject(new Error('log is broken')) };
    const deps = { users, audit: silent, clock: () => now, actor: 'system:test', sendResetNotice: async () => {} };
    await expect(resetSecondStep(deps, person.username)).rejects.toThrow('log is broken');
    expect((await users.findUserByUsername(person.username))!.hasSecondStep).toBe(true);
    expect((await person.get('/api/me')).statusCode).toBe(200);
  });
});

describe('the lone admin who lost telephone and codes', () => {
  it('is let in again by whoever keeps the machine, and the log says so', async () => {
    const { person } = await begun();
    const uri = new URL(testServices().mongodbUri);
    uri.pathname = `/${fixture.databaseName}`;
    const keys = {
      NETRA_HASH_KEY: Buffer.alloc(32, 1).toString('base64'),
      NETRA_AUDIT_KEY: Buffer.alloc(32, 3).toString('base64'),
    };
    const env = { MONGODB_URI: uri.href, REDIS_URL: testServices().redisUrl, ...keys };
    const run = (...args: string[]) => runNetra(['user', 'second-step', person.username, ...args], { env });
    expect((await run()).stdout).toContain('kode pemulihan yang belum dipakai: 10');
    const { stdout, exitCode } = await run('--reset');
    const said = /dicabut; kata sandi saja[\s\S]*1 sesi berakhir[\s\S]*Surel tidak terkirim/;
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringMatching(said) });
    expect((await run('--reset')).stdout).toContain('masuk tanpa langkah kedua');
    expect((await person.logIn()).statusCode).toBe(200);
    const entries = await fixture.storage.audit.listEntries({ limit: 3 });
    expect(entries.map(({ actor, details }) => [actor, details.change])).toContainEqual([
      'system:cli',
      'second_step_reset',
    ]);
  });
});
