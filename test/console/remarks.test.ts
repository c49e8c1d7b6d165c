import { type Connection, createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/domain/verdict.js';
import { testServices } from '../support/test-services.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { ACTS, NOW } from './sample.js';

const [CALL, QUOTE, HOSTILE, REPLY] = ACTS.map((act) => act.id) as [string, string, string, string];
const SECRET = 'Tanyakan dulu kepada Bu Contoh (karangan).';

let fixture: ConsoleFixture;
let database: Connection;
const callers: Record<string, Caller> = {};
let written = 0;

beforeAll(async () => {
  fixture = await startConsoleFixture();
  database = await createConnection(testServices().mongodbUri, { dbName: fixture.databaseName }).asPromise();
  for (const name of ['reviewer', 'reviewer2', 'reviewer-sulsel', 'supervisor', 'supervisor2', 'sekda', 'auditor']) {
    callers[name] = await callAs(fixture.app, name);
  }
});
afterAll(async () => {
  await database.close();
  await fixture.close();
});

function nextId(): string {
  written += 1;
  return String(written).padStart(24, '0');
}
const send = (flagId: string, by: string, body: { id: string; text: string }) =>
  callers[by]!.post(`/api/flags/${flagId}/remarks`, body);
const write = (flagId: string, by: string, text: string) => send(flagId, by, { id: nextId(), text });
const read = async (flagId: string, by: string) => {
  const { remarks, hiddenRemarks } = (await callers[by]!.get(`/api/flags/${flagId}`)).json();
  return {
    texts: remarks.map((r: { text: string }) => r.text),
    by: remarks.map((r: { by: string }) => r.by),
    hiddenRemarks,
  };
};
const noticesOf = async (by: string) => (await callers[by]!.get('/api/notices')).json();
async function decide(id: string, by: string, verdict: Verdict) {
  const { version } = (await fixture.storage.flags.findFlag(id))!;
  const body = { verdict, reason: 'Alasan (contoh).', weighed: [], seenVersion: version };
  const answer = await callers[by]!.post(`/api/flags/${id}/verdict`, body);
  expect(answer.statusCode, answer.body).toBe(200);
}

describe('a remark', () => {
  it('is read by all who may open the flag, with whose and when; by nobody else', async () => {
    const answer = await write(CALL, 'reviewer', `  ${SECRET} `);
    expect(answer.json()).toMatchObject({ remarks: [{ by: 'Sari Peninjau (contoh)', isMine: true, text: SECRET }] });
    for (const by of ['reviewer2', 'supervisor']) {
      expect(await read(CALL, by)).toEqual({ texts: [SECRET], by: ['Sari Peninjau (contoh)'], hiddenRemarks: 0 });
    }
    expect((await write(CALL, 'reviewer-sulsel', 'contoh')).statusCode).toBe(404);
    for (const by of ['sekda', 'auditor']) expect((await write(CALL, by, 'contoh')).statusCode).toBe(403);
    expect((await callers.sekda!.get('/api/flags')).body).not.toContain(SECRET);
  });

  it('lies sealed in the database, and opens for no flag or person it was moved to', async () => {
    await write(CALL, 'reviewer', SECRET);
    const documents = database.collection<{ _id: string; id: string; flagId: string }>('remarks');
    const stored = (await documents.findOne({ flagId: CALL }))!;
    expect(JSON.stringify(await documents.find().toArray())).not.toContain('Contoh');
    await documents.insertOne({ ...stored, _id: stored._id.replace(CALL, REPLY), flagId: REPLY });
    expect((await read(REPLY, 'reviewer')).texts).toEqual([null]);
    await documents.deleteOne({ flagId: REPLY });
  });

  it('is in the log by who and which, without its words; written twice by a lost answer it is there once', async () => {
    const once = { id: nextId(), text: 'Sekali saja (contoh), @reviewer2.' };
    const before = (await read(CALL, 'reviewer')).texts.length;
    await send(CALL, 'reviewer', once);
    const [entry] = await fixture.storage.audit.listEntries({ limit: 1 });
    const { user } = (await fixture.storage.users.findUserByUsername('reviewer2'))!;
    expect(entry).toMatchObject({
      action: 'remark_written',
      subject: CALL,
      details: { remark: once.id, told: user.id },
    });
    expect(JSON.stringify(entry)).not.toMatch(/Sekali/);
    const { items } = await noticesOf('reviewer2');
    expect((await send(CALL, 'reviewer', once)).statusCode).toBe(200);
    expect((await read(CALL, 'reviewer')).texts).toHaveLength(before + 1);
    expect((await noticesOf('reviewer2')).items).toEqual(items);
    expect((await fixture.storage.audit.listEntries({ limit: 1 }))[0]!.action).toBe('flag_viewed');
  });

  it('calls whom it mentions, once and without its words; nobody who may not open the flag, and not its writer', async () => {
    const before = { supervisor: (await noticesOf('supervisor')).unread, own: (await noticesOf('reviewer')).unread };
    await write(
      QUOTE,
      'reviewer',
      '@supervisor @supervisor @reviewer @reviewer-sulsel @sekda @tidak-ada lihat (contoh)',
    );
    const told = await callers.supervisor!.get('/api/notices');
    expect(told.json()).toMatchObject({ unread: before.supervisor + 1, items: [{ kind: 'mentioned', flagId: QUOTE }] });
    expect(told.body).not.toContain('lihat');
    expect((await noticesOf('reviewer')).unread).toBe(before.own);
    for (const by of ['reviewer-sulsel', 'sekda']) expect((await noticesOf(by)).items).toEqual([]);
    const names = (await callers.reviewer!.get(`/api/flags/${QUOTE}/colleagues`)).json().colleagues;
    expect(names.map((one: { username: string }) => one.username).sort()).toEqual([
      'reviewer',
      'reviewer2',
      'supervisor',
      'supervisor2',
    ]);
  });

  it('says something, is not a book, and calls no crowd', async () => {
    for (const text of ['', ' \u200b ', 'x'.repeat(2_001)]) {
      expect((await write(CALL, 'reviewer', text)).statusCode).toBe(400);
    }
    expect((await write(CALL, 'reviewer', 'x'.repeat(2_000))).statusCode).toBe(200);
  });
});

describe('remarks on a decided flag', () => {
  it('of whoever decided, and any since, are hidden from the second person until that one has decided', async () => {
    await write(HOSTILE, 'reviewer2', 'Sebelum keputusan (contoh).');
    await write(HOSTILE, 'reviewer', 'Menurut saya jelas (contoh).');
    fixture.setNow(new Date(NOW.getTime() + 1_000));
    await decide(HOSTILE, 'reviewer', 'confirmed');
    fixture.setNow(new Date(NOW.getTime() + 2_000));
    await write(HOSTILE, 'reviewer2', '@supervisor ini dikonfirmasi Sari (contoh).');
    // Their own two: a question may bring it to them as well.
    expect(await read(HOSTILE, 'reviewer2')).toMatchObject({
      texts: [{}, {}].map(() => expect.any(String)),
      hiddenRemarks: 1,
    });
    expect((await read(HOSTILE, 'reviewer')).texts).toHaveLength(3);
    const own = await write(HOSTILE, 'supervisor', 'Saya baca dulu (contoh).');
    for (const seen of [own, await callers.supervisor!.get(`/api/flags/${HOSTILE}`)]) {
      expect(seen.body).not.toMatch(/Sari|jelas/);
      expect(seen.json()).toMatchObject({ hiddenRemarks: 2, remarks: [{ by: null }, { isMine: true }] });
    }
    await decide(HOSTILE, 'supervisor', 'dismissed');
    expect(await read(HOSTILE, 'supervisor')).toMatchObject({ hiddenRemarks: 0 });
    // Contrary now: whoever settles reads none of them.
    const masked = (await callers.supervisor2!.get(`/api/flags/${HOSTILE}`)).json();
    expect(masked).toMatchObject({ isMasked: true, remarks: [], hiddenRemarks: 4 });
    await decide(HOSTILE, 'supervisor2', 'dismissed');
    expect((await read(HOSTILE, 'supervisor2')).texts).toHaveLength(4);
  });
});
