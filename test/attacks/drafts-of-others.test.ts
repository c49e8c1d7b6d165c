import { type Connection, createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from '../console/console-fixture.js';
import { ACTS, NOW } from '../console/sample.js';
import { testServices } from '../support/test-services.js';

// Whoever may see the same flag, or reads the database or the log, tries to read what somebody has typed and not given.

const [CALL, QUOTE, HOSTILE, REPLY] = ACTS.map((act) => act.id) as [string, string, string, string];
const SECRET = 'Ragu, tanyakan dulu kepada Bu Contoh (karangan).';
const READERS = ['reviewer2', 'reviewer-sulsel', 'supervisor', 'supervisor2', 'sekda', 'analyst', 'auditor', 'admin'];

let fixture: ConsoleFixture;
let database: Connection;
const callers: Record<string, Caller> = {};
const drafts = () => database.collection<{ _id: string; sealed: string; expireAt: Date }>('drafts');

beforeAll(async () => {
  fixture = await startConsoleFixture();
  database = await createConnection(testServices().mongodbUri, { dbName: fixture.databaseName }).asPromise();
  for (const name of ['reviewer', ...READERS]) callers[name] = await callAs(fixture.app, name);
});
afterAll(async () => {
  await database.close();
  await fixture.close();
});

interface Given {
  readonly reason?: string;
  readonly typedMsAgo?: number;
  readonly basedOn?: string | null;
  readonly ownReviews?: number;
  readonly by?: string;
}

async function type(id: string, { by = 'reviewer', ...given }: Given = {}) {
  const body = { verdict: 'dismissed', reason: SECRET, weighed: [], ownReviews: 0, typedMsAgo: 0, basedOn: null };
  const answer = await callers[by]!.post(`/api/flags/${id}/draft`, { ...body, ...given });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
const read = async (id: string, by = 'reviewer') => (await callers[by]!.get(`/api/flags/${id}/draft`)).json().draft;
const decide = async (id: string, verdict: string) => {
  const { version } = (await fixture.storage.flags.findFlag(id))!;
  const body = { verdict, reason: 'Contoh.', weighed: [], seenVersion: version };
  expect((await callers.reviewer!.post(`/api/flags/${id}/verdict`, body)).statusCode).toBe(200);
};

describe('a draft', () => {
  it('is shown to its person on any device and to nobody else, by no route, whoever may see the flag', async () => {
    await type(CALL);
    expect(await read(CALL)).toMatchObject({ verdict: 'dismissed', reason: SECRET });
    callers.again = await callAs(fixture.app, 'reviewer');
    expect((await read(CALL, 'again')).reason).toBe(SECRET);
    for (const name of READERS) {
      for (const url of [`/api/flags/${CALL}/draft`, `/api/flags/${CALL}`, '/api/flags', '/api/second-reviews']) {
        const { body } = await callers[name]!.get(url);
        expect(body, `${name} ${url}`).not.toContain(SECRET);
      }
    }
    expect(await read(CALL, 'reviewer2')).toBeNull();
    expect((await callers['reviewer-sulsel']!.get(`/api/flags/${CALL}/draft`)).statusCode).toBe(404);
    await type(CALL, { by: 'reviewer2', reason: 'Milik yang lain (contoh).' });
    expect((await read(CALL)).reason).toBe(SECRET);
  });

  it('lies sealed in the database, opens for nobody it was moved to, and goes by itself', async () => {
    await type(QUOTE);
    const { id } = (await fixture.storage.users.findUserByUsername('reviewer2'))!.user;
    const stored = (await drafts().find().toArray()).find(({ _id }) => _id.endsWith(QUOTE))!;
    expect(JSON.stringify(stored)).not.toMatch(/Ragu|dismissed/);
    expect(stored.expireAt.getTime() - NOW.getTime()).toBe(14 * 86_400_000);
    const { _id, ...moved } = stored;
    await drafts().insertOne({ ...moved, _id: `${id} ${QUOTE}` });
    expect(await read(QUOTE, 'reviewer2')).toBeNull();
    const indexes = await drafts().indexes();
    expect(indexes.find(({ name }) => name === 'expiry')).toMatchObject({ expireAfterSeconds: 0 });
  });

  it('is in no entry of the log, not even that there is one', async () => {
    const before = await fixture.storage.audit.listEntries({ limit: 1 });
    await type(HOSTILE);
    await read(HOSTILE);
    expect(await fixture.storage.audit.listEntries({ limit: 1 })).toEqual(before);
  });

  it('gives way to newer typing alone, however late that arrives, and what gave way is handed back', async () => {
    const first = await type(REPLY, { reason: 'pertama', typedMsAgo: 5_000 });
    const late = await type(REPLY, { reason: 'lebih tua', typedMsAgo: 60_000 });
    expect(late).toMatchObject({ isKept: false, draft: { reason: 'pertama' }, replaced: null });
    const other = await type(REPLY, { reason: 'dari tab lain', typedMsAgo: 10 });
    expect(other).toMatchObject({ isKept: true, replaced: { reason: 'pertama' } });
    // On a slow line: it was typed with the other in sight, so it is newer than that one.
    const slow = { reason: 'lanjutannya', typedMsAgo: 9_000, basedOn: other.draft.typedAt };
    expect(await type(REPLY, slow)).toMatchObject({ isKept: true, draft: { reason: 'lanjutannya' }, replaced: null });
    expect(first.replaced).toBeNull();
  });

  it('is removed by the verdict, and a save that was on its way does not bring it back', async () => {
    await type(REPLY);
    await decide(REPLY, 'needs_context');
    const own = (await drafts().find().toArray()).filter(({ _id }) => _id.endsWith(REPLY));
    expect(own).toEqual([]);
    expect(await type(REPLY)).toMatchObject({ draft: null });
    expect((await drafts().find().toArray()).filter(({ _id }) => _id.endsWith(REPLY))).toEqual([]);
    // A second look at the same flag has a draft of its own.
    expect(await type(REPLY, { reason: 'kedua', ownReviews: 1 })).toMatchObject({ draft: { reason: 'kedua' } });
  });

  it.each([{ reason: 'x'.repeat(4001) }, { typedMsAgo: -1 }, { basedOn: 'kemarin' }, { reason: { $gt: '' } }])(
    'is refused where it is none: %o',
    async (body) => {
      const whole = { verdict: null, reason: '', weighed: [], ownReviews: 0, typedMsAgo: 0, basedOn: null, ...body };
      expect((await callers.reviewer!.post(`/api/flags/${CALL}/draft`, whole)).statusCode).toBe(400);
    },
  );
});

describe('what one holds', () => {
  it('is listed once more on its own and handed out first, also to somebody with two open tabs', async () => {
    await callers.reviewer!.post(`/api/flags/${QUOTE}/claim`);
    const { mine } = (await callers.reviewer!.get('/api/flags')).json();
    expect(mine.map(({ id }: { id: string }) => id)).toEqual([QUOTE]);
    expect((await callers.reviewer2!.get('/api/flags')).json().mine).toEqual([]);
    expect((await callers.reviewer!.post('/api/flags/next')).json().id).toBe(QUOTE);
    expect((await callers.reviewer!.post('/api/flags/next', { after: QUOTE })).json().id).not.toBe(QUOTE);
  });
});
