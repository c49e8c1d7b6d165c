import { afterAll, beforeAll, expect, it } from 'vitest';
import { ACCESS, isAllowed } from '../../src/console/access/access.js';
import { ensureUsers } from '../../src/console/access/create-user.js';
import { isBoundToOffices, ROLES, type Role } from '../../src/domain/abilities.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { ACCOUNTS, match, NOW, OFFICES, PASSWORD } from './sample.js';

/** A body that the route takes, so that what it answers is about whose the thing is. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /api/flags/:id/claim': {},
  'POST /api/flags/:id/renew': {},
  'POST /api/flags/:id/release': {},
  'POST /api/flags/:id/leave': { tab: 'a'.repeat(16) },
  'POST /api/flags/:id/verdict': { verdict: 'dismissed', reason: 'Contoh.', weighed: [], seenVersion: 2 },
  'POST /api/flags/:id/same/verdict': {
    ...{ verdict: 'dismissed', reason: 'Contoh.', weighed: [], flags: [{ id: 'nosuchflag', seenVersion: 2 }] },
  },
  'POST /api/flags/:id/undo': {},
  'POST /api/flags/:id/settle': {},
  'POST /api/flags/:id/draft': {
    ...{ verdict: null, reason: 'Contoh.', weighed: [], asked: null, ownReviews: 0, typedMsAgo: 0, basedOn: null },
  },
  'POST /api/flags/:id/assign': { to: null },
  'POST /api/flags/:id/take': { isMine: true },
  'POST /api/flags/:id/golden': { isGolden: false },
  'POST /api/flags/:id/remarks': { id: 'b'.repeat(24), text: 'Contoh.' },
};
const QUERIES: Readonly<Record<string, string>> = { 'GET /api/flags/:id/dossier': '?format=pdf' };
/** What belongs to an office, by where its routes begin. */
const THINGS = ['/api/flags/:id', '/api/registry/:id'] as const;
const LISTS = [
  '/api/flags',
  '/api/decisions',
  '/api/registry',
  '/api/coverage',
  '/api/search?q=contoh',
  '/api/accounts?text=contoh',
];

let fixture: ConsoleFixture;
const flagOf = (account: number) => `flagtable${String(account).padStart(15, '0')}`;

beforeAll(async () => {
  fixture = await startConsoleFixture({ acts: [] });
  for (const account of ACCOUNTS.keys()) {
    const matches = [match('call-to-vote', [])];
    await fixture.addAct({ id: flagOf(account), account, kind: 'post', text: 'Contoh.', hoursAgo: 2, matches });
  }
});
afterAll(() => fixture.close());

/** One person of this role for this office alone; whoever is not bound to offices sees what they may of every one. */
async function personOf(role: Role, office: string): Promise<Caller> {
  const username = `${role.replace('_', '-')}-${office.toLowerCase()}`;
  const { users, audit, offices } = fixture.storage;
  const officeCodes = isBoundToOffices(role) ? [office] : [];
  const drafts = [{ username, displayName: `${username} (contoh)`, role, officeCodes, password: PASSWORD }];
  await ensureUsers({ users, audit, offices, clock: () => NOW, actor: 'system:test' }, drafts);
  return callAs(fixture.app, username);
}

const routes = Object.keys(ACCESS).filter((name) => THINGS.some((thing) => name.split(' ')[1]!.startsWith(thing)));

/** What a route answers somebody who asks for a thing of each account. */
async function answersOf(person: Caller, name: string) {
  const [method, path = ''] = name.split(' ');
  return Promise.all(
    ACCOUNTS.map(async ({ officeCode }, i) => {
      const id = path.startsWith('/api/flags/') ? flagOf(i) : fixture.accountIds[i]!;
      const url = `${path.replace(':id', id).replace(':name', 'text.txt')}${QUERIES[name] ?? ''}`;
      const answer = method === 'GET' ? await person.get(url) : await person.post(url, BODIES[name]);
      return { officeCode, status: answer.statusCode };
    }),
  );
}

it('has a body for every route that changes something', () => {
  expect(routes.filter((name) => name.startsWith('POST')).sort()).toEqual(Object.keys(BODIES).sort());
});

/** Reach hangs on the person and not on the role: who may most is asked for of every office, others of one with a child. */
const officesOf = (role: Role) => (role === 'supervisor' ? OFFICES : OFFICES.slice(1, 2));

it.each(ROLES)(
  'opens to %s what that role may ask for in the own office and below, and nothing elsewhere',
  async (role) => {
    const wrong: string[] = [];
    for (const { code } of officesOf(role)) {
      const person = await personOf(role, code);
      const reach = isBoundToOffices(role)
        ? await fixture.storage.offices.withDescendants([code])
        : OFFICES.map((office) => office.code);
      for (const name of routes) {
        const access = ACCESS[name]!;
        const may = access !== 'anyone' && isAllowed(access, { role });
        for (const { officeCode, status } of await answersOf(person, name)) {
          const isThere = reach.includes(officeCode);
          const isRight = !may ? status === 403 : isThere ? status !== 403 && status !== 404 : status === 404;
          if (!isRight) wrong.push(`${name} of ${officeCode} as ${role} of ${code}: ${status}`);
        }
      }
      const others = OFFICES.filter((office) => !reach.includes(office.code));
      for (const list of LISTS) {
        const { body } = await person.get(list);
        for (const { name } of others) if (body.includes(name)) wrong.push(`${list} as ${role} of ${code}: ${name}`);
      }
    }
    expect(wrong).toEqual([]);
  },
);
