import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Brought, bringReport } from '../../src/intake/reports/bring-report.js';
import { takeUploads } from '../../src/intake/uploads/take-uploads.js';
import { UPLOAD_LIMITS } from '../../src/intake/uploads/upload-limits.js';
import { drawPoster, wordsFound } from '../support/draw-poster.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { ACCOUNTS, NOW } from './sample.js';

// Everything here is invented ("contoh").
let fixture: ConsoleFixture;
let reviewer: Caller;
let sulsel: Caller;
let patrol: Caller;
beforeAll(async () => {
  fixture = await startConsoleFixture();
  [reviewer, sulsel, patrol] = (await Promise.all(
    ['reviewer', 'reviewer-sulsel', 'patrol'].map((name) => callAs(fixture.app, name)),
  )) as [Caller, Caller, Caller];
});
afterAll(() => fixture.close());

/** A dot: the smallest picture there is. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const LINK = (n: number) => `https://bsky.app/profile/warga.contoh.test/post/3kabcdefghij${n}`;

async function bring(given: Partial<Brought> = {}, pictures: readonly Buffer[] = []) {
  const { keepFile } = fixture.broughtFiles;
  const drawPicture = async (bytes: Uint8Array) => ({ bytes: Buffer.from(bytes), mime: 'image/png' as const });
  const files = await takeUploads(pictures, { limits: UPLOAD_LIMITS, drawPicture: drawPicture as never, keepFile });
  const brought: Brought = {
    id: randomUUID(),
    door: 'public',
    broughtAt: NOW,
    channel: 'public',
    who: { name: ACCOUNTS[0]!.name },
    act: { story: 'Saya melihatnya <b>kemarin</b>.', seenAt: NOW },
    files,
    ...given,
  };
  return (await bringReport({ ...fixture.storage, enqueueLooks: async () => {} }, brought)).report;
}

const step = (id: string, body: unknown, by = reviewer) => by.post(`/api/reports/${id}/step`, body);
const tie = (id: string, n = 0) => step(id, { to: 'identified', accountId: fixture.accountIds[n], seenVersion: 1 });
const CHECKED = {
  kind: 'post',
  words: 'TANDA ayo menangkan',
  actedAt: new Date(NOW.getTime() - 3_600_000).toISOString(),
};
const decide = (id: string, body: object) =>
  reviewer.post(`/api/reports/${id}/decision`, { reason: 'Dicocokkan.', ...body });

describe('the list of reports', () => {
  it('shows what waits, whose turn it is and until when, and what is overdue', async () => {
    const report = await bring({ broughtAt: new Date(NOW.getTime() - 3 * 86_400_000) });
    const list = (await reviewer.get('/api/reports?due=overdue')).json();
    expect(list.items).toMatchObject([{ id: report.id, state: 'new', step: { owner: 'reviewer', isOverdue: true } }]);
    expect(list.overdue).toBe(1);
    expect(list.items[0].firstLine).toBe('Saya melihatnya <b>kemarin</b>.');
  });

  it('is empty for whoever has no office, and no place of a list leads further', async () => {
    const nobody = await callAs(fixture.app, 'reviewer-none');
    expect((await nobody.get('/api/reports')).json()).toMatchObject({ items: [], counts: {} });
    expect((await reviewer.get('/api/reports?cursor=zzz')).statusCode).toBe(404);
  });
});

describe('one report', () => {
  it('shows what was brought, namesakes for a person to choose from, and others like it', async () => {
    const act = { link: LINK(2), story: 'Contoh.' };
    const [first, second] = [await bring({ act }), await bring({ act }, [PNG])];
    const page = (await reviewer.get(`/api/reports/${second.id}`)).json();
    expect(page).toMatchObject({
      state: 'new',
      account: null,
      act: { link: { platform: 'bluesky' } },
      alike: [{ id: first.id, by: ['link'] }],
      formal: { daysLeft: 7 },
    });
    expect(page.candidates).toMatchObject([{ id: fixture.accountIds[0], naming: 'name' }]);
    const file = await reviewer.get(`/api/reports/${second.id}/files/${page.files[0].id}`);
    expect(file.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
    expect(file.headers['content-security-policy']).toContain('sandbox');
    expect((await reviewer.get(`/api/reports/${first.id}/files/${page.files[0].id}`)).statusCode).toBe(404);
  });

  it('leaves every look in the log, under its id and without a word of it', async () => {
    const report = await bring();
    await reviewer.get(`/api/reports/${report.id}`);
    const [entry] = await fixture.storage.audit.listEntries({ limit: 1 });
    expect(entry).toMatchObject({ action: 'report_viewed', subject: report.id });
  });

  it('is tied to an account, and from then on is of that office alone', async () => {
    const report = await bring();
    expect((await sulsel.get(`/api/reports/${report.id}`)).statusCode).toBe(200);
    expect((await tie(report.id)).json()).toMatchObject({
      state: 'identified',
      account: { id: fixture.accountIds[0] },
    });
    expect((await sulsel.get(`/api/reports/${report.id}`)).statusCode).toBe(404);
    expect((await step(report.id, { to: 'waits_for_registry', seenVersion: 2 }, sulsel)).statusCode).toBe(404);
    expect((await sulsel.get('/api/reports')).json().items.map(({ id }: { id: string }) => id)).not.toContain(
      report.id,
    );
  });

  it('is not tied to an account of another office, nor on what somebody saw before', async () => {
    const report = await bring();
    const elsewhere = ACCOUNTS.findIndex(({ officeCode }) => officeCode === 'SULSEL-BAP');
    expect((await tie(report.id, elsewhere)).statusCode).toBe(404);
    expect((await step(report.id, { to: 'waits_for_registry', seenVersion: 7 })).statusCode).toBe(409);
  });

  it('is asked about by the office: the question stands once, however often it is sent', async () => {
    const report = await bring();
    const body = { id: randomUUID(), text: 'Kapan Anda melihatnya?' };
    for (let i = 0; i < 2; i += 1)
      expect((await reviewer.post(`/api/reports/${report.id}/message`, body)).statusCode).toBe(200);
    const { messages } = (await reviewer.get(`/api/reports/${report.id}`)).json();
    expect(messages).toMatchObject([{ from: 'office', text: body.text, by: 'Sari Peninjau (contoh)' }]);
  });
});

describe('what stands written in a picture', () => {
  it('is read for whoever checks the report, with each word’s place, and kept nowhere', async () => {
    const { jpeg, words } = await drawPoster(4);
    const report = await bring({}, [jpeg]);
    const { body } = await reviewer.get(`/api/reports/${report.id}/files/${report.files[0]!.id}/text`);
    const read = JSON.parse(body);
    expect(wordsFound(words, read.text) / words.length).toBeGreaterThan(0.9);
    expect(read.words[0]).toMatchObject({ start: 0, box: Array(4).fill(expect.any(Number)) });
    const kept = await fixture.storage.reports.findReport(report.id);
    expect(JSON.stringify(kept)).not.toContain(read.text.split('\n')[0]);
  });

  it('is read of this report’s pictures alone, by those who may see it', async () => {
    const [one, other] = [await bring({}, [PNG]), await bring({}, [PNG])];
    const path = `/api/reports/${one.id}/files/${other.files[0]!.id}/text`;
    expect((await reviewer.get(path)).statusCode).toBe(404);
    expect((await patrol.get(path)).statusCode).toBe(403);
  });

  it('is not asked of a document', async () => {
    const report = await bring({}, [Buffer.from('%PDF-1.4\n%contoh\n')]);
    expect(report.files[0]!.type).toBe('application/pdf');
    const path = `/api/reports/${report.id}/files/${report.files[0]!.id}/text`;
    expect((await reviewer.get(path)).statusCode).toBe(404);
  });
});

describe('a decision', () => {
  it('that it is true makes a flag that tells how it came, with the picture beside it', async () => {
    const report = await bring({ act: { link: LINK(3) } }, [PNG]);
    await tie(report.id);
    const decided = await decide(report.id, { outcome: 'true', checked: CHECKED, seenVersion: 2 });
    expect(decided.statusCode).toBe(200);
    const { flagId, decision } = decided.json();
    expect(decision).toMatchObject({ outcome: 'true', by: 'Sari Peninjau (contoh)' });
    await fixture.storage.flags.openFlag(
      flagId,
      { manifestSha256: 'a'.repeat(64), sealedAt: NOW, items: [], missing: [] },
      NOW,
    );
    expect((await reviewer.get(`/api/flags/${flagId}/reports`)).json()).toMatchObject({
      reports: [{ id: report.id, door: 'public', files: [{ isPicture: true }] }],
    });
    expect((await sulsel.get(`/api/flags/${flagId}/reports`)).statusCode).toBe(404);
    expect((await reviewer.get(`/api/flags/${flagId}`)).json()).toMatchObject({ content: { source: 'report' } });
  });

  it.each([
    ['without a reason', { outcome: 'not_true', reason: '  ', seenVersion: 2 }, 400],
    ['of an outcome that is none', { outcome: 'guilty', seenVersion: 2 }, 400],
    ['on an older version', { outcome: 'not_true', seenVersion: 1 }, 409],
    ['that it is true, of an act that was not checked', { outcome: 'true', seenVersion: 2 }, 422],
    [
      'of an act that is still to come',
      { outcome: 'true', checked: { ...CHECKED, actedAt: '2027-01-01T00:00:00Z' }, seenVersion: 2 },
      422,
    ],
    [
      'of an act before the mandate',
      { outcome: 'true', checked: { ...CHECKED, actedAt: '2025-01-01T00:00:00Z' }, seenVersion: 2 },
      422,
    ],
  ])('is refused %s', async (_what, body, status) => {
    const report = await bring();
    await tie(report.id);
    const answer = await decide(report.id, body);
    expect(answer.statusCode).toBe(status);
    expect(answer.json().error.hint).not.toBe('');
    expect(await fixture.storage.reports.findReport(report.id)).toMatchObject({ state: 'identified' });
  });
});

it('makes nobody answer for an act on another platform than that of the account', async () => {
  const report = await bring({ act: { link: 'https://www.tiktok.com/@warga.contoh/video/7412345678901234510' } });
  await tie(report.id);
  const answer = await decide(report.id, { outcome: 'true', checked: CHECKED, seenVersion: 2 });
  expect(answer.statusCode).toBe(422);
  expect(answer.json().error.message).toContain('platform lain');
});

it('that rules missed is words for an analyst, with an estimate, and without whose they are', async () => {
  const analyst = await callAs(fixture.app, 'analyst');
  const { name } = ACCOUNTS[0]!;
  const given = [
    ['TANDA ayo menangkan, kata-kata yang ditandai aturan', 5],
    [`Kata-kata halus dari ${name} yang tidak ditandai aturan`, 6],
  ] as const;
  for (const [words, n] of given) {
    const report = await bring({ act: { link: LINK(n) } });
    await tie(report.id);
    const checked = { ...CHECKED, words };
    const { flagId } = (await decide(report.id, { outcome: 'true', checked, seenVersion: 2 })).json();
    const seal = { manifestSha256: 'a'.repeat(64), sealedAt: NOW, items: [], missing: [] };
    await fixture.storage.flags.openFlag(flagId, seal, NOW);
    const flag = (await fixture.storage.flags.findFlag(flagId))!;
    const review = { verdict: 'confirmed', reason: 'Contoh.', weighed: [], reviewerId: 'a', at: NOW } as const;
    const decided = { ...flag, state: 'decided', version: flag.version + 1, reviews: [review] } as const;
    await fixture.storage.flags.saveDecision(decided, review);
  }
  const answer = await analyst.get('/api/rules/missed');
  expect(answer.json()).toMatchObject({
    recall: { rate: 0.5, cases: 2 },
    items: [
      {
        kind: 'post',
        text: expect.stringContaining('yang tidak ditandai aturan'),
        sample: expect.stringMatching(/^- \{"note":.*yang tidak ditandai aturan"\}$/),
      },
    ],
  });
  for (const part of name.split(' ')) expect(answer.body.toLowerCase()).not.toContain(part.toLowerCase());
  expect((await reviewer.get('/api/rules/missed')).statusCode).toBe(403);
});

describe('whose account it is', () => {
  it('is looked for in the own offices alone, by name, handle, office or last digits', async () => {
    const found = async (by: Caller, text: string) =>
      (await by.get(`/api/accounts?text=${encodeURIComponent(text)}`))
        .json()
        .accounts.map(({ id }: { id: string }) => id);
    const { handle, name } = ACCOUNTS[0]!;
    for (const text of [handle.slice(0, 6), name]) expect(await found(patrol, text)).toContain(fixture.accountIds[0]);
    expect(await found(reviewer, 'Dinas Kesehatan')).not.toEqual([]);
    expect(await found(sulsel, name)).toEqual([]);
  });

  it('comes with what rules say of it, and stores nothing', async () => {
    const before = await fixture.storage.activities.countActs();
    const body = { accountId: fixture.accountIds[0], checked: CHECKED, link: LINK(4) };
    expect((await patrol.post('/api/opinion', body)).json()).toMatchObject({
      stage: 'campaign',
      matches: [{ rule: { id: 'contoh' } }],
      flagId: null,
    });
    expect(await fixture.storage.activities.countActs()).toEqual(before);
    expect((await sulsel.post('/api/opinion', body)).statusCode).toBe(404);
  });

  it('is told by a pasted link at once, and a text without one says nothing', async () => {
    const { handle } = ACCOUNTS[0]!;
    const read = await patrol.post('/api/links', { text: `cek https://bsky.app/profile/${handle}/post/3kabcdefghij2` });
    expect(read.json()).toMatchObject({
      link: { platform: 'bluesky', kind: 'post' },
      account: { id: fixture.accountIds[0], naming: 'handle' },
    });
    expect((await patrol.post('/api/links', { text: 'tidak ada' })).json()).toEqual({ link: null, account: null });
  });
});
