import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ACCESS, isAllowed } from '../../src/console/access/access.js';
import { ensureUsers } from '../../src/console/access/create-user.js';
import { isBoundToOffices, ROLES, type Role } from '../../src/domain/abilities.js';
import { bringReport } from '../../src/intake/reports/bring-report.js';
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
/** What changes with whose thing it is. */
const OWN_BODIES: Readonly<Record<string, (account: number) => object>> = {
  'POST /api/reports/:id/step': (n) => ({ to: 'identified', accountId: fixture.accountIds[n], seenVersion: 1 }),
  'POST /api/reports/:id/message': () => ({ id: randomUUID(), text: 'Contoh.' }),
  'POST /api/reports/:id/decision': () => ({ outcome: 'not_true', reason: 'Contoh.', seenVersion: 1 }),
  'POST /api/templates/:id': (n) => ({
    ...{ office: ACCOUNTS[n]!.officeCode, verdict: 'dismissed', rule: null, text: 'Contoh.' },
  }),
  'POST /api/templates/:id/remove': () => ({}),
};
const QUERIES: Readonly<Record<string, string>> = { 'GET /api/flags/:id/dossier': '?format=pdf' };
/** What belongs to an office, by where its routes begin: one of each account, by its place. */
const THINGS: Readonly<Record<string, (account: number) => Promise<string>>> = {
  '/api/flags/:id': async (n) => flagOf(n),
  '/api/registry/:id': async (n) => fixture.accountIds[n]!,
  '/api/reports/:id': async (n) => reports[n]!,
  // A new one each time: what is removed is there no more.
  '/api/templates/:id': async (n) => {
    const id = randomUUID();
    const template = { id, officeCode: ACCOUNTS[n]!.officeCode, verdict: 'dismissed', text: 'Contoh.' } as const;
    await fixture.storage.templates.addTemplate(template, { by: 'system:test', at: NOW });
    return id;
  },
};
/** Of a report: a file and a pack have to be there, and a reporter's name is for the keeper of the key alone, of every office. */
const PARTS_OF_REPORTS = /reports\/:id\/(files|link|identity)/;
const LISTS = [
  '/api/flags',
  '/api/decisions',
  '/api/registry',
  '/api/coverage',
  '/api/search?q=contoh',
  '/api/accounts?text=contoh',
  '/api/reports',
  '/api/templates',
  '/api/views',
  '/api/questions',
  '/api/agreement',
  '/api/golden',
];

let fixture: ConsoleFixture;
const reports: string[] = [];
const flagOf = (account: number) => `flagtable${String(account).padStart(15, '0')}`;

beforeAll(async () => {
  fixture = await startConsoleFixture({ acts: [] });
  for (const account of ACCOUNTS.keys()) {
    const matches = [match('call-to-vote', [])];
    await fixture.addAct({ id: flagOf(account), account, kind: 'post', text: 'Contoh.', hoursAgo: 2, matches });
    reports.push(await aReport(account));
  }
});
afterAll(() => fixture.close());

/** Brought by the public, and tied to its account by somebody of that office. */
async function aReport(account: number): Promise<string> {
  const brought = { door: 'public', channel: 'public', broughtAt: NOW, who: { name: 'Contoh' }, files: [] } as const;
  const act = { story: 'Contoh.', seenAt: NOW };
  const deps = { ...fixture.storage, enqueueLooks: async () => {} };
  const { report } = await bringReport(deps, { ...brought, id: randomUUID(), act });
  const { officeCode } = ACCOUNTS[account]!;
  const by = await callAs(fixture.app, officeCode.startsWith('SULSEL') ? 'reviewer-sulsel' : 'reviewer');
  const tied = { to: 'identified', accountId: fixture.accountIds[account], seenVersion: 1 };
  const { statusCode } = await by.post(`/api/reports/${report.id}/step`, tied);
  expect(statusCode).toBe(200);
  return report.id;
}

/** One person of this role for this office alone; whoever is not bound to offices sees what they may of every one. */
async function personOf(role: Role, office: string): Promise<Caller> {
  const username = `${role.replace('_', '-')}-${office.toLowerCase()}`;
  const { users, audit, offices } = fixture.storage;
  const officeCodes = isBoundToOffices(role) ? [office] : [];
  const drafts = [{ username, displayName: `${username} (contoh)`, role, officeCodes, password: PASSWORD }];
  await ensureUsers({ users, audit, offices, clock: () => NOW, actor: 'system:test' }, drafts);
  return callAs(fixture.app, username);
}

const thingOf = (name: string) => Object.keys(THINGS).find((start) => name.split(' ')[1]!.startsWith(start));
const routes = Object.keys(ACCESS).filter((name) => thingOf(name) !== undefined && !PARTS_OF_REPORTS.test(name));

/** What a route answers somebody who asks for a thing of each account. */
async function answersOf(person: Caller, name: string) {
  const [method, path = ''] = name.split(' ');
  return Promise.all(
    ACCOUNTS.map(async ({ officeCode }, i) => {
      const id = await THINGS[thingOf(name)!]!(i);
      const url = `${path.replace(':id', id).replace(':name', 'text.txt')}${QUERIES[name] ?? ''}`;
      const answer =
        method === 'GET' ? await person.get(url) : await person.post(url, OWN_BODIES[name]?.(i) ?? BODIES[name]);
      return { officeCode, status: answer.statusCode };
    }),
  );
}

it('has a body for every route that changes something', () => {
  expect(routes.filter((name) => name.startsWith('POST')).sort()).toEqual(
    [...Object.keys(BODIES), ...Object.keys(OWN_BODIES)].sort(),
  );
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
