import { type Connection, createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { disableUser, enableUser, setRole } from '../../src/console/access/change-user.js';
import { returnUnanswerable } from '../../src/console/deciding/return-unanswerable.js';
import { settleAndTell } from '../../src/console/deciding/settle-decision.js';
import { MAX_QUESTIONS } from '../../src/domain/question.js';
import type { Verdict } from '../../src/domain/verdict.js';
import { testServices } from '../support/test-services.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { match, NOW, screener, spanOf } from './sample.js';

const TEXT = 'Dukung Tirta-Kemuning nomor 1 (contoh)';
const ASKED = 'Apakah akun ini masih miliknya? (contoh)';
const SAID = 'Ya, menurut surat yang kami terima (contoh).';
const NAMES = ['reviewer', 'reviewer2', 'reviewer-sulsel', 'supervisor', 'supervisor2', 'sekda', 'admin', 'auditor'];
const OVER = new Date(NOW.getTime() + 10_000);
const LATER = new Date(NOW.getTime() + 60_000);
/** `NOW` is 20 November 2026 in Indonesia. */
const DAY = '2026-11-22';
const PAST = new Date('2026-11-22T17:00:01Z');

let fixture: ConsoleFixture;
let database: Connection;
const callers: Record<string, Caller> = {};
const ids: Record<string, string> = {};
let made = 0;

beforeAll(async () => {
  fixture = await startConsoleFixture({ acts: [], undoMs: 10_000 });
  database = await createConnection(testServices().mongodbUri, { dbName: fixture.databaseName }).asPromise();
  for (const name of NAMES) {
    callers[name] = await callAs(fixture.app, name);
    ids[name] = (await fixture.storage.users.findUserByUsername(name))!.user.id;
  }
});
afterAll(async () => {
  await database.close();
  await fixture.close();
});

async function aFlag(): Promise<string> {
  made += 1;
  const id = `flagquestion${String(made).padStart(14, '0')}`;
  const matches = [match('own-support', [spanOf(TEXT, 'Dukung', 'kata dukungan')])];
  await fixture.addAct({ id, account: 0, kind: 'post', text: TEXT, hoursAgo: 100 - made, matches });
  return id;
}
const context = (now: Date) => ({
  deps: { ...fixture.storage, sets: { wordsOf: async () => screener } } as never,
  clock: () => now,
  tell: () => {},
  undoMs: 10_000,
});
const settle = (now = OVER) => settleAndTell(context(now));
const stored = async (id: string) => (await fixture.storage.flags.findFlag(id))!;
interface Given {
  readonly verdict?: Verdict;
  readonly to?: string;
  readonly day?: string;
}
async function give(id: string, by: string, { verdict = 'needs_context', to, day = DAY }: Given = {}) {
  const { version } = await stored(id);
  const asked = to === undefined ? null : { to: ids[to] ?? to, day };
  return callers[by]!.post(`/api/flags/${id}/verdict`, {
    verdict,
    reason: ASKED,
    weighed: [],
    seenVersion: version,
    asked,
  });
}
async function ask(to: string, by = 'reviewer'): Promise<string> {
  const id = await aFlag();
  const answer = await give(id, by, { to });
  expect(answer.statusCode, answer.body).toBe(200);
  await settle();
  return id;
}
const once = () => String(Math.random()).slice(2).padStart(24, '0').slice(0, 24);
async function answer(id: string, by: string, given: { text?: string; id?: string } = {}) {
  const askedAt = ((await stored(id)).question?.at ?? NOW).toISOString();
  return callers[by]!.post(`/api/questions/${id}/answer`, { id: once(), text: SAID, ...given, askedAt });
}
const see = async (id: string, by: string) => (await callers[by]!.get(`/api/flags/${id}`)).json();
const queueOf = async (by: string, query = '') => (await callers[by]!.get(`/api/flags?${query}`)).json();
const idsOf = (items: { id: string }[]) => items.map(({ id }) => id);
const forMe = async (by: string) => (await callers[by]!.get('/api/questions')).json().items;
const newest = async (by: string) => (await callers[by]!.get('/api/notices')).json().items[0];

describe('a question', () => {
  it('goes to nobody before it counts, then to its person, who is told of it without a word', async () => {
    const id = await aFlag();
    const before = await newest('reviewer2');
    await give(id, 'reviewer', { to: 'reviewer2' });
    expect((await stored(id)).question).toBeUndefined();
    expect(JSON.stringify(await database.collection('flags').findOne({ _id: id as never }))).not.toContain('akun ini');
    expect(await forMe('reviewer2')).toEqual([]);
    expect(await newest('reviewer2')).toEqual(before);
    await settle();
    expect(await newest('reviewer2')).toMatchObject({ kind: 'asked', flagId: id });
    expect(JSON.stringify(await newest('reviewer2'))).not.toContain('akun ini');
    const item = { flagId: id, text: ASKED, by: 'Sari Peninjau (contoh)', day: DAY, state: 'waiting', mayOpen: true };
    expect(await forMe('reviewer2')).toMatchObject([item]);
    for (const by of ['reviewer', 'supervisor', 'sekda', 'admin']) expect(await forMe(by)).toEqual([]);
    expect((await see(id, 'reviewer2')).question).toMatchObject({
      text: ASKED,
      isForMe: true,
      isMine: false,
      answer: null,
    });
    const entries = await fixture.storage.audit.listEntries({ limit: 30 });
    const given = entries.find((entry) => entry.action === 'verdict_given' && entry.subject === id)!;
    expect(given.details).toMatchObject({ asked: 'colleague', until: DAY, told: ids.reviewer2 });
    await give(id, 'reviewer', { verdict: 'dismissed' });
    await settle(LATER);
  });

  it('leaves the queue, its counts and "next" until the answer, and is counted and listed apart', async () => {
    const id = await ask('reviewer2');
    const free = await aFlag();
    const queue = await queueOf('supervisor');
    expect(idsOf(queue.items)).toEqual([free]);
    expect(queue).toMatchObject({ fitting: 1, mine: [], counts: { open: 2, asked: 1 } });
    // What is in hand, or comes back, is none of them.
    await callers.supervisor!.post(`/api/flags/${free}/claim`, {});
    expect((await queueOf('supervisor', 'assigned=none')).fitting).toBe(1);
    await callers.supervisor!.post(`/api/flags/${id}/assign`, { to: ids.reviewer });
    expect((await queueOf('supervisor', 'assigned=none')).fitting).toBe(1);
    const waiting = await queueOf('supervisor', 'question=waiting');
    expect(waiting.mine).toEqual([]);
    await callers.supervisor!.post(`/api/flags/${free}/release`, {});
    expect(waiting).toMatchObject({
      fitting: 1,
      items: [{ id, question: { day: DAY, state: 'waiting', isMine: false } }],
    });
    expect(waiting.items[0].question.whom).toEqual({ kind: 'colleague', name: 'Bagus Peninjau (contoh)' });
    const next = (await callers.supervisor!.post('/api/flags/next', {})).json().id;
    expect(next).toBe(free);
    expect((await callers.supervisor!.post('/api/flags/next', { after: free })).json().id).toBeNull();
    await callers.supervisor!.post(`/api/flags/${free}/release`, {});
    for (const one of [id, free]) {
      await give(one, 'reviewer', { verdict: 'dismissed' });
      await settle(LATER);
    }
    expect((await stored(id)).question).toBeUndefined();
  });

  it('is answered once, and stands first with whoever asked, who comes to it by "next"', async () => {
    const older = await aFlag();
    const id = await ask('reviewer2');
    const { version } = await stored(id);
    const own = { id: once(), text: SAID };
    expect((await answer(id, 'reviewer2', own)).statusCode).toBe(200);
    // Sent twice by a line that lost the answer.
    expect((await answer(id, 'reviewer2', own)).statusCode).toBe(200);
    expect((await answer(id, 'reviewer2')).json().error.code).toBe('answered_already');
    expect((await stored(id)).version).toBe(version + 1);
    const { question, remarks } = await see(id, 'reviewer');
    expect(question).toMatchObject({
      state: 'answered',
      isMine: true,
      answer: { text: SAID, by: 'Bagus Peninjau (contoh)' },
    });
    expect(remarks).toMatchObject([{ isAnswer: true, text: SAID }]);
    expect(await newest('reviewer')).toMatchObject({ kind: 'answered', flagId: id });
    const queue = await queueOf('reviewer');
    expect(queue.mine).toMatchObject([{ id, question: { state: 'answered', isMine: true } }]);
    expect((await queueOf('supervisor')).mine).toEqual([]);
    expect(await forMe('reviewer2')).toEqual([]);
    expect(JSON.stringify(await database.collection('remarks').find().toArray())).not.toContain('surat');
    const [entry] = (await fixture.storage.audit.listEntries({ limit: 20 })).filter(
      (e) => e.action === 'question_answered',
    );
    expect(entry).toMatchObject({ subject: id, actor: ids.reviewer2, details: { told: ids.reviewer } });
    expect((await callers.reviewer!.post('/api/flags/next', {})).json().id).toBe(id);
    for (const one of [id, older]) {
      await give(one, 'reviewer', { verdict: 'dismissed' });
      await settle(LATER);
    }
  });

  it('past its day is back with whoever asked, told once by however many processes; an answer may still come', async () => {
    const id = await ask('reviewer2');
    fixture.setNow(PAST);
    await Promise.all([settle(PAST), settle(PAST), settle(PAST)]);
    await settle(PAST);
    const { items } = (await callers.reviewer!.get('/api/notices')).json();
    expect(
      items.filter((one: { flagId: string; kind: string }) => one.flagId === id && one.kind === 'late'),
    ).toHaveLength(1);
    expect((await queueOf('reviewer')).mine).toMatchObject([{ id, question: { state: 'late' } }]);
    expect(idsOf((await queueOf('supervisor')).items)).toContain(id);
    expect(await forMe('reviewer2')).toMatchObject([{ flagId: id, state: 'late' }]);
    expect((await answer(id, 'reviewer2')).statusCode).toBe(200);
    expect((await see(id, 'reviewer')).question.state).toBe('answered');
    fixture.setNow(NOW);
    await give(id, 'reviewer', { verdict: 'dismissed' });
    await settle(PAST);
  });

  it('past its day is told of as of now, and whatever else cannot be settled', async () => {
    const [id, stuck] = [await ask('reviewer2'), await aFlag()];
    // As no door lets it in: of a day that is none.
    await fixture.storage.flags.holdDecision({
      ...{ id: 'a'.repeat(24), flagId: stuck, userId: ids.reviewer!, seenVersion: (await stored(stuck)).version },
      ...{ givenAt: NOW, countsFrom: OVER },
      given: { verdict: 'needs_context', reason: ASKED, weighed: [], asked: { to: ids.reviewer2!, day: 'besok' } },
    });
    const late = new Date(PAST.getTime() + 8 * 3_600_000);
    await expect(settle(late)).rejects.toThrow();
    // A mail that went out since midnight did not count it, and a list that was read did not show it.
    expect(await newest('reviewer')).toMatchObject({ kind: 'late', flagId: id, at: late.toISOString() });
    await fixture.storage.flags.dropDecision({ id: 'a'.repeat(24), flagId: stuck }, NOW);
    for (const one of [id, stuck]) {
      await give(one, 'reviewer', { verdict: 'dismissed' });
      await settle(LATER);
    }
  });

  it('goes to the head of office or the owner of the registry, who see it and no flag', async () => {
    for (const [to, by] of [
      ['office_head', 'sekda'],
      ['registry_owner', 'admin'],
    ] as const) {
      const id = await ask(to);
      expect(await forMe(by)).toMatchObject([{ flagId: id, text: ASKED, mayOpen: false }]);
      expect((await callers[by]!.get('/api/questions')).body).not.toContain('Tirta');
      expect((await callers[by]!.get(`/api/flags/${id}`)).statusCode).toBe(403);
      expect(await newest(by)).toMatchObject({ kind: 'asked', flagId: id });
      // Not theirs, not in their offices, not asked at all.
      for (const other of ['reviewer2', 'supervisor', 'reviewer-sulsel']) {
        expect((await answer(id, other)).statusCode).toBe(404);
      }
      expect((await answer(id, 'auditor')).statusCode).toBe(403);
      expect((await answer(id, by)).statusCode).toBe(200);
      expect((await see(id, 'reviewer')).question.whom).toEqual({ kind: to, name: null });
      await give(id, 'reviewer', { verdict: 'dismissed' });
      await settle(LATER);
      expect((await answer(id, by)).statusCode).toBe(404);
    }
  });

  it('is asked of somebody else who is there, by a day that is near', async () => {
    const id = await aFlag();
    const refused = async (given: Given) => (await give(id, 'reviewer', given)).json().error?.code;
    for (const to of ['reviewer', 'reviewer-sulsel', 'auditor', 'nosuch']) {
      expect(await refused({ to }), to).toBe('nobody_to_ask');
    }
    for (const day of ['2026-11-19', '2027-01-20']) expect(await refused({ to: 'reviewer2', day })).toBe('day_too_far');
    expect(await refused({ to: 'reviewer2', day: '2026-02-30' })).toBe('bad_request');
    const { colleagues, offices } = (await callers.reviewer!.get(`/api/flags/${id}/colleagues`)).json();
    expect(colleagues.map((one: { isMe: boolean }) => one.isMe)).toContain(true);
    expect(offices).toEqual([
      { to: 'office_head', names: ['Kantor Sekda (contoh)'] },
      { to: 'registry_owner', names: ['Andi Admin (contoh)'] },
    ]);
    // Nobody in particular: it stands in the queue, as before.
    expect((await give(id, 'reviewer')).statusCode).toBe(200);
    await settle();
    expect(idsOf((await queueOf('supervisor')).items)).toEqual([id]);
    await give(id, 'reviewer', { verdict: 'dismissed' });
    await settle(LATER);
  });

  it('that is undone is a draft again with its person and day, and asks nobody', async () => {
    const id = await aFlag();
    await give(id, 'reviewer', { to: 'reviewer2' });
    expect((await callers.reviewer!.post(`/api/flags/${id}/undo`, {})).statusCode).toBe(204);
    const { draft } = (await callers.reviewer!.get(`/api/flags/${id}/draft`)).json();
    expect(draft).toMatchObject({ verdict: 'needs_context', asked: { to: ids.reviewer2, day: DAY } });
    await settle(LATER);
    expect(await forMe('reviewer2')).toEqual([]);
    await give(id, 'reviewer', { verdict: 'dismissed' });
    await settle(LATER);
  });

  it('to somebody who left before it counted is a draft again: the flag waits for nobody', async () => {
    const id = await aFlag();
    await give(id, 'reviewer', { to: 'reviewer2' });
    const account = { ...fixture.storage, clock: () => NOW, actor: 'system:test' };
    await disableUser(account, 'reviewer2', { evenLastAdmin: false });
    await settle();
    expect(await stored(id)).toMatchObject({ state: 'open', reviews: [] });
    expect((await stored(id)).question).toBeUndefined();
    expect(idsOf((await queueOf('supervisor')).items)).toContain(id);
    const { draft } = (await callers.reviewer!.get(`/api/flags/${id}/draft`)).json();
    expect(draft).toMatchObject({ verdict: 'needs_context', cameBack: true, asked: { to: ids.reviewer2 } });
    await enableUser(account, 'reviewer2');
    callers.reviewer2 = await callAs(fixture.app, 'reviewer2');
    await give(id, 'reviewer', { verdict: 'dismissed' });
    await settle(LATER);
  });

  it('to somebody who left after it counted, or decides no more, goes back to whoever asked, told once', async () => {
    const account = { ...fixture.storage, clock: () => NOW, actor: 'system:test' };
    const look = () => returnUnanswerable(context(LATER).deps, LATER);
    const [id, other] = [await ask('reviewer2'), await ask('supervisor2')];
    await look();
    expect((await queueOf('supervisor')).counts.asked).toBe(2);
    await disableUser(account, 'reviewer2', { evenLastAdmin: false });
    await Promise.all([look(), look()]);
    expect((await queueOf('reviewer')).mine).toMatchObject([{ id, question: { state: 'gone', isMine: true } }]);
    expect(idsOf((await queueOf('supervisor')).items)).toEqual([id]);
    const { items } = (await callers.reviewer!.get('/api/notices')).json();
    expect(items.filter((one: { flagId: string }) => one.flagId === id)).toMatchObject([{ kind: 'gone' }]);
    await setRole(account, 'supervisor2', { role: 'auditor', evenLastAdmin: false });
    await look();
    expect((await stored(other)).question).toMatchObject({ isGone: true });
    expect((await queueOf('supervisor')).counts.asked).toBe(0);
    // Back again, they may still answer.
    await enableUser(account, 'reviewer2');
    await setRole(account, 'supervisor2', { role: 'supervisor', evenLastAdmin: false });
    for (const by of ['reviewer2', 'supervisor2']) callers[by] = await callAs(fixture.app, by);
    expect((await answer(id, 'reviewer2')).statusCode).toBe(200);
    expect((await see(id, 'reviewer')).question.state).toBe('answered');
    for (const one of [id, other]) {
      await give(one, 'reviewer', { verdict: 'dismissed' });
      await settle(LATER);
    }
  });

  it('is asked so many times on one flag and no more, whoever asks', async () => {
    const id = await aFlag();
    for (let n = 0; n < MAX_QUESTIONS; n += 1) {
      expect((await give(id, n % 2 ? 'reviewer' : 'supervisor')).statusCode).toBe(200);
      await settle(new Date(OVER.getTime() + n));
    }
    const refused = await give(id, 'reviewer2');
    expect([refused.statusCode, refused.json().error.code]).toEqual([422, 'too_many_questions']);
    expect((await give(id, 'reviewer', { verdict: 'dismissed' })).statusCode).toBe(200);
    await settle(LATER);
  });

  it('has its answer by an id of its own: one of another remark is said to be taken, and nothing is lost', async () => {
    const id = await ask('reviewer2');
    const remark = { id: once(), text: 'Catatan lain (contoh).' };
    expect((await callers.reviewer2!.post(`/api/flags/${id}/remarks`, remark)).statusCode).toBe(200);
    const changed = await callers.reviewer2!.post(`/api/flags/${id}/remarks`, {
      ...remark,
      text: 'Lain lagi (contoh).',
    });
    expect([changed.statusCode, changed.json().error.code]).toEqual([409, 'remark_taken']);
    const taken = await answer(id, 'reviewer2', { id: remark.id });
    expect([taken.statusCode, taken.json().error.code]).toEqual([409, 'remark_taken']);
    expect((await see(id, 'reviewer')).question.state).toBe('waiting');
    const own = { id: once(), text: SAID };
    expect((await answer(id, 'reviewer2', own)).statusCode).toBe(200);
    expect((await answer(id, 'reviewer2', own)).statusCode).toBe(200);
    expect((await answer(id, 'reviewer2', { ...own, text: 'Lain (contoh).' })).json().error.code).toBe('remark_taken');
    expect((await callers.reviewer2!.post(`/api/flags/${id}/remarks`, own)).json().error.code).toBe('remark_taken');
    // Of one instant of this test's clock: which comes first is nobody's promise.
    const texts = (await see(id, 'reviewer')).remarks.map((one: { text: string }) => one.text);
    expect(texts.sort()).toEqual([remark.text, SAID].sort());
    await give(id, 'reviewer', { verdict: 'dismissed' });
    await settle(LATER);
  });

  it('and whose work it is name nobody to the Sekda office, who opens no flag', async () => {
    const id = await ask('reviewer2');
    await callers.supervisor!.post(`/api/flags/${id}/assign`, { to: ids.reviewer });
    const waiting = await callers.sekda!.get('/api/flags?question=waiting');
    expect(waiting.json().items).toMatchObject([
      { id, assigned: null, question: { whom: { kind: 'colleague', name: null }, state: 'waiting' } },
    ]);
    expect(waiting.body).not.toMatch(/Bagus|Sari/);
    expect((await queueOf('supervisor', 'question=waiting')).items).toMatchObject([
      { assigned: { to: 'Sari Peninjau (contoh)' }, question: { whom: { name: 'Bagus Peninjau (contoh)' } } },
    ]);
    await give(id, 'reviewer', { verdict: 'dismissed' });
    await settle(LATER);
  });

  it('names neither side to whoever decides blind, and shows an answer that the first person did not give', async () => {
    const id = await aFlag();
    await give(id, 'reviewer', { verdict: 'confirmed' });
    await settle();
    expect((await give(id, 'supervisor', { to: 'supervisor2' })).statusCode).toBe(200);
    await settle(LATER);
    const asked = (await see(id, 'reviewer2')).question;
    expect(asked).toMatchObject({ by: null, text: ASKED, state: 'waiting' });
    expect((await answer(id, 'supervisor2')).statusCode).toBe(200);
    const seen = (await callers.supervisor!.get(`/api/flags/${id}`)).body;
    expect(seen).not.toMatch(/Sari|"confirmed"/);
    expect(JSON.parse(seen)).toMatchObject({ hiddenReviews: 1, question: { answer: { by: null, text: SAID } } });
    await give(id, 'supervisor', { to: 'reviewer' });
    await settle(PAST);
    expect((await answer(id, 'reviewer')).statusCode).toBe(200);
    // It is the first person's own: it may tell the verdict.
    expect((await see(id, 'supervisor')).question.answer).toMatchObject({ text: null, isHidden: true });
  });
});
