import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS, isAllowed } from '../../src/console/access/access.js';
import { ROLES } from '../../src/domain/abilities.js';
import {
  type Caller,
  CLOSED_OPEN_ID,
  type ConsoleFixture,
  callAs,
  startConsoleFixture,
} from '../console/console-fixture.js';
import { ACTS } from '../console/sample.js';

// Whoever types into the address bar, edits a saved link or sends what no page of ours would: never a 500, always words.

let fixture: ConsoleFixture;
const callers = new Map<string, Caller>();
beforeAll(async () => {
  fixture = await startConsoleFixture({ openId: CLOSED_OPEN_ID });
  for (const role of ROLES) callers.set(role, await callAs(fixture.app, role));
});
afterAll(() => fixture.close());

const VALUES = [
  '',
  ' ',
  '\0',
  '../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '{"$gt":""}',
  '[object Object]',
  '__proto__',
  'constructor',
  '9999999999999999.x',
  '8640000000000001.x',
  '1.1',
  '.',
  '~~~',
  'x~y~z~w',
  'x~~~flagcall',
  '1e400',
  '-1',
  '0',
  'NaN',
  '9007199254740993',
  '99999999999999999999',
  '2026-02-30',
  '0000-01-01',
  '9999-12-31',
  "'; db.dropDatabase(); '",
  '\u202e\ud83d\udca5\ufeff',
  'a'.repeat(5_000),
] as const;

const BODIES: readonly (string | Buffer)[] = [
  '',
  'null',
  '[]',
  '{}',
  '"teks"',
  '1e400',
  '{"after":{"$gt":""}}',
  '{"verdict":"confirmed","reason":{"$ne":1},"weighed":[],"seenVersion":1}',
  '{"verdict":"dismissed","reason":"x","weighed":["\\u0000"],"seenVersion":9007199254740993}',
  '{"verdict":"dismissed","reason":"\\ud800","weighed":[],"seenVersion":1e308}',
  '{"username":["a"],"password":{}}',
  '{"username":"\\u0000","password":"\\u0000"}',
  '{"__proto__":{"role":"admin"},"constructor":{"prototype":{}}}',
  '{"office":"\\u0000","kind":"post","order":"similar","after":"9999999999999999.x"}',
  `{"after":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
  '{"after":"x"',
  Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  'x'.repeat(70_000),
];

/** What each route says of itself that it may be asked: one that comes later is in it. */
async function queriesOf(name: string): Promise<string[]> {
  const [method, path] = name.split(' ') as [string, string];
  const { paths } = (await callers.get('analyst')!.get('/api/docs/json')).json();
  const told = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]?.parameters ?? [];
  return told.filter((one: { in: string }) => one.in === 'query').map((one: { name: string }) => one.name);
}

/** Somebody who gets past the door of a route. */
function callerFor(name: string): Caller {
  const access = ACCESS[name]!;
  const role = ROLES.find((own) => access === 'anyone' || isAllowed(access, { role: own }))!;
  return callers.get(role)!;
}

function expectWords(what: string, answer: { statusCode: number; body: string; headers: object }): void {
  expect(answer.statusCode, `${what}: ${answer.body.slice(0, 200)}`).toBeLessThan(500);
  if (answer.statusCode < 400) return;
  const { error } = JSON.parse(answer.body);
  expect(error, what).toEqual({ code: expect.any(String), message: expect.any(String), hint: expect.any(String) });
  expect(error.message.length * error.hint.length, what).toBeGreaterThan(0);
  expect(answer.body, what).not.toMatch(/\bat .*\.[jt]s\b|Mongo|Cast|Zod/);
}

/** What asks for nothing to be changed is asked in one go: each view is an entry of the log, and those go together. */
async function allAtOnce<T>(all: readonly T[], ask: (one: T) => Promise<void>): Promise<void> {
  await Promise.all(all.map(ask));
}

const ROUTES = Object.keys(ACCESS).filter((name) => name.includes('/api/') && name !== 'POST /api/logout');

describe('a route of the console', () => {
  it.each(ROUTES.filter((name) => name.includes(':')))('answers odd addresses in words: %s', async (name) => {
    const [method, path] = name.split(' ') as [string, string];
    const caller = callerFor(name);
    const addresses = VALUES.flatMap((value) =>
      path.match(/:\w+/g)!.map((hole) => {
        const rest = path.replace(hole, () => encodeURIComponent(value));
        return rest.replace(':id', ACTS[0]!.id).replace(':name', 'text.txt');
      }),
    );
    await allAtOnce(addresses, async (url) =>
      expectWords(`${method} ${url.slice(0, 80)}`, method === 'GET' ? await caller.get(url) : await caller.post(url)),
    );
  });

  it.each(ROUTES.filter((name) => name.startsWith('GET')))('answers odd questions in words: %s', async (name) => {
    const path = name.split(' ')[1]!.replace(':id', ACTS[0]!.id).replace(':name', 'text.txt');
    const caller = callerFor(name);
    for (const query of await queriesOf(name)) {
      const odd = VALUES.map((value) => `${query}=${encodeURIComponent(value)}`);
      const inOrder = name === 'GET /api/flags' && query === 'cursor' ? odd.map((text) => `order=similar&${text}`) : [];
      const malformed = [`${query}=1&${query}=2`, `${query}[$gt]=`, `${query}[]=x`, `${query}`, '%zz=1', '&&&=&'];
      await allAtOnce([...odd, ...inOrder, ...malformed], async (text) =>
        expectWords(`${path}?${text.slice(0, 80)}`, await caller.get(`${path}?${text}`)),
      );
    }
  });

  it.each(ROUTES.filter((name) => name.startsWith('POST')))('answers odd bodies in words: %s', async (name) => {
    const url = name.split(' ')[1]!.replace(':id', ACTS[0]!.id);
    const { cookie, csrfToken } = callerFor(name);
    const types = [
      'application/json',
      'text/plain',
      'application/json; charset=utf-16',
      'application/x-www-form-urlencoded',
    ];
    for (const [i, payload] of BODIES.entries()) {
      for (const type of i < 4 ? types : types.slice(0, 1)) {
        const headers = { cookie, 'x-netra-csrf': csrfToken, 'content-type': type };
        const from = `198.51.100.${i}`;
        const answer = await fixture.app.inject({ method: 'POST', url, payload, headers, remoteAddress: from });
        expectWords(`${name} ${type} ${payload.toString().slice(0, 60)}`, answer);
      }
    }
  });

  it.each(ROUTES)('answers odd methods and headers in words: %s', async (name) => {
    const [, path] = name.split(' ') as [string, string];
    const { cookie } = callerFor(name);
    const url = path.replace(':id', ACTS[0]!.id).replace(':name', 'text.txt').replace('*', 'x.js');
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const) {
      expectWords(`${method} ${url}`, await fixture.app.inject({ method, url, headers: { cookie } }));
    }
    const odd = { cookie: `${cookie}; netra=x; =; netra-browser=~~.~`, origin: 'null', 'accept-language': ',;q=,*' };
    expectWords(`odd headers ${url}`, await fixture.app.inject({ method: 'GET', url, headers: odd }));
    expectWords(
      `bad address ${url}`,
      await fixture.app.inject({ method: 'GET', url: `${url}%zz`, headers: { cookie } }),
    );
  });
});

describe('a saved place in a list that is none', () => {
  it.each(['9999999999999999.x', '8640000000000001.x', 'x', '%00', 'a b'])(
    'is named as the caller’s: %s',
    async (cursor) => {
      for (const path of ['/api/flags', '/api/second-reviews']) {
        const answer = await callers.get('supervisor')!.get(`${path}?cursor=${cursor}`);
        expect([400, 404]).toContain(answer.statusCode);
        expect(answer.json().error.hint).toMatch(/Muat ulang|antrean/);
      }
    },
  );
});

describe('a reason with half a character', () => {
  it('is sealed as the database keeps it, so that the log goes on to hold', async () => {
    const reviewer = callers.get('reviewer')!;
    const [{ id }] = (await reviewer.get('/api/flags?limit=1')).json().items;
    const { version, cleared } = (await reviewer.get(`/api/flags/${id}`)).json();
    const weighed = [...cleared.map(({ reason }: { reason: string }) => reason), 'setengah \ud800'];
    const body = { verdict: 'dismissed', reason: 'bukan paslon \ud83d itu', weighed, seenVersion: version };
    expect((await reviewer.post(`/api/flags/${id}/verdict`, body)).statusCode).toBe(200);
    expect(await fixture.storage.audit.verify()).toMatchObject({ ok: true, contradictionCount: 0 });
  });
});
