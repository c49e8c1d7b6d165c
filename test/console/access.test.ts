import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS, isAllowed } from '../../src/console/access/access.js';
import { ABILITIES, abilitiesOf, ROLES, type Role } from '../../src/domain/abilities.js';
import { type Caller, CLOSED_OPEN_ID, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';

let fixture: ConsoleFixture;
const callers = new Map<string, Caller>();

beforeAll(async () => {
  fixture = await startConsoleFixture({ openId: CLOSED_OPEN_ID });
  callers.set('anonymous', await callAs(fixture.app));
  for (const role of ROLES) callers.set(role, await callAs(fixture.app, role));
});
afterAll(() => fixture.close());

/** An address that reaches the handler, whatever it then answers. */
function addressOf(path: string): string {
  return path.replace(':id', 'nosuchflag').replace(':name', 'text.txt').replace('*', 'nosuchfile.js');
}

describe('access by role', () => {
  it('has a line in the table for every registered route, and no line for a route that is not there', () => {
    const optional = ['GET /assets/*', 'GET /lapor/*'];
    const registered = new Set(fixture.app.consoleRoutes.map((name) => name.replace(/^HEAD /, 'GET ')));
    for (const name of registered) expect(Object.keys(ACCESS)).toContain(name);
    expect(Object.keys(ACCESS).filter((n) => !registered.has(n) && !optional.includes(n))).toEqual([]);
  });

  it('gives every ability to some role and some route, and no role an ability twice', () => {
    const asked = new Set<string>(Object.values(ACCESS));
    expect(ABILITIES.filter((ability) => !asked.has(ability))).toEqual([]);
    const given = ROLES.flatMap((role) => abilitiesOf(role).map((ability) => `${role} ${ability}`));
    expect(new Set(given).size).toBe(given.length);
    expect(ABILITIES.filter((ability) => !ROLES.some((role) => abilitiesOf(role).includes(ability)))).toEqual([]);
  });

  it('tells each person what they may do, by the same table', async () => {
    for (const role of ROLES) {
      const me = (await callers.get(role)!.get('/api/me')).json();
      expect(me).toMatchObject({ role, abilities: abilitiesOf(role) });
    }
  });

  it('keeps the API page behind log-in, with and without the last slash', async () => {
    for (const url of ['/api/docs', '/api/docs/', '/api/docs/json']) {
      expect((await callers.get('anonymous')!.get(url)).statusCode).toBe(401);
      expect((await callers.get('analyst')!.get(url)).statusCode).toBe(200);
    }
    const { paths } = (await callers.get('analyst')!.get('/api/docs/json')).json();
    expect(Object.keys(paths)).toContain('/api/flags/{id}/verdict');
  });

  it('refuses to register a route that the table does not name', async () => {
    const { default: Fastify } = await import('fastify');
    const { installAccessControl } = await import('../../src/console/access/session.js');
    const app = Fastify();
    const clock = () => new Date();
    const options = { ...fixture.storage, clock, publicUrl: 'http://localhost', sessionHours: 1 };
    installAccessControl(app, { ...options, isSecure: false, secondStepRoles: [] });
    expect(() => app.get('/api/forgotten', async () => 'open')).toThrow('is not in src/console/access/access.ts');
  });

  it.each(['anonymous', ...ROLES])('opens to %s exactly what the table says', async (role) => {
    const caller = callers.get(role)!;
    for (const [name, access] of Object.entries(ACCESS)) {
      if (name === 'POST /api/logout') continue;
      const [method, path] = name.split(' ') as [string, string];
      const url = addressOf(path);
      const { statusCode } = method === 'GET' ? await caller.get(url) : await caller.post(url);
      const isOpen = access === 'anyone' || (role !== 'anonymous' && isAllowed(access, { role: role as Role }));
      const seen = { name, isRefused: name !== 'POST /api/login' && (statusCode === 401 || statusCode === 403) };
      expect(seen, `${name} as ${role}: ${statusCode}`).toEqual({ name, isRefused: !isOpen });
      if (!isOpen) expect(statusCode).toBe(role === 'anonymous' ? 401 : 403);
    }
  });

  it.each(['anonymous', ...ROLES])('lets %s log out only from an own session', async (role) => {
    const caller = role === 'anonymous' ? await callAs(fixture.app) : await callAs(fixture.app, role);
    expect((await caller.post('/api/logout')).statusCode).toBe(role === 'anonymous' ? 401 : 204);
    expect((await caller.get('/api/me')).statusCode).toBe(401);
  });

  it('answers unknown addresses of the API with 404 in words, for anybody', async () => {
    for (const caller of callers.values()) {
      const answer = await caller.get('/api/nosuch');
      expect(answer.statusCode).toBe(404);
      expect(answer.json()).toMatchObject({ error: { code: 'not_found', message: 'Tidak ditemukan.' } });
    }
  });
});
