import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testServices } from '../support/test-services.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { match, spanOf } from './sample.js';

const NAMES = ['reviewer', 'reviewer2', 'reviewer-sulsel', 'supervisor', 'supervisor2', 'sekda', 'auditor'];
let fixture: ConsoleFixture;
const callers: Record<string, Caller> = {};
let made = 0;

beforeAll(async () => {
  fixture = await startConsoleFixture({ acts: [], calibrateEvery: 1 });
  for (const name of NAMES) callers[name] = await callAs(fixture.app, name);
});
afterAll(() => fixture.close());

async function aFlag({ account = 0, clears = [] as string[] } = {}): Promise<string> {
  made += 1;
  const id = `flaggolden${String(made).padStart(14, '0')}`;
  const text = `Dukung Tirta-Kemuning nomor 1, nomor ${made} (contoh)`;
  const matches = [match('own-support', [spanOf(text, 'Dukung', 'kata dukungan')])];
  const cleared = clears.map((reason) => ({ reason, spans: [] }));
  await fixture.addAct({ id, account, kind: 'post', text, hoursAgo: 400 - made, matches, cleared });
  return id;
}
const stored = async (id: string) => (await fixture.storage.flags.findFlag(id))!;
const get = async (url: string, by = 'reviewer') => (await callers[by]!.get(url)).json();
const post = (url: string, body: object, by = 'reviewer') => callers[by]!.post(url, body);
async function decide(id: string, by: string, { verdict, weighed = [] }: { verdict: string; weighed?: string[] }) {
  const body = {
    verdict,
    reason: `Alasan ${by} (contoh).`,
    weighed,
    seenVersion: (await get(`/api/flags/${id}`, by)).version,
  };
  const answer = await post(`/api/flags/${id}/verdict`, body, by);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
/** Decided alike by reviewer2 and a supervisor, and made golden by the other one. */
async function aGolden(verdict = 'confirmed', given: Parameters<typeof aFlag>[0] = {}): Promise<string> {
  const id = await aFlag(given);
  for (const by of ['reviewer2', 'supervisor']) await decide(id, by, { verdict, weighed: given?.clears });
  expect((await post(`/api/flags/${id}/golden`, { isGolden: true }, 'supervisor2')).json().golden).toEqual({
    isGolden: true,
  });
  return id;
}
const end = (id: string) => post(`/api/flags/${id}/golden`, { isGolden: false }, 'supervisor2');
const next = async (after: string | undefined, by = 'reviewer', more: object = {}) =>
  (await post('/api/flags/next', { after, ...more }, by)).json().id as string | null;
const entries = async (limit = 12) => fixture.storage.audit.listEntries({ limit });

/** Everything that is stored but sessions, the log, and what is asked and typed, to be compared. */
async function everythingElse(): Promise<string> {
  const raw = await createConnection(testServices().mongodbUri, { dbName: fixture.databaseName }).asPromise();
  const left = ['sessions', 'audit', 'audit_heads', 'audit_waiting', 'calibrations', 'drafts', 'users'];
  const all: unknown[] = [];
  for (const { name } of await raw.db!.listCollections().toArray())
    if (!left.includes(name)) all.push([name, await raw.collection(name).find().sort({ _id: 1 }).toArray()]);
  await raw.close();
  return JSON.stringify(all.sort());
}

describe('the question of a golden flag', () => {
  it('comes in place of the next flag, cannot be told from one, and is explained once it is answered', async () => {
    const left = await aFlag();
    const golden = await aGolden('confirmed', { account: 1, clears: ['Kutipan ucapan orang lain'] });
    const before = await everythingElse();
    const id = (await next(left))!;
    expect([id === golden, id === left]).toEqual([false, false]);
    const page = await get(`/api/flags/${id}`);
    const real = await get(`/api/flags/${left}`);
    expect(Object.keys(page)).toEqual(Object.keys(real));
    for (const same of [
      'state',
      'version',
      'reviews',
      'hiddenReviews',
      'question',
      'remarks',
      'assigned',
      'ownStep',
      'canAssign',
      'pending',
      'canDecide',
      'canHandOver',
      'calibration',
      'golden',
    ])
      expect([same, page[same]]).toEqual([same, real[same]]);
    // The address of a sample act holds its id.
    expect(JSON.stringify({ ...page, content: null })).not.toContain(golden);
    expect(page.account.handle).toBe('lintang.contoh.test');
    // All that its page asks for.
    expect((await post(`/api/flags/${id}/claim`, { tab: 'a'.repeat(16) })).json().claim).toMatchObject({
      isMine: true,
    });
    expect((await post(`/api/flags/${id}/renew`, { tab: 'a'.repeat(16) })).statusCode).toBe(200);
    expect((await get('/api/flags')).mine.map((item: { id: string }) => item.id)).toContain(id);
    for (const part of [
      'evidence',
      'evidence/text.txt',
      'family',
      'same',
      'templates',
      'colleagues',
      'reports',
      'draft',
    ])
      expect([part, (await callers.reviewer!.get(`/api/flags/${id}/${part}`)).statusCode]).toEqual([part, 200]);
    const typed = {
      verdict: null,
      reason: 'Ketik dulu',
      weighed: [],
      asked: null,
      ownReviews: 0,
      typedMsAgo: 0,
      basedOn: null,
    };
    await post(`/api/flags/${id}/draft`, typed);
    expect((await get(`/api/flags/${id}/draft`)).draft).toMatchObject({ reason: 'Ketik dulu' });
    const unweighed = { verdict: 'confirmed', reason: 'Contoh.', weighed: [], seenVersion: page.version };
    expect((await post(`/api/flags/${id}/verdict`, unweighed)).json().error.code).toBe('unweighed');

    const told = await decide(id, 'reviewer', { verdict: 'dismissed' });
    expect(told.calibration).toEqual({
      ...{ flagId: golden, said: 'dismissed', answer: 'confirmed' },
      reasons: ['Alasan reviewer2 (contoh).', 'Alasan supervisor (contoh).'],
    });
    expect(told).toMatchObject({ state: 'decided', canDecide: false, claim: null, reviews: [] });
    expect((await get(`/api/flags/${id}/draft`)).draft).toBeNull();
    // The first answer stands, and counts for nothing that is anybody's.
    expect((await decide(id, 'reviewer', { verdict: 'confirmed' })).calibration.said).toBe('dismissed');
    expect((await get('/api/flags')).mine).toEqual([]);
    expect(await everythingElse()).toBe(before);
    const said = (await entries(30)).filter(({ action }) => action.startsWith('calibration'));
    expect(said).toMatchObject([
      { action: 'calibration_answered', subject: id, details: { flag: golden } },
      { action: 'calibration_begun', subject: id, details: { flag: golden } },
    ]);
    expect(Object.keys(said[0]!.details)).toEqual(['flag']);
    expect((await fixture.storage.audit.verify()).ok).toBe(true);
    expect(await get('/api/me/calibrations')).toMatchObject({ answered: 1, agreed: 0, items: [{ flagId: golden }] });
    expect(await get('/api/me/calibrations', 'reviewer2')).toEqual({ answered: 0, agreed: 0, items: [] });
    await end(golden);
    await decide(left, 'reviewer', { verdict: 'dismissed' });
  });

  it('goes to nobody who decided or chose it, twice to nobody, not out of reach, nor to whoever asks for other work', async () => {
    const [left, open] = [await aFlag(), await aFlag()];
    const golden = await aGolden();
    const isAsked = async (by: string, more: object = {}, after = left) => {
      const id = await next(after, by, more);
      if (id === open) await post(`/api/flags/${open}/release`, {}, by);
      return id !== null && id !== open && id !== left;
    };
    for (const by of ['reviewer2', 'supervisor', 'supervisor2', 'reviewer-sulsel'])
      expect([by, await isAsked(by)]).toEqual([by, false]);
    for (const more of [
      { kind: 'like' },
      { due: 'overdue' },
      { held: 'mine' },
      { assigned: 'none' },
      { question: 'waiting' },
      { office: 'SBY-DISDIK' },
    ])
      expect([more, await isAsked('reviewer', more)]).toEqual([more, false]);
    // Whoever begins anew is not asked.
    expect(await next(undefined)).toBe(left);
    await post(`/api/flags/${left}/release`, {});
    const id = (await next(left))!;
    expect(await isAsked('reviewer', {}, id)).toBe(false);
    // Passed by, it comes again; answered, never.
    expect(await next(left)).toBe(id);
    for (const by of ['reviewer2', 'supervisor'])
      expect((await callers[by]!.get(`/api/flags/${id}`)).statusCode).toBe(404);
    await decide(id, 'reviewer', { verdict: 'needs_context' });
    expect(await isAsked('reviewer')).toBe(false);
    await end(golden);
    for (const one of [left, open]) await decide(one, 'reviewer', { verdict: 'dismissed' });
  });

  it('is left out where the account is disputed, and gone where its verdict is agreed no more', async () => {
    const left = await aFlag();
    const golden = await aGolden('confirmed', { account: 2 });
    const id = (await next(left))!;
    await end(golden);
    expect((await callers.reviewer!.get(`/api/flags/${id}`)).statusCode).toBe(404);
    const raw = await createConnection(testServices().mongodbUri, { dbName: fixture.databaseName }).asPromise();
    const [accounts, other] = [raw.collection('accounts'), await aGolden('confirmed', { account: 2 })];
    const account = { _id: fixture.accountIds[2] } as never;
    await accounts.updateOne(account, { $set: { proof: 'disputed' } });
    expect(await next(left)).toBeNull();
    await accounts.updateOne(account, { $set: { proof: 'proven' } });
    const again = (await next(left))!;
    await decide(other, 'supervisor2', { verdict: 'dismissed' });
    expect((await callers.reviewer!.get(`/api/flags/${again}`)).statusCode).toBe(404);
    expect((await get('/api/golden', 'supervisor')).items).toMatchObject([{ flagId: other, isToReadAgain: true }]);
    await raw.close();
    await end(other);
    await decide(left, 'reviewer', { verdict: 'dismissed' });
  });

  it('takes no remark, assignment or dossier: nothing of it reaches anybody', async () => {
    const left = await aFlag();
    const golden = await aGolden();
    const id = (await next(left))!;
    const ways: [string, object][] = [
      ['take', { isMine: true }],
      ['remarks', { id: 'b'.repeat(24), text: '@supervisor lihat (contoh)' }],
      ['undo', {}],
      ['settle', {}],
    ];
    for (const [way, body] of ways) {
      const answer = await post(`/api/flags/${id}/${way}`, body);
      expect([way, answer.json().error?.code]).toEqual([way, 'calibration_only']);
    }
    expect((await callers.reviewer!.get(`/api/flags/${id}/dossier?format=pdf`)).statusCode).toBe(409);
    const asked = { to: 'supervisor', day: '2024-10-09' };
    const body = { verdict: 'needs_context', reason: 'Contoh.', weighed: [], seenVersion: 2, asked };
    const before = await everythingElse();
    await post(`/api/flags/${id}/verdict`, body);
    expect(await everythingElse()).toBe(before);
    await end(golden);
    await decide(left, 'reviewer', { verdict: 'dismissed' });
  });
});

describe('a golden flag', () => {
  it('is made of what two people agreed on alone, by whoever adjudicates in its office, and leaves the flag as it was', async () => {
    const one = await aFlag();
    await decide(one, 'reviewer', { verdict: 'confirmed' });
    expect((await post(`/api/flags/${one}/golden`, { isGolden: true }, 'supervisor')).json().error.code).toBe(
      'not_golden',
    );
    for (const by of ['reviewer', 'sekda', 'auditor'])
      expect((await post(`/api/flags/${one}/golden`, { isGolden: true }, by)).statusCode).toBe(403);
    const golden = await aGolden();
    const flag = await stored(golden);
    await end(golden);
    await end(golden);
    expect(await stored(golden)).toEqual(flag);
    const changes = (await entries(20)).filter(
      ({ action, subject }) => action === 'golden_changed' && subject === golden,
    );
    expect(changes.map(({ details }) => details.change)).toEqual(['removed', 'created']);
    expect((await get(`/api/flags/${golden}`, 'supervisor')).golden).toEqual({ isGolden: false });
    expect((await get(`/api/flags/${golden}`)).golden).toBeNull();
  });

  it('shows agreement by rule and of all together, and of few people nothing; most against it ask for another look', async () => {
    const golden = await aGolden();
    const flag = await stored(golden);
    const ask = async (userId: string, said: 'confirmed' | 'dismissed', n: number) => {
      const id = `latihan-${userId}-${n}`;
      const flagId = n === 0 ? golden : `lain-${n}`;
      const at = new Date(flag.createdAt.getTime() + 3_600_000);
      const asked = {
        id,
        flagId,
        userId,
        officeCode: flag.officeCode,
        rules: ['own-support'],
        answer: 'confirmed',
        begunAt: at,
        heldUntil: at,
      } as const;
      await fixture.storage.calibrations.beginCalibration(asked);
      await fixture.storage.calibrations.answerCalibration(id, { said, by: userId, at });
    };
    await ask('a', 'dismissed', 0);
    await ask('b', 'dismissed', 0);
    const listed = async () =>
      (await get('/api/golden', 'supervisor')).items.find((item: { flagId: string }) => item.flagId === golden);
    expect(await listed()).toMatchObject({ answered: 2, agreed: null, isToReadAgain: false });
    await ask('c', 'confirmed', 0);
    expect(await listed()).toMatchObject({ answered: 3, agreed: 1, isToReadAgain: true, answer: 'confirmed' });
    for (let n = 1; n < 5; n += 1)
      for (const person of ['a', 'b', 'c']) await ask(person, n === 4 ? 'dismissed' : 'confirmed', n);
    const { golden: table } = await get('/api/agreement', 'supervisor');
    const counted = table.rules.find((rule: { id: string }) => rule.id === 'own-support');
    expect(counted).toMatchObject({ flags: table.whole.flags, agreed: table.whole.agreed });
    expect(counted.flags).toBeGreaterThanOrEqual(15);
    expect(JSON.stringify(table)).not.toMatch(/latihan|Sari|Bagus/);
    expect((await callers.reviewer!.get('/api/golden')).statusCode).toBe(403);
    expect((await get('/api/agreement', 'supervisor')).whole.flags).toBeGreaterThan(0);
    // Of another office's reach none of it.
    expect(
      (await get('/api/golden', 'supervisor')).items.every((item: { flagId: string }) =>
        item.flagId.startsWith('flaggolden'),
      ),
    ).toBe(true);
  });
});
