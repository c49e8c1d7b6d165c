import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type ChangeUserDeps,
  disableUser,
  enableUser,
  endSessions,
  setOffices,
  setPassword,
  setRole,
} from '../../src/console/access/change-user.js';
import { createUser } from '../../src/console/access/create-user.js';
import { ROLES, type Role } from '../../src/domain/abilities.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from '../console/console-fixture.js';
import { NOW, PASSWORD } from '../console/sample.js';
import { runNetra } from '../support/run-netra.js';
import { testServices } from '../support/test-services.js';

// An account that should be closed, a password that should not be, a session that should have ended.

const NEW_PASSWORD = 'telur sepeda hujan';
let fixture: ConsoleFixture;
let deps: ChangeUserDeps;
let username: string;
let count = 0;

beforeAll(async () => {
  fixture = await startConsoleFixture({ acts: [] });
  const { users, audit, offices } = fixture.storage;
  deps = { users, audit, offices, clock: () => NOW, actor: 'system:test' };
});
afterAll(() => fixture.close());

beforeEach(async () => {
  count += 1;
  username = `orang-${count}`;
  await create({ username });
});

const create = (given: { username: string; password?: string; role?: Role; officeCodes?: string[] }) =>
  createUser(deps, {
    displayName: 'Orang Contoh',
    role: 'reviewer',
    officeCodes: ['SBY'],
    password: PASSWORD,
    ...given,
  });
const statusOf = async (caller: Caller) => (await caller.get('/api/me')).statusCode;
const logIn = (password: string) =>
  fixture.app.inject({ method: 'POST', url: '/api/login', payload: { username, password } });
const lastEntry = async () => (await fixture.storage.audit.listEntries({ limit: 1 }))[0]!;

const CHANGES: readonly [string, (name: string) => Promise<unknown>, object][] = [
  ['closes the account', (name) => disableUser(deps, name, { evenLastAdmin: false }), { change: 'disabled' }],
  ['gives a new password', (name) => setPassword(deps, name, NEW_PASSWORD), { change: 'password' }],
  ['gives another role', (name) => setRole(deps, name, { role: 'sekda', evenLastAdmin: false }), { role: 'sekda' }],
  ['gives other offices', (name) => setOffices(deps, name, ['SULSEL-BAP', 'PAPUA-SETDA']), { change: 'offices' }],
  ['ends the sessions', (name) => endSessions(deps, name), { change: 'sessions_ended' }],
];

describe('every session of a person', () => {
  it.each(CHANGES)(
    'ends at once where an admin %s, and the log says so without a name',
    async (_what, change, details) => {
      const open = [await callAs(fixture.app, username), await callAs(fixture.app, username)];
      expect(await Promise.all(open.map(statusOf))).toEqual([200, 200]);
      await change(username);
      expect(await Promise.all(open.map(statusOf))).toEqual([401, 401]);
      const { user } = (await fixture.storage.users.findUserByUsername(username))!;
      expect(await fixture.storage.users.listSessions(NOW, user.id)).toEqual([]);
      const entry = await lastEntry();
      expect(entry).toMatchObject({ action: 'user_changed', subject: user.id, actor: 'system:test', details });
      expect(JSON.stringify(entry)).not.toContain(username);
    },
  );

  it.each(CHANGES)('is not opened by a log-in under way while an admin %s', async (_what, change) => {
    const { users } = fixture.storage;
    const before = (await users.findUserByUsername(username))!;
    await change(username);
    const late = { tokenHash: `t-${username}`, userId: before.user.id, csrfToken: 'c', openedAt: NOW };
    const { sessionEpoch } = before;
    await users.saveSession({ ...late, expiresAt: new Date(NOW.getTime() + 3_600_000), sessionEpoch });
    expect(await users.findSession(late.tokenHash, NOW)).toBeUndefined();
  });

  it('stays, and so does the person, where the change cannot be logged', async () => {
    const caller = await callAs(fixture.app, username);
    const before = await fixture.storage.users.listUsers();
    const silent: ChangeUserDeps = {
      ...deps,
      audit: { appendEntry: () => Promise.reject(new Error('log is broken')) },
    };
    const lastAdmin = { evenLastAdmin: false };
    for (const change of [
      () => disableUser(silent, username, lastAdmin),
      () => setPassword(silent, username, NEW_PASSWORD),
      () => setRole(silent, username, { role: 'auditor', ...lastAdmin }),
      () => setOffices(silent, username, []),
      () => endSessions(silent, username),
      () =>
        createUser(silent, {
          username: 'tanpa-catatan',
          displayName: 'X',
          role: 'auditor',
          officeCodes: [],
          password: PASSWORD,
        }),
    ]) {
      await expect(change()).rejects.toThrow('log is broken');
    }
    expect(await fixture.storage.users.listUsers()).toEqual(before);
    expect([await statusOf(caller), (await logIn(PASSWORD)).statusCode]).toEqual([200, 200]);
  });

  it('is left alone where nothing was changed', async () => {
    const caller = await callAs(fixture.app, username);
    const before = (await lastEntry()).seq;
    const same = { role: 'reviewer', evenLastAdmin: false } as const;
    expect(await setRole(deps, username, same)).toMatchObject({ isChanged: false });
    expect(await setOffices(deps, username, ['SBY'])).toMatchObject({ isChanged: false });
    expect(await enableUser(deps, username)).toMatchObject({ isChanged: false });
    expect([await statusOf(caller), (await lastEntry()).seq]).toEqual([200, before]);
  });
});

describe('an account', () => {
  it('that is closed lets nobody in, with the right password either, until it is opened again', async () => {
    await disableUser(deps, username, { evenLastAdmin: false });
    expect((await logIn(PASSWORD)).statusCode).toBe(401);
    await enableUser(deps, username);
    expect((await logIn(PASSWORD)).statusCode).toBe(200);
  });

  it('with a new password knows the old one no more', async () => {
    await setPassword(deps, username, NEW_PASSWORD);
    expect([(await logIn(PASSWORD)).statusCode, (await logIn(NEW_PASSWORD)).statusCode]).toEqual([401, 200]);
  });

  it('is not given an office that does not exist', async () => {
    await expect(create({ username: 'baru', officeCodes: ['TIDAK-ADA'] })).rejects.toThrow('OPD "TIDAK-ADA" tidak ada');
    await expect(setOffices(deps, username, ['SBY', 'TIDAK-ADA'])).rejects.toThrow('OPD "TIDAK-ADA" tidak ada');
    expect((await fixture.storage.users.findUserByUsername(username))!.user.officeCodes).toEqual(['SBY']);
  });

  it('of the last admin is neither closed nor given another role without saying so', async () => {
    const kept = { evenLastAdmin: false };
    await create({ username: 'admin-dua', role: 'admin', officeCodes: [] });
    await disableUser(deps, 'admin', kept);
    await expect(disableUser(deps, 'admin-dua', kept)).rejects.toMatchObject({
      message: '"admin-dua" adalah admin aktif terakhir.',
      hint: expect.stringContaining('--last-admin'),
    });
    await expect(setRole(deps, 'admin-dua', { role: 'auditor', ...kept })).rejects.toThrow('admin aktif terakhir');
    expect(await setRole(deps, 'admin-dua', { role: 'auditor', evenLastAdmin: true })).toMatchObject({
      isChanged: true,
    });
    await enableUser(deps, 'admin');
  });

  it('that nobody has is named, with where to look', async () => {
    await expect(endSessions(deps, 'siapa')).rejects.toMatchObject({ name: 'NotFoundError', hint: /netra user list/ });
  });
});

describe('a password', () => {
  const COMMON = [
    '123456789012',
    'passwordpassword',
    'qwertyuiop12',
    'P@ssw0rd1234',
    'aaaaaaaaaaaa',
    'abcdefghijkl',
    'indonesia1945',
    'rahasia12345',
    'jakarta12345',
    '19800101200501',
    'netranetranetra',
    'orang-contoh-1',
  ];

  it.each(COMMON)('that guessers try first is refused for whatever role: %s', async (password) => {
    for (const role of [ROLES[0]!, 'admin'] as const) {
      await expect(create({ username: 'umum', password, role })).rejects.toThrow('terlalu mudah ditebak');
    }
    await expect(setPassword(deps, username, password)).rejects.toThrow('terlalu mudah ditebak');
    expect(await fixture.storage.users.findUserByUsername('umum')).toBeUndefined();
  });

  it('is refused where it is too short or too long to be one', async () => {
    for (const password of ['', 'kelapa muda', 'x'.repeat(201)]) {
      await expect(setPassword(deps, username, password)).rejects.toThrow('12 sampai 200 karakter');
    }
  });

  it.each(['kucing makan ikan', NEW_PASSWORD, 'Yp7#kd0w_2Lq'])('that nobody guesses is taken: %s', async (password) => {
    await setPassword(deps, username, password);
    expect((await logIn(password)).statusCode).toBe(200);
  });
});

describe('netra user', () => {
  const run = (args: string[], input = '') => {
    const { mongodbUri, redisUrl } = testServices();
    const uri = new URL(mongodbUri);
    uri.pathname = `/${fixture.databaseName}`;
    const env = { MONGODB_URI: uri.href, REDIS_URL: redisUrl, NETRA_DATA_DIR: fixture.evidenceDir };
    const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
    const keys = { NETRA_HASH_KEY: key(1), NETRA_FIELD_KEY: key(2), NETRA_AUDIT_KEY: key(3) };
    return runNetra(['user', ...args], { env: { ...env, ...keys }, input });
  };

  it('creates, lists, logs out and closes, and the running console knows at once', async () => {
    const weak = await run(['create', 'lewat-cli', '--name', 'Contoh', '--role', 'admin'], '123456789012\n');
    expect([weak.exitCode, weak.stderr]).toEqual([1, expect.stringContaining('terlalu mudah ditebak')]);
    const args = ['create', 'lewat-cli', '--name', 'Contoh Orang', '--role', 'reviewer', '--office', 'SBY'];
    expect(await run(args, `${PASSWORD}\n`)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('dibuat') });
    const caller = await callAs(fixture.app, 'lewat-cli');
    const list = (await run(['list', '--json'])).stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(list.find((row) => row.username === 'lewat-cli')).toMatchObject({
      role: 'reviewer',
      isActive: true,
      sessions: 1,
    });
    const sessions = await run(['sessions', 'lewat-cli']);
    expect(sessions.stdout).toContain('lewat-cli');
    expect(sessions.stdout).not.toContain(caller.csrfToken);
    expect((await run(['disable', 'lewat-cli'])).stdout).toContain('1 sesi berakhir.');
    expect(await statusOf(caller)).toBe(401);
    expect((await run(['office', 'lewat-cli'])).exitCode).toBe(1);
    expect((await run(['role', 'lewat-cli', 'raja'])).stderr).toContain('Peran "raja" tidak dikenal');
  });
});
