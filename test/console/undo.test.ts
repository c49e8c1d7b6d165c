import { type Connection, createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSettling } from '../../src/console/deciding/run-settling.js';
import { restoreDraft, settleDue } from '../../src/console/deciding/settle-decision.js';
import { isOfFlag } from '../../src/domain/audit-contradiction.js';
import { testServices } from '../support/test-services.js';
import { until } from '../support/until.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { match, NOW, spanOf } from './sample.js';

const TEXT = 'Dukung Tirta-Kemuning nomor 1 (contoh)';
const SECRET = 'Alasan yang belum berlaku (contoh).';
const OVER = new Date(NOW.getTime() + 10_000);

let fixture: ConsoleFixture;
let database: Connection;
const callers: Record<string, Caller> = {};
const NAMES = ['reviewer', 'reviewer2', 'supervisor', 'supervisor2', 'auditor'];
let made = 0;

beforeAll(async () => {
  fixture = await startConsoleFixture({ acts: [], undoMs: 10_000 });
  database = await createConnection(testServices().mongodbUri, { dbName: fixture.databaseName }).asPromise();
  for (const name of NAMES) callers[name] = await callAs(fixture.app, name);
});
afterAll(async () => {
  await database.close();
  await fixture.close();
});

const flags = () => database.collection<{ _id: string; pending?: { sealed: string } }>('flags');
const stored = async (id: string) => (await fixture.storage.flags.findFlag(id))!;
const context = () => ({
  deps: { ...fixture.storage } as unknown as Parameters<typeof settleDue>[0]['deps'],
  clock: () => OVER,
  tell: () => {},
  undoMs: 10_000,
});
const settle = () => settleDue(context());

async function aFlag(): Promise<string> {
  made += 1;
  const id = `flagundo${String(made).padStart(16, '0')}`;
  const matches = [match('own-support', [spanOf(TEXT, 'Dukung', 'kata dukungan')])];
  await fixture.addAct({ id, account: 0, kind: 'post', text: TEXT, hoursAgo: 100 - made, matches });
  return id;
}

async function give(id: string, by = 'reviewer', more = {}) {
  const { version } = await stored(id);
  const body = { verdict: 'confirmed', reason: SECRET, weighed: [], seenVersion: version, ...more };
  return callers[by]!.post(`/api/flags/${id}/verdict`, body);
}
const ok = async (answer: ReturnType<typeof give>) => {
  const { statusCode, body } = await answer;
  expect(statusCode, body).toBe(200);
  return JSON.parse(body);
};
const undo = (id: string, by = 'reviewer') => callers[by]!.post(`/api/flags/${id}/undo`);
const pendingOf = async (by = 'reviewer') => (await callers[by]!.get('/api/pending-decisions')).json();
const lastEntry = async () => (await fixture.storage.audit.listEntries({ limit: 1 }))[0]!;
const draftOf = async (id: string, by = 'reviewer') => (await callers[by]!.get(`/api/flags/${id}/draft`)).json().draft;

describe('a decision that can still be undone', () => {
  it('counts nowhere, stands in no entry of the log and no list, and is told to nobody but its person', async () => {
    const id = await aFlag();
    await callers.reviewer!.post(`/api/flags/${id}/claim`);
    const before = await lastEntry();
    expect(await ok(give(id))).toMatchObject({
      state: 'open',
      pending: { msLeft: 10_000 },
      canDecide: false,
      claim: null,
    });
    expect(await lastEntry()).toEqual(before);
    expect(await pendingOf()).toEqual({
      pending: [{ id, verdict: 'confirmed', msLeft: 10_000, together: null, from: null }],
      cameBack: [],
    });
    expect(await stored(id)).toMatchObject({ state: 'open', version: 2, reviews: [] });
    for (const by of ['reviewer', 'reviewer2', 'supervisor']) {
      expect((await callers[by]!.get('/api/decisions')).json()).toMatchObject({
        items: [],
        hidden: 0,
      });
      if (by === 'reviewer') continue;
      expect((await pendingOf(by)).pending).toEqual([]);
      for (const url of [`/api/flags/${id}`, '/api/flags', `/api/flags/${id}/draft`]) {
        const { body } = await callers[by]!.get(url);
        for (const word of [SECRET, 'confirmed', 'msLeft']) expect(body, `${by} ${url}`).not.toContain(word);
      }
    }
    expect(JSON.stringify(await flags().findOne({ _id: id }))).not.toMatch(/belum berlaku|confirmed/);
    await undo(id);
  });

  it('holds the flag against everybody, whatever the clock says, and against its own person’s second tab', async () => {
    const id = await aFlag();
    await ok(give(id));
    expect((await callers.reviewer2!.get(`/api/flags/${id}`)).json()).toMatchObject({
      ...{ canDecide: false, pending: null, claim: { by: 'Sari Peninjau (contoh)', isMine: false } },
    });
    const later = new Date(NOW.getTime() + 9_000);
    fixture.setNow(later);
    const refused = [
      await callers.reviewer2!.post(`/api/flags/${id}/claim`),
      await give(id, 'reviewer2'),
      await undo(id, 'reviewer2'),
      await give(id),
      await callers.reviewer!.post(`/api/flags/${id}/claim`),
    ];
    fixture.setNow(NOW);
    expect(refused.map((answer) => [answer.statusCode, answer.json().error.code])).toEqual([
      [409, 'held_by_other'],
      [409, 'held_by_other'],
      [409, 'undo_too_late'],
      [409, 'given_already'],
      [409, 'given_already'],
    ]);
    for (const by of ['reviewer', 'reviewer2'])
      expect((await callers[by]!.post('/api/flags/next')).json().id).not.toBe(id);
    await undo(id);
  });

  it('lets exactly one of many at the same moment through', async () => {
    const id = await aFlag();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => give(id, i % 2 === 0 ? 'reviewer' : 'reviewer2')),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(9);
    await settle();
    expect((await stored(id)).reviews).toHaveLength(1);
  });

  it('is undone: the flag is in hand as before, what was given is the draft again, and nothing else was', async () => {
    const id = await aFlag();
    await callers.reviewer!.post(`/api/flags/${id}/claim`);
    const before = await lastEntry();
    await ok(give(id));
    expect((await undo(id)).statusCode).toBe(204);
    expect(await draftOf(id)).toMatchObject({ verdict: 'confirmed', reason: SECRET, cameBack: false });
    expect(await stored(id)).toMatchObject({ state: 'open', version: 2, reviews: [] });
    expect((await callers.reviewer!.get(`/api/flags/${id}`)).json()).toMatchObject({
      canDecide: true,
      claim: { isMine: true },
    });
    const { statusCode } = await callers.reviewer2!.post(`/api/flags/${id}/claim`);
    expect(statusCode).toBe(409);
    const entries = await fixture.storage.audit.listEntries({ limit: 5 });
    const since = entries.filter(({ seq }) => seq > before.seq);
    // Of the decision no more than that there was one: an undone one that counts all the same is found by it.
    expect(since.map(({ action }) => action).toSorted()).toEqual(['decision_undone', 'flag_viewed']);
    const [undone] = since.filter(({ action }) => action === 'decision_undone');
    expect(undone).toMatchObject({ subject: id, details: { giving: expect.any(String) } });
    expect(Object.keys(undone!.details)).toEqual(['giving']);
    expect((await undo(id)).json().error.code).toBe('undo_too_late');
  });

  it('becomes a verdict by itself, its entry says when it was given, and the draft ends', async () => {
    const id = await aFlag();
    await ok(give(id));
    fixture.setNow(OVER);
    // The entry gets its place after the act that it was written with.
    const entry = await until(async () => {
      const entries = await fixture.storage.audit.listEntries({ limit: 5 });
      return entries.find(({ action, subject }) => action === 'verdict_given' && subject === id);
    });
    fixture.setNow(NOW);
    expect((await stored(id)).reviews).toMatchObject([{ verdict: 'confirmed', reason: SECRET, at: OVER }]);
    expect(entry).toMatchObject({ at: OVER, details: { version: 3, given: NOW.toISOString() } });
    expect([await draftOf(id), await pendingOf()]).toEqual([null, { pending: [], cameBack: [] }]);
    expect((await undo(id)).json().error.code).toBe('undo_too_late');
  });

  it('of a question and of a second look likewise: the first verdict stays hidden until it counts, or is let count', async () => {
    const id = await aFlag();
    await ok(give(id, 'reviewer', { verdict: 'needs_context' }));
    await settle();
    expect(await stored(id)).toMatchObject({ state: 'open', version: 3 });
    await ok(give(id, 'reviewer'));
    await settle();
    const second = await ok(give(id, 'supervisor', { verdict: 'dismissed', reason: 'Kedua (contoh).' }));
    expect(second).toMatchObject({ state: 'decided', hiddenReviews: 1, pending: { msLeft: 10_000 }, canDecide: false });
    expect(JSON.stringify(second)).not.toContain('confirmed');
    expect((await callers.supervisor!.post('/api/second-reviews/next')).json().id).not.toBe(id);
    expect((await give(id, 'supervisor2')).json().error.code).toBe('held_by_other');
    expect((await undo(id, 'supervisor')).statusCode).toBe(204);
    expect(await draftOf(id, 'supervisor')).toMatchObject({ verdict: 'dismissed' });
    await ok(give(id, 'supervisor', { verdict: 'dismissed', reason: 'Kedua (contoh).' }));
    const shown = (await callers.supervisor!.post(`/api/flags/${id}/settle`)).json();
    expect(shown).toMatchObject({
      hiddenReviews: 0,
      pending: null,
      reviews: [{}, { verdict: 'confirmed' }, { verdict: 'dismissed' }],
    });
    const entry = (await fixture.storage.audit.listEntries({ limit: 5 })).find(
      ({ action }) => action === 'verdict_given',
    );
    expect(entry).toMatchObject({ details: { verdict: 'dismissed', blind: true } });
    expect((await callers.supervisor!.post(`/api/flags/${id}/settle`)).json().error.code).toBe('undo_too_late');
  });
});

describe('what else may come between', () => {
  it('waits no longer for a clock that was set back: what lies further off than the time to undo counts now', async () => {
    const [id, other] = [await aFlag(), await aFlag()];
    await ok(give(id));
    await settleDue({ ...context(), clock: () => new Date(NOW.getTime() - 86_400_000) });
    expect((await stored(id)).state).toBe('decided');
    await ok(give(other));
    await settleDue({ ...context(), clock: () => NOW });
    expect((await stored(other)).state).toBe('open');
    await undo(other);
  });

  it('drops no word typed in a second tab: it is refused there, and the page keeps it', async () => {
    const id = await aFlag();
    await ok(give(id));
    const typed = { verdict: null, reason: 'Dari tab kedua', weighed: [], ownReviews: 0, typedMsAgo: 0, basedOn: null };
    const answer = await callers.reviewer!.post(`/api/flags/${id}/draft`, typed);
    expect([answer.statusCode, answer.json().error.code]).toEqual([409, 'given_already']);
    await undo(id);
  });

  it('is no reason of signs that nobody sees', async () => {
    const id = await aFlag();
    for (const reason of ['\u200b', '\u3164', '…'])
      expect((await give(id, 'reviewer', { reason })).statusCode).toBe(400);
  });
});

describe('what waits when the process dies', () => {
  it('becomes a verdict exactly once, however many processes look at the same moment', async () => {
    const ids = [await aFlag(), await aFlag(), await aFlag()];
    for (const id of ids) await ok(give(id));
    await Promise.all(Array.from({ length: 6 }, settle));
    for (const id of ids) expect((await stored(id)).reviews).toHaveLength(1);
    const { ok: holds, contradictionCount } = await fixture.storage.audit.verify();
    expect([holds, contradictionCount]).toEqual([true, 0]);
    await settle();
    for (const id of ids) expect((await stored(id)).version).toBe(3);
  });

  it('is settled before the next one answers anybody, and is not lost where that fails at first', async () => {
    let turns = 0;
    const failures: unknown[] = [];
    const id = await aFlag();
    await ok(give(id));
    const turn = async () => {
      turns += 1;
      if (turns === 1) throw new Error('contoh');
      await settle();
    };
    const first = await runSettling(turn, { onFailed: (error) => failures.push(error) });
    await first.close();
    expect([failures.length, (await stored(id)).state]).toEqual([1, 'open']);
    await (await runSettling(turn, { onFailed: (error) => failures.push(error) })).close();
    expect([failures.length, (await stored(id)).state]).toEqual([1, 'decided']);
  });

  it('lets nobody undo and settle at once: one of the two, never both, never neither', async () => {
    for (let round = 0; round < 8; round += 1) {
      const id = await aFlag();
      await ok(give(id));
      const [answer] = await Promise.all([undo(id), settle()]);
      const { state, reviews } = await stored(id);
      expect([answer.statusCode, state, reviews.length]).toEqual(
        answer.statusCode === 204 ? [204, 'open', 0] : [409, 'decided', 1],
      );
      expect((await draftOf(id)) === null).toBe(answer.statusCode !== 204);
    }
  });
});

describe('a decision that can no longer be made', () => {
  it('comes back to its person as a draft, says so once, and leaves the flag to whoever comes', async () => {
    const id = await aFlag();
    await ok(give(id));
    await flags().updateOne({ _id: id }, { $inc: { version: 1 } as never });
    await settle();
    expect(await stored(id)).toMatchObject({ state: 'open', reviews: [] });
    expect(await pendingOf()).toMatchObject({ pending: [], cameBack: [id] });
    expect((await pendingOf('reviewer2')).cameBack).toEqual([]);
    expect(await draftOf(id)).toMatchObject({ verdict: 'confirmed', reason: SECRET, cameBack: true });
    expect((await callers.reviewer2!.post(`/api/flags/${id}/claim`)).statusCode).toBe(200);
    await callers.reviewer!.post(`/api/flags/${id}/draft`, {
      ...{ verdict: null, reason: 'Baru (contoh)', weighed: [], ownReviews: 0, typedMsAgo: 0 },
      basedOn: (await draftOf(id)).typedAt,
    });
    expect((await pendingOf()).cameBack).toEqual([]);
  });

  it('is told of once nothing waits on its flag any more, so that the flag can be taken', async () => {
    const id = await aFlag();
    await ok(give(id));
    const [pending] = await fixture.storage.flags.listPendingOf((await stored(id)).pending!.by);
    await restoreDraft(context(), { flag: await stored(id), pending: pending!, cameBack: true });
    expect(await pendingOf()).toMatchObject({ pending: [{ id }], cameBack: [] });
    await fixture.storage.flags.dropDecision(pending!, OVER);
    expect(await pendingOf()).toMatchObject({ pending: [], cameBack: [id] });
  });

  it('is told of to nobody who can no longer open its flag', async () => {
    const { user } = (await fixture.storage.users.findUserByUsername('reviewer2'))!;
    const id = await aFlag();
    callers.reviewer2 = await callAs(fixture.app, 'reviewer2');
    await ok(give(id, 'reviewer2'));
    await flags().updateOne({ _id: id }, { $inc: { version: 1 } as never });
    await settle();
    expect((await pendingOf('reviewer2')).cameBack).toEqual([id]);
    await fixture.storage.users.changeUser(user.id, { officeCodes: ['SULSEL-BAP'] });
    callers.reviewer2 = await callAs(fixture.app, 'reviewer2');
    expect((await pendingOf('reviewer2')).cameBack).toEqual([]);
    await fixture.storage.users.changeUser(user.id, { officeCodes: ['SBY'] });
  });

  it('is none of a person whose account or offices were taken away meanwhile', async () => {
    const { user } = (await fixture.storage.users.findUserByUsername('reviewer2'))!;
    for (const change of [{ isActive: false }, { officeCodes: ['SULSEL-BAP'] }]) {
      const id = await aFlag();
      callers.reviewer2 = await callAs(fixture.app, 'reviewer2');
      await ok(give(id, 'reviewer2'));
      await fixture.storage.users.changeUser(user.id, change);
      await settle();
      expect(await stored(id)).toMatchObject({ state: 'open', reviews: [] });
      await fixture.storage.users.changeUser(user.id, { isActive: true, officeCodes: ['SBY'] });
    }
  });

  it('opens for nobody it was moved to, and then leaves the flag free', async () => {
    const [from, to] = [await aFlag(), await aFlag()];
    await ok(give(from));
    const { pending } = (await flags().findOne({ _id: from }))!;
    await flags().updateOne({ _id: to }, { $set: { pending } as never });
    const told: string[] = [];
    await settleDue({ ...context(), tell: (where) => told.push(where) });
    expect([(await stored(from)).state, (await stored(to)).state]).toEqual(['decided', 'open']);
    expect([(await stored(to)).pending, told]).toEqual([undefined, ['console-pending']]);
  });
});

describe('somebody who writes the database', () => {
  const problems = async () =>
    (await fixture.storage.audit.verify()).contradictions.map((one) => [one.problem, isOfFlag(one) && one.flagId]);
  const putBack = (id: string, pending: object) => flags().updateOne({ _id: id }, { $set: { pending } as never });
  const waiting = async (id: string) => (await flags().findOne({ _id: id }))!.pending!;

  it('has a decision count that was undone, or count again, and is found by it', async () => {
    expect(await problems()).toEqual([]);
    const [undone, twice] = [await aFlag(), await aFlag()];
    await ok(give(undone));
    const first = await waiting(undone);
    await undo(undone);
    await putBack(undone, first);
    await ok(give(twice, 'reviewer', { verdict: 'needs_context' }));
    const second = await waiting(twice);
    await settle();
    expect(await problems()).toEqual([['verdict_replayed', undone]]);
    await putBack(twice, { ...second, seenVersion: 3 });
    await settleDue({ ...context(), clock: () => new Date(OVER.getTime() + 60_000) });
    expect(await problems()).toEqual([undone, twice].map((id) => ['verdict_replayed', id]));
    // Who answers for them by name has them named for ever, and not found anew.
    await fixture.storage.audit.resume({ brokenAt: 0, by: 'Petugas Contoh', reason: 'contoh: diperiksa', at: NOW });
    expect(await fixture.storage.audit.verify()).toMatchObject({ contradictionCount: 0, answeredCount: 2 });
  });
});
