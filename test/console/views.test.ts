import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_VIEWS } from '../../src/domain/saved-view.js';
import { openRaw } from '../support/keys-site.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';

let fixture: ConsoleFixture;
const callers: Record<string, Caller> = {};
beforeAll(async () => {
  fixture = await startConsoleFixture();
  const names = ['reviewer', 'reviewer2', 'reviewer-sulsel', 'supervisor', 'sekda', 'auditor', 'analyst'];
  for (const name of names) callers[name] = await callAs(fixture.app, name);
});
afterAll(() => fixture.close());

const WORDS = 'coblos seribu janji';
const body = (more: object = {}) => ({
  page: 'queue',
  name: 'Suka di Dinas (contoh)',
  search: `kind=like&acted=2026-11-20&account=seseorang&words=${WORDS.replaceAll(' ', '+')}`,
  office: null,
  ...more,
});
const views = async (by: string) => (await callers[by]!.get('/api/views')).json().views;
const keep = (by: string, more: object = {}) => callers[by]!.post('/api/views', body(more));

describe('a view of one’s own', () => {
  it('keeps filters, and no person and no day; nobody else sees it or removes it, and the log is silent', async () => {
    const before = (await fixture.storage.audit.getHead()).seq;
    const { id } = (await keep('reviewer')).json();
    expect(await views('reviewer')).toEqual([
      {
        ...{ id, page: 'queue', name: 'Suka di Dinas (contoh)', office: null, mayRemove: true },
        search: 'kind=like&words=coblos+seribu+janji',
      },
    ]);
    for (const other of ['reviewer2', 'supervisor']) {
      expect(await views(other)).toEqual([]);
      expect((await callers[other]!.post(`/api/views/${id}/remove`, {})).statusCode).toBe(404);
    }
    expect((await callers.reviewer!.post(`/api/views/${id}/remove`, {})).statusCode).toBe(204);
    expect(await views('reviewer')).toEqual([]);
    expect((await fixture.storage.audit.getHead()).seq).toBe(before);
  });

  it('lies in the database under lock: neither its name nor its words can be read there', async () => {
    const { id } = (await keep('reviewer')).json();
    const raw = await openRaw(fixture.databaseName);
    const kept = JSON.stringify(await raw.collection('saved_views').find().toArray());
    await raw.close();
    expect(kept).toContain(id);
    for (const word of ['Suka', 'coblos', 'seribu']) expect(kept).not.toContain(word);
    await callers.reviewer!.post(`/api/views/${id}/remove`, {});
  });

  it('that does not open any more holds no other back, and can be removed', async () => {
    const [broken, whole] = [(await keep('reviewer')).json().id, (await keep('reviewer')).json().id];
    const raw = await openRaw(fixture.databaseName);
    await raw.collection<{ _id: string }>('saved_views').updateOne({ _id: broken }, { $set: { sealed: 'AAAA' } });
    await raw.close();
    expect(await views('reviewer')).toEqual(
      expect.arrayContaining([
        { id: broken, page: 'queue', name: '—', search: '', office: null, mayRemove: true },
        expect.objectContaining({ id: whole, search: 'kind=like&words=coblos+seribu+janji' }),
      ]),
    );
    for (const id of [broken, whole])
      expect((await callers.reviewer!.post(`/api/views/${id}/remove`, {})).statusCode).toBe(204);
    expect(await views('reviewer')).toEqual([]);
  });

  it('is one of no more than can be looked through', async () => {
    const made = [];
    for (let i = 0; i < MAX_VIEWS; i += 1) made.push((await keep('reviewer2', { name: `nomor ${i}` })).json().id);
    const refused = await keep('reviewer2');
    expect([refused.statusCode, refused.json().error.code]).toEqual([422, 'too_many_views']);
    for (const id of made) await callers.reviewer2!.post(`/api/views/${id}/remove`, {});
  });
});

describe('a view of an office', () => {
  it('is kept by its supervisor, seen in it and below and nowhere else, and stands in the log', async () => {
    const { offices } = (await callers.supervisor!.get('/api/views')).json();
    expect(offices.length).toBeGreaterThan(1);
    const office = 'SBY';
    expect(offices.map(({ code }: { code: string }) => code)).toContain(office);
    const { id } = (await keep('supervisor', { office })).json();
    expect(await views('reviewer')).toMatchObject([{ id, office, mayRemove: false }]);
    expect(await views('supervisor')).toMatchObject([{ id, mayRemove: true }]);
    expect(await views('reviewer-sulsel')).toEqual([]);
    expect((await callers.reviewer!.post(`/api/views/${id}/remove`, {})).statusCode).toBe(404);
    expect((await keep('reviewer', { office })).statusCode).toBe(404);
    expect((await callers.reviewer!.get('/api/views')).json().offices).toEqual([]);
    expect((await callers.supervisor!.post(`/api/views/${id}/remove`, {})).statusCode).toBe(204);
    const entries = await fixture.storage.audit.listEntries({ limit: 10 });
    expect(entries.filter(({ action }) => action === 'view_changed')).toMatchObject([
      { subject: id, details: { change: 'removed', offices: office } },
      { subject: id, details: { change: 'created', offices: office } },
    ]);
    expect(JSON.stringify(entries)).not.toContain('coblos');
  });

  it('by words of an act, or by its ticket, is none for whoever may not read acts', async () => {
    const office = 'SBY';
    const made = [];
    for (const search of ['kind=like', 'kind=like&words=rahasia', 'ticket=contoh-pilwalkot%2F1'])
      made.push((await keep('supervisor', { office, search })).json().id);
    expect((await views('reviewer')).map(({ id }: { id: string }) => id).sort()).toEqual([...made].sort());
    expect(await views('sekda')).toMatchObject([{ id: made[0], search: 'kind=like' }]);
    for (const id of made) await callers.supervisor!.post(`/api/views/${id}/remove`, {});
  });

  it('is refused for an office that is not there', async () => {
    expect((await keep('supervisor', { office: 'TIDAK-ADA' })).statusCode).toBe(404);
  });
});
