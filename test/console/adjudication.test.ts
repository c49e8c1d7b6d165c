import { type Connection, createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureUsers } from '../../src/console/access/create-user.js';
import { settleDue } from '../../src/console/deciding/settle-decision.js';
import { toNewReport } from '../../src/domain/report-moves.js';
import type { Verdict } from '../../src/domain/verdict.js';
import { contraryAndNotices } from '../../src/storage/migrations/0012-contrary-and-notices.js';
import { testServices } from '../support/test-services.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { match, NOW, PASSWORD, screener, spanOf } from './sample.js';

const TEXT = 'Ayo pilih Tirtayasa, nomor 1, jangan Jagatnata (contoh)';
const FOR = 'Ia mengajak memilih Tirtayasa, paslon 1 (contoh).';
const AGAINST = 'Ini kutipan berita tentang Jagatnata nomor dua (contoh).';
/** Of the tickets: nothing of it is told before the third verdict counts. */
const TOLD = /tirtayasa|contohpura|kemuningsari|jagatnata|contohwijaya|nomor 1|paslon 1|nomor dua|pilwalkot/i;
const OVER = new Date(NOW.getTime() + 10_000);

let fixture: ConsoleFixture;
let database: Connection;
const callers: Record<string, Caller> = {};
const NAMES = ['reviewer', 'reviewer2', 'supervisor', 'supervisor2', 'supervisor3', 'sekda', 'admin'];
let made = 0;

beforeAll(async () => {
  fixture = await startConsoleFixture({ acts: [], undoMs: 10_000 });
  database = await createConnection(testServices().mongodbUri, { dbName: fixture.databaseName }).asPromise();
  const { users, audit, offices } = fixture.storage;
  const third = { username: 'supervisor3', displayName: 'Wulan Penyelia (contoh)', role: 'supervisor' } as const;
  await ensureUsers({ users, audit, offices, clock: () => NOW, actor: 'system:test' }, [
    { ...third, officeCodes: ['SBY'], password: PASSWORD },
  ]);
  for (const name of NAMES) callers[name] = await callAs(fixture.app, name);
});
afterAll(async () => {
  await database.close();
  await fixture.close();
});

const stored = async (id: string) => (await fixture.storage.flags.findFlag(id))!;
const settle = () =>
  settleDue({
    deps: { ...fixture.storage, sets: { wordsOf: async () => screener } } as never,
    clock: () => OVER,
    tell: () => {},
    undoMs: 10_000,
  });
async function give(id: string, by: string, given: Verdict | readonly [Verdict, reason: string]) {
  const { version } = await stored(id);
  const [verdict, reason] = typeof given === 'string' ? [given, 'Alasan (contoh).'] : given;
  return callers[by]!.post(`/api/flags/${id}/verdict`, { verdict, reason, weighed: [], seenVersion: version });
}

async function aFlag(): Promise<string> {
  made += 1;
  const id = `flagcontra${String(made).padStart(14, '0')}`;
  const spans = [spanOf(TEXT, 'Tirtayasa', 'nama calon'), spanOf(TEXT, '1', 'nomor urut')];
  await fixture.addAct({
    id,
    account: 0,
    kind: 'post',
    text: TEXT,
    hoursAgo: 100 - made,
    matches: [match('call-to-vote', spans)],
  });
  return id;
}

/** As it lies beside a flag that it became. */
async function aReportOf(flagId: string): Promise<string> {
  const act = { kind: 'post', words: TEXT } as const;
  const known = {
    door: 'patrol',
    broughtBy: 'petugas',
    broughtAt: NOW,
    channel: 'public',
    who: {},
    files: [],
  } as const;
  const report = toNewReport({ ...known, id: `laporan-${made}`, act }, { hasIdentity: false });
  await fixture.storage.reports.saveReportOnce(report);
  await database.collection('reports').updateOne({ _id: report.id as never }, { $set: { flagId, officeCode: 'SBY' } });
  return report.id;
}

/** Confirmed by a reviewer, dismissed by a supervisor who did not see that. */
async function aContraryFlag(): Promise<string> {
  const id = await aFlag();
  expect((await give(id, 'reviewer', ['confirmed', FOR])).statusCode).toBe(200);
  await settle();
  expect((await give(id, 'supervisor', ['dismissed', AGAINST])).statusCode).toBe(200);
  await settle();
  expect((await stored(id)).state).toBe('contrary');
  return id;
}
const listOf = async (by: string) => (await callers[by]!.get('/api/adjudications')).json();
const noticesOf = async (by: string) => (await callers[by]!.get('/api/notices')).json();
const codeOf = async (answer: ReturnType<typeof give>) => (await answer).json().error?.code;

describe('two contrary verdicts', () => {
  it('wait for a supervisor who gave neither; the list tells no words, no names and no ticket', async () => {
    const id = await aContraryFlag();
    const answer = await callers.supervisor2!.get('/api/adjudications');
    expect(answer.json()).toMatchObject({ count: 1, ofOthers: 0, items: [{ id, isGiven: false }] });
    expect(answer.body).not.toMatch(TOLD);
    expect(answer.body).not.toMatch(/Sari|Ratna|dismissed|confirmed/);
    expect(await listOf('supervisor')).toMatchObject({ count: 0, ofOthers: 1, items: [] });
    for (const by of ['reviewer', 'sekda', 'admin']) {
      expect((await callers[by]!.get('/api/adjudications')).statusCode).toBe(403);
    }
    const [entry] = await fixture.storage.audit.listEntries({ limit: 1 });
    expect(entry).toMatchObject({ action: 'queue_viewed', details: { waiting: 'settling' } });
  });

  it('are read side by side, the same way round whoever came first, without whose they are or which ticket is meant', async () => {
    const id = await aContraryFlag();
    const { body } = await callers.supervisor2!.get(`/api/flags/${id}`);
    expect(body).not.toMatch(TOLD);
    expect(body).not.toMatch(/Sari|Ratna/);
    const page = JSON.parse(body);
    expect(page).toMatchObject({ state: 'contrary', isMasked: true, canDecide: true, evidence: null, account: null });
    expect(page.reviews.map((r: { verdict: string }) => r.verdict)).toEqual(['confirmed', 'dismissed']);
    expect(page.reviews[0].at).toBe(page.reviews[1].at);
    // Neither is how long a name or a number is.
    expect(page.content.text).toMatch(/^Ayo pilih ([AB]···), nomor \1, jangan [AB]··· \(contoh\)$/);
    const marked = page.matches[0].spans.map((s: { start: number; end: number }) =>
      page.content.text.slice(s.start, s.end),
    );
    expect(marked).toEqual([expect.stringMatching(/^[AB]···$/), marked[0]]);
    expect(page.reviews[0].reason).toMatch(/^Ia mengajak memilih [AB]···, paslon [AB]··· \(contoh\)\.$/);
    for (const way of ['evidence', 'evidence/viewport.png', 'reports']) {
      const refused = await callers.supervisor2!.get(`/api/flags/${id}/${way}`);
      expect([way, refused.json().error.code]).toEqual([way, 'settle_first']);
    }
    // What people brought of it says the ticket as well, on its own page too.
    const reportId = await aReportOf(id);
    expect((await callers.supervisor2!.get(`/api/reports/${reportId}`)).json().error.code).toBe('settle_first');
    expect((await callers.reviewer2!.get(`/api/reports/${reportId}`)).statusCode).toBe(200);
    // Who gave one of them, and colleagues who settle nothing, read it as it stands.
    for (const by of ['supervisor', 'reviewer', 'reviewer2']) {
      const seen = (await callers[by]!.get(`/api/flags/${id}`)).json();
      expect(seen).toMatchObject({ isMasked: false, canDecide: false, content: { text: TEXT } });
    }
  });

  it('are told to both who gave them, ids alone, and so is the end; whoever settles is told nothing', async () => {
    const id = await aContraryFlag();
    const kinds = async (by: string) =>
      (await noticesOf(by)).items
        .filter((n: { flagId: string }) => n.flagId === id)
        .map((n: { kind: string }) => n.kind);
    expect([await kinds('reviewer'), await kinds('supervisor')]).toEqual([['contrary'], ['contrary']]);
    await give(id, 'supervisor2', 'confirmed');
    await settle();
    expect([await kinds('reviewer'), await kinds('supervisor'), await kinds('supervisor2')]).toEqual([
      ['settled', 'contrary'],
      ['settled', 'contrary'],
      [],
    ]);
    const { unread } = await noticesOf('reviewer');
    await callers.reviewer!.post('/api/notices/read', { flagId: id });
    expect((await noticesOf('reviewer')).unread).toBe(unread - 2);
    const raw = JSON.stringify(await database.collection('notices').find({ flagId: id }).toArray());
    expect(raw).not.toMatch(/confirmed|dismissed|Alasan|Tirtayasa/);
  });

  it('stay masked while the third verdict can be undone, and open to the settler once it counts', async () => {
    const id = await aContraryFlag();
    const given = await give(id, 'supervisor2', ['dismissed', 'Kutipan (contoh).']);
    expect(given.json()).toMatchObject({ isMasked: true, pending: { msLeft: 10_000 } });
    expect(given.body).not.toMatch(TOLD);
    expect((await listOf('supervisor3')).items.find((one: { id: string }) => one.id === id).isGiven).toBe(true);
    expect((await callers.supervisor2!.post(`/api/flags/${id}/undo`)).statusCode).toBe(204);
    const back = await callers.supervisor2!.get(`/api/flags/${id}`);
    expect(back.body).not.toMatch(TOLD);
    expect((await callers.supervisor2!.get(`/api/flags/${id}/draft`)).json().draft.reason).toBe('Kutipan (contoh).');
    await give(id, 'supervisor2', ['dismissed', 'Kutipan (contoh).']);
    await settle();
    const open = (await callers.supervisor2!.get(`/api/flags/${id}`)).json();
    expect(open).toMatchObject({ state: 'decided', isMasked: false, content: { text: TEXT } });
    expect(open.reviews).toHaveLength(3);
  });
});

describe('nobody settles by being last', () => {
  it('refuses both who gave a verdict, everybody who is no supervisor, and a question', async () => {
    const id = await aContraryFlag();
    expect(await codeOf(give(id, 'reviewer', 'dismissed'))).toBe('contrary');
    expect(await codeOf(give(id, 'supervisor', 'confirmed'))).toBe('contrary');
    expect(await codeOf(give(id, 'reviewer2', 'dismissed'))).toBe('contrary');
    expect(await codeOf(give(id, 'supervisor2', 'needs_context'))).toBe('settles_only');
    expect((await callers.reviewer2!.post(`/api/flags/${id}/claim`)).json().error.code).toBe('contrary');
    expect((await stored(id)).reviews).toHaveLength(2);
  });

  it('lets one of two supervisors settle who come at once, the other is told, and one verdict counts', async () => {
    const id = await aContraryFlag();
    const answers = await Promise.all([
      give(id, 'supervisor2', 'confirmed'),
      give(id, 'supervisor3', 'dismissed'),
      give(id, 'supervisor2', 'confirmed'),
    ]);
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    await Promise.all([settle(), settle()]);
    const flag = await stored(id);
    expect(flag).toMatchObject({ state: 'decided' });
    expect(flag.reviews).toHaveLength(3);
  });

  it('gives a third verdict back as a draft where the flag has changed before it counts', async () => {
    const id = await aContraryFlag();
    await give(id, 'supervisor2', ['confirmed', 'Ditimbang (contoh).']);
    await database.collection('flags').updateOne({ _id: id as never }, { $inc: { version: 1 } });
    await settle();
    expect((await stored(id)).reviews).toHaveLength(2);
    const { cameBack } = (await callers.supervisor2!.get('/api/pending-decisions')).json();
    expect(cameBack).toContain(id);
  });

  it('takes the third verdict of who has lost the role meanwhile for a draft', async () => {
    const id = await aContraryFlag();
    await give(id, 'supervisor3', 'confirmed');
    const who = (await fixture.storage.users.listUsers()).find(({ username }) => username === 'supervisor3')!;
    await fixture.storage.users.changeUser(who.id, { role: 'reviewer' });
    await settle();
    await fixture.storage.users.changeUser(who.id, { role: 'supervisor' });
    expect(await stored(id)).toMatchObject({ state: 'contrary', reviews: { length: 2 } });
  });
});

describe('the log', () => {
  it('holds what is contrary to be the state of such a flag', async () => {
    await aContraryFlag();
    expect((await fixture.storage.audit.verify()).contradictions).toEqual([]);
  });
});

it('what the last one had won before waits for a third person after the change, and what two agreed on stays', async () => {
  const [lost, agreed] = [await aContraryFlag(), await aFlag()];
  await give(agreed, 'reviewer', 'confirmed');
  await settle();
  await give(agreed, 'supervisor', 'confirmed');
  await settle();
  const flags = database.collection<{ _id: string }>('flags');
  await flags.updateOne({ _id: lost }, { $set: { state: 'decided', decidedVerdict: 'dismissed' } });
  for (const _twice of [1, 2]) await contraryAndNotices.up(database, {} as never);
  expect(await flags.findOne({ _id: lost })).toMatchObject({ state: 'contrary' });
  expect(await flags.findOne({ _id: lost })).not.toHaveProperty('decidedVerdict');
  expect((await stored(agreed)).state).toBe('decided');
  expect((await fixture.storage.audit.verify()).contradictions).toEqual([]);
});

describe('agreement', () => {
  it('is told of all together and of each rule from three people and ten flags on, and of no person', async () => {
    const agreement = async (by: string) => (await callers[by]!.get('/api/agreement')).json();
    const { storage } = fixture;
    const before = (await agreement('supervisor')).whole;
    for (let n = 0; n < 6; n += 1) {
      const id = await aFlag();
      for (const by of ['reviewer', 'supervisor2']) {
        await give(id, by, n % 2 ? 'confirmed' : 'dismissed');
        await settle();
      }
    }
    const { whole, rules } = await agreement('supervisor');
    expect(whole.flags).toBe(before.flags + 6);
    expect(whole.agreed).toBe(before.agreed + 6);
    expect(whole.kappa.low).toBeLessThan(whole.kappa.value);
    expect(rules).toEqual([{ id: 'call-to-vote', title: 'Ajakan memilih pasangan calon', ...whole }]);
    const body = JSON.stringify(await agreement('supervisor'));
    for (const { id, displayName } of await storage.users.listUsers()) {
      expect(body).not.toContain(id);
      expect(body).not.toContain(displayName);
    }
    for (const by of ['reviewer', 'sekda', 'admin'])
      expect((await callers[by]!.get('/api/agreement')).statusCode).toBe(403);
  });
});
