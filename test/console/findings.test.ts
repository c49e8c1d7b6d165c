import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { ACCOUNTS, NOW } from './sample.js';

// Everything here is invented ("contoh").
let fixture: ConsoleFixture;
let patrol: Caller;
let reviewer: Caller;
beforeAll(async () => {
  fixture = await startConsoleFixture();
  [patrol, reviewer] = (await Promise.all(['patrol', 'reviewer'].map((name) => callAs(fixture.app, name)))) as [
    Caller,
    Caller,
  ];
});
afterAll(() => fixture.close());

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const aFinding = (given: object = {}) => ({
  id: randomUUID(),
  accountId: fixture.accountIds[0],
  kind: 'like',
  link: 'https://www.tiktok.com/@pasangan.contoh/video/7412345678901234599',
  words: 'Ayo menangkan pasangan contoh',
  story: 'Akun itu menyukai video <script>alert(1)</script> ini.',
  seenAt: new Date(NOW.getTime() - 3_600_000).toISOString(),
  place: 'Kantor kecamatan',
  taskLetter: '090/ST/contoh/2026',
  pictures: [PNG],
  ...given,
});
const post = (body: object, by = patrol) => by.post('/api/findings', body);

describe('a patrol finding', () => {
  it('is in with its account, its picture drawn anew and its officer, and twice it is one', async () => {
    const body = aFinding();
    expect((await post(body)).json()).toEqual({ id: body.id, isNew: true });
    expect((await post(body)).json()).toEqual({ id: body.id, isNew: false });
    const page = (await patrol.get(`/api/findings/${body.id}`)).json();
    expect(page).toMatchObject({
      door: 'patrol',
      state: 'identified',
      account: { id: fixture.accountIds[0] },
      act: { kind: 'like', place: 'Kantor kecamatan', taskLetter: '090/ST/contoh/2026' },
      files: [{ isPicture: true, type: 'image/png' }],
    });
    expect((await patrol.get(`/api/findings/${body.id}/files/${page.files[0].id}`)).statusCode).toBe(200);
    expect((await reviewer.get('/api/reports')).json().items.map(({ id }: { id: string }) => id)).toContain(body.id);
  });

  it('is its officer’s own: another one finds none of it, nor of what the public brought', async () => {
    const body = aFinding();
    await post(body, reviewer);
    const own = (await patrol.get('/api/findings')).json().items.map(({ id }: { id: string }) => id);
    expect(own).not.toContain(body.id);
    for (const path of ['', '/annex', '/files/x']) {
      expect((await patrol.get(`/api/findings/${body.id}${path}`)).statusCode).toBe(404);
    }
    expect((await post({ ...body, story: 'Milik saya.' })).statusCode).toBe(404);
    expect((await patrol.get('/api/reports')).statusCode).toBe(403);
  });

  it.each([
    [
      'of an account of another office',
      () => ({ accountId: fixture.accountIds[ACCOUNTS.findIndex((a) => a.officeCode === 'SULSEL-BAP')] }),
      404,
    ],
    ['of a time to come', () => ({ seenAt: '2027-05-01T00:00:00Z' }), 422],
    [
      'with a picture that is none',
      () => ({ pictures: [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')] }),
      422,
    ],
    ['with five pictures', () => ({ pictures: Array(5).fill(PNG) }), 400],
    ['of a kind that is none', () => ({ kind: 'poke' }), 400],
  ])('is refused %s, and nothing of it is kept', async (_what, given, status) => {
    const body = aFinding(given());
    expect((await post(body)).statusCode).toBe(status);
    expect(await fixture.storage.reports.findReport(body.id)).toBeUndefined();
  });

  it('has an annex with officer, letter, act, digests and the days that are left, in which words stay words', async () => {
    const body = aFinding();
    await post(body);
    const annex = await patrol.get(`/api/findings/${body.id}/annex`);
    expect(annex.headers['content-type']).toBe('application/pdf');
    expect(annex.headers['content-disposition']).toContain('attachment');
    const [file] = (await fixture.storage.reports.findReport(body.id))!.files;
    for (const part of [
      'Orang patrol (contoh)',
      '090/ST/contoh/2026',
      'Suka',
      file!.broughtSha256,
      '27 November 2026',
      ACCOUNTS[0]!.name,
    ]) {
      expect(annex.body).toContain(part);
    }
    expect(annex.body).toContain('&lt;script&gt;');
    expect(annex.body).not.toContain('<script>');
    const [entry] = await fixture.storage.audit.listEntries({ limit: 1 });
    expect(entry).toMatchObject({ action: 'exported', subject: body.id });
  });
});
