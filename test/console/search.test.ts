import { type Connection, createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { search as searchMigration } from '../../src/storage/migrations/0010-search.js';
import { testServices } from '../support/test-services.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { ACTS, match } from './sample.js';

const [CALL, QUOTE, HOSTILE, REPLY, LIKE] = ACTS.map((act) => act.id) as [string, string, string, string, string];

let fixture: ConsoleFixture;
let database: Connection;
const callers: Record<string, Caller> = {};
const NAMES = ['reviewer', 'reviewer-sulsel', 'supervisor', 'sekda', 'auditor'];

beforeAll(async () => {
  fixture = await startConsoleFixture();
  database = await createConnection(testServices().mongodbUri, { dbName: fixture.databaseName }).asPromise();
  for (const name of NAMES) callers[name] = await callAs(fixture.app, name);
  await fixture.addAct({
    id: 'flagspoken',
    account: 2,
    kind: 'post',
    hoursAgo: 2,
    text: 'Ojo lali nyoblos (contoh)',
    matches: [match('call-to-vote', [])],
  });
});
afterAll(async () => {
  await database.close();
  await fixture.close();
});

const flags = () => database.collection<{ _id: string; terms?: string[] }>('flags');
const queue = async (query: Record<string, string>, by = 'reviewer') =>
  (await callers[by]!.get(`/api/flags?${new URLSearchParams(query)}`)).json();
const ids = async (query: Record<string, string>, by?: string) =>
  (await queue(query, by)).items.map((item: { id: string }) => item.id);
const search = async (q: string, by = 'reviewer') =>
  (await callers[by]!.get(`/api/search?${new URLSearchParams({ q })}`)).json();
const names = (found: { name: string }[]) => found.map(({ name }) => name);

describe('search by words of the act', () => {
  it('finds them by their base, whatever form of speech they have, and in words that an act is aimed at', async () => {
    for (const words of ['coblos', 'nyoblos', 'mencoblos', 'COBLOS!'])
      expect(await ids({ words })).toEqual([CALL, 'flagspoken']);
    expect(await ids({ words: 'coblos posko' })).toEqual([CALL]);
    expect(await ids({ words: 'rejeki' })).toEqual([REPLY]);
    expect(await ids({ words: 'terang' }, 'reviewer-sulsel')).toEqual([LIKE]);
    expect(await queue({ words: 'coblos', limit: '1' })).toMatchObject({ fitting: 2 });
    expect((await callers.reviewer!.post('/api/flags/next', { words: 'posko' })).json()).toEqual({ id: CALL });
  });

  it('finds nothing beyond the own offices, and nothing for a query without a word', async () => {
    expect(await ids({ words: 'terang' })).toEqual([]);
    for (const words of ['…', '😊', '$where', 'x'.repeat(200)]) expect(await ids({ words })).toEqual([]);
  });

  it('leaves no word in the database in clear: keyed hashes, of another key other ones', async () => {
    const { terms } = (await flags().findOne({ _id: CALL }))!;
    expect(terms!.length).toBeGreaterThan(10);
    for (const term of terms!) expect(term).toMatch(/^[\w-]{11}$/);
    expect(JSON.stringify(terms)).not.toMatch(/coblos|posko|kemuning/i);
    await flags().updateOne({ _id: QUOTE }, { $unset: { terms: '' } });
    await searchMigration.up(database, { hashKey: Buffer.alloc(32, 9), auditKey: Buffer.alloc(32) });
    expect(await ids({ words: 'berita' })).toEqual([]);
  });

  it('is filled in for flags that were there, also by a migration that was cut off', async () => {
    const before = (await flags().findOne({ _id: HOSTILE }))!.terms;
    await flags().updateMany({ _id: { $in: [QUOTE, HOSTILE] } }, { $unset: { terms: '' } });
    expect(await ids({ words: 'berita' })).toEqual([]);
    const keys = { hashKey: Buffer.alloc(32, 1), auditKey: Buffer.alloc(32) };
    await Promise.all([searchMigration.up(database, keys), searchMigration.up(database, keys)]);
    expect(await ids({ words: 'berita' })).toEqual([QUOTE]);
    expect((await flags().findOne({ _id: HOSTILE }))!.terms).toEqual(before);
    expect((await fixture.storage.audit.verify()).contradictionCount).toBe(0);
  });

  it('tells those who see no content nothing: for them words, person and ticket narrow nothing', async () => {
    const all = await ids({}, 'sekda');
    const [account] = fixture.accountIds;
    const queries: Record<string, string>[] = [
      { words: 'coblos' },
      { words: 'takada' },
      { account: account! },
      { ticket: 'contoh-pilwalkot/2' },
    ];
    for (const query of queries) expect(await ids(query, 'sekda')).toEqual(all);
    expect((await queue({ account: account! }, 'sekda')).about).toEqual({ account: null, ticket: null });
    expect((await callers.sekda!.get('/api/search?q=lintang')).statusCode).toBe(403);
    expect((await callers.auditor!.get('/api/search?q=lintang')).statusCode).toBe(403);
  });
});

describe('the one field', () => {
  it('knows a person by words of the name, by handle and by the end of the NIP, in the own offices alone', async () => {
    for (const q of ['lintang', 'contohandayani lintang', 'lintang.cont', '@lintang.contoh.test', '001'])
      expect(names((await search(q)).people), q).toContain('Lintang Contohandayani');
    expect((await search('lintang')).people[0].nipMasked).toMatch(/^•+001$/);
    expect((await search('mattola')).people).toEqual([]);
    expect(names((await search('contohmattola', 'reviewer-sulsel')).people)).toEqual(['Andi Contohmattola']);
    expect((await search('lintang', 'reviewer-sulsel')).people).toEqual([]);
    const { id } = (await search('lintang')).people[0];
    expect(await queue({ account: id })).toMatchObject({
      items: [{ id: QUOTE }],
      about: { account: 'Lintang Contohandayani' },
    });
    expect(await queue({ account: id }, 'reviewer-sulsel')).toMatchObject({ items: [], about: { account: null } });
  });

  it('knows offices, rules, tickets, reviewers and days', async () => {
    expect(names((await search('dinas kes')).offices)).toEqual(['Dinas Kesehatan (contoh)']);
    expect((await search('ajakan')).rules).toEqual([{ id: 'call-to-vote', title: 'Ajakan memilih pasangan calon' }]);
    const [ticket] = (await search('jagatnata')).tickets;
    expect(ticket.id).toBe('contoh-pilwalkot/2');
    expect(await queue({ ticket: ticket.id })).toMatchObject({
      items: [{ id: QUOTE }, { id: REPLY }],
      about: { ticket: ticket.label },
    });
    expect(names((await search('sari')).reviewers)).toEqual(['Sari Peninjau (contoh)']);
    expect((await search('daeng')).reviewers).toEqual([]);
    expect((await search('19/11/2026')).day).toBe('2026-11-19');
    expect(await ids({ acted: '2026-11-19' })).toEqual([QUOTE, HOSTILE]);
  });

  it('writes that somebody looked, and not for what', async () => {
    await search('lintang contohandayani');
    const [entry] = await fixture.storage.audit.listEntries({ limit: 1 });
    expect(entry).toMatchObject({ action: 'searched', details: { count: 1 } });
    await ids({ words: 'rahasia' });
    const [viewed] = await fixture.storage.audit.listEntries({ limit: 1 });
    expect(viewed).toMatchObject({ action: 'queue_viewed', details: { order: 'oldest', words: true } });
    expect(JSON.stringify([entry, viewed])).not.toMatch(/lintang|rahasia/i);
  });

  it.each(['q=', `q=${'x'.repeat(300)}`, 'q[$gt]=', 'q=a&q=b', 'q=%00', 'q="$where"', 'q=.*', 'q=-contoh'])(
    'answers %s with what is wrong, or as if there were none, never with a failure',
    async (query) => {
      expect((await callers.reviewer!.get(`/api/search?${query}`)).statusCode).toBeLessThan(500);
    },
  );
});

describe('what is in hand and what is decided', () => {
  it('is narrowed the same way, and a blind second review learns nothing by it', async () => {
    await callers.reviewer!.post(`/api/flags/${REPLY}/claim`);
    expect(await ids({ held: 'mine' })).toContain(REPLY);
    expect(await ids({ held: 'mine' }, 'supervisor')).toEqual([]);
    const body = { verdict: 'confirmed', reason: 'Contoh.', weighed: [], seenVersion: 2 };
    expect((await callers.reviewer!.post(`/api/flags/${HOSTILE}/verdict`, body)).statusCode).toBe(200);
    const decided = async (query: string, by = 'reviewer') =>
      (await callers[by]!.get(`/api/decisions?${query}`)).json();
    expect((await decided('words=dukung')).items).toMatchObject([{ id: HOSTILE }]);
    expect((await decided('words=coblos')).items).toEqual([]);
    expect((await decided('rule=own-support&ticket=contoh-pilwalkot/1')).items).toHaveLength(1);
    expect((await decided(`account=${fixture.accountIds[2]}`)).about.account).toBe('Jaka Contohnugraha');
    expect((await decided('words=dukung', 'supervisor')).items).toEqual([]);
    const second = (await callers.supervisor!.get('/api/second-reviews?words=dukung')).json();
    expect(second.items).toMatchObject([{ id: HOSTILE }]);
  });
});
