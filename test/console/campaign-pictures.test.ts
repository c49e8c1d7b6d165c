import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPosters } from '../../src/cli/posters/import/import-posters.js';
import { may, ROLES } from '../../src/domain/abilities.js';
import { bringReport } from '../../src/intake/reports/bring-report.js';
import { takeUploads } from '../../src/intake/uploads/take-uploads.js';
import { UPLOAD_LIMITS } from '../../src/intake/uploads/upload-limits.js';
import { looksOfCuts } from '../../src/pictures/look-of-picture.js';
import { drawPoster, wordsFound } from '../support/draw-poster.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { ELECTIONS, NOW, TICKETS } from './sample.js';

// Everything here is invented ("contoh").
const TICKET = Object.keys(TICKETS)[0]!;
let fixture: ConsoleFixture;
let keeper: Caller;
let reviewer: Caller;
let poster: Awaited<ReturnType<typeof drawPoster>>;
beforeAll(async () => {
  fixture = await startConsoleFixture({ elections: ELECTIONS });
  [keeper, reviewer] = await Promise.all([callAs(fixture.app, 'supervisor'), callAs(fixture.app, 'reviewer')]);
  poster = await drawPoster(17);
});
afterAll(() => fixture.close());

const add = (bytes: Buffer, ticket = TICKET) =>
  keeper.post('/api/campaign-pictures', { ticket, picture: bytes.toString('base64') });
const list = async () => (await keeper.get('/api/campaign-pictures')).json();
const lastEntry = async () => (await fixture.storage.audit.listEntries({ limit: 1 }))[0]!;

async function bring(bytes: Buffer) {
  const { keepFile } = fixture.broughtFiles;
  const drawPicture = async (given: Uint8Array) => ({ bytes: Buffer.from(given), mime: 'image/jpeg' as const });
  const files = await takeUploads([bytes], { limits: UPLOAD_LIMITS, drawPicture: drawPicture as never, keepFile });
  const brought = { id: randomUUID(), door: 'public', broughtAt: NOW, channel: 'public', who: {}, files } as const;
  const act = { story: 'Dilihat di berandanya (contoh).', seenAt: NOW };
  const deps = { ...fixture.storage, enqueueLooks: async () => {} };
  const { report } = await bringReport(deps, {
    ...brought,
    act,
    accountId: fixture.accountIds[0],
    officeCode: 'SBY-DINKES',
  });
  return report;
}
const checkedOf = (pictures: readonly string[], kind = 'post') => ({
  kind,
  words: '',
  actedAt: new Date(NOW.getTime() - 3_600_000).toISOString(),
  pictures,
});

describe('the bank of campaign pictures', () => {
  it('holds what its keepers add, drawn anew, with who and when and one entry of the log each', async () => {
    const { id } = (await add(poster.jpeg)).json();
    expect(await lastEntry()).toMatchObject({
      action: 'campaign_picture_changed',
      subject: id,
      details: { change: 'created', elections: 'contoh', ticket: TICKET },
    });
    expect(await list()).toMatchObject({
      pictures: [{ id, ticket: TICKET, addedAt: NOW.toISOString() }],
      tickets: expect.arrayContaining([expect.objectContaining({ id: TICKET, label: TICKETS[TICKET], isKnown: true })]),
    });
    const shown = await keeper.get(`/api/campaign-pictures/${id}/picture`);
    expect(shown.headers).toMatchObject({
      'content-type': expect.stringMatching(/^image/),
      'x-content-type-options': 'nosniff',
    });
  });

  it('refuses the same file for the same ticket, no picture, and a ticket that no election has', async () => {
    const answers = [
      await add(poster.jpeg),
      await add(Buffer.from('bukan gambar')),
      await add(poster.jpeg, 'tak-ada/1'),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([409, 422, 400]);
    expect((await list()).pictures).toHaveLength(1);
  });

  it('is closed to every role that does not keep it', async () => {
    const { pictures } = await list();
    for (const role of ROLES.filter((one) => !may({ role: one }, 'keep_posters'))) {
      const caller = await callAs(fixture.app, role);
      const { id } = pictures[0];
      const answers = [
        await caller.get('/api/campaign-pictures'),
        await caller.get(`/api/campaign-pictures/${id}/picture`),
        await caller.post('/api/campaign-pictures', { ticket: TICKET, picture: '' }),
        await caller.post(`/api/campaign-pictures/${id}/remove`),
      ];
      expect(
        answers.map(({ statusCode }) => statusCode),
        role,
      ).toEqual([403, 403, 403, 403]);
    }
  });
});

describe('a folder of campaign pictures', () => {
  it('is registered in the name of somebody who may, each once, and says what of it was not taken and why', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'netra-gambar-'));
    const [contest, number] = TICKET.split('/');
    const other = await drawPoster(18);
    for (const [place, bytes] of [
      [`contoh/${contest}/${number}/a.jpg`, poster.jpeg],
      [`contoh/${contest}/${number}/b.jpg`, other.jpeg],
      [`contoh/${contest}/${number}/rusak.jpg`, Buffer.from('<svg/>')],
      [`contoh/${contest}/99/c.jpg`, other.jpeg],
      ['contoh/tersesat.jpg', other.jpeg],
    ] as const) {
      await mkdir(dirname(join(folder, place)), { recursive: true });
      await writeFile(join(folder, place), bytes);
    }
    const { keepFile, readFile } = fixture.broughtFiles;
    const drawPicture = async (bytes: Uint8Array) =>
      bytes.length > 100 ? { bytes: Buffer.from(bytes), mime: 'image/jpeg' } : 'broken';
    const deps = {
      ...fixture.storage,
      elections: ELECTIONS,
      takeFiles: (files: readonly Uint8Array[]) =>
        takeUploads(files, { limits: UPLOAD_LIMITS, drawPicture: drawPicture as never, keepFile }),
      readFile,
      looksOfPicture: looksOfCuts,
      clock: () => NOW,
    };
    const run = (username: string) => importPosters(deps, { folder, username });
    await expect(run('reviewer')).rejects.toMatchObject({ retryable: false });
    await expect(run('tak-ada')).rejects.toMatchObject({ retryable: false });
    const first = await run('analyst');
    expect(first).toMatchObject({ added: 1, known: 1 });
    expect(first.faults.map(({ file }) => file.split('/').at(-1)).toSorted()).toEqual([
      'c.jpg',
      'rusak.jpg',
      'tersesat.jpg',
    ]);
    expect(await run('analyst')).toMatchObject({ added: 0, known: 2 });
    const { pictures } = await list();
    expect(pictures).toHaveLength(2);
    const { id } = pictures.find(({ addedBy }: { addedBy: string }) => addedBy === 'Adi Analis (contoh)');
    expect(await lastEntry()).toMatchObject({
      action: 'campaign_picture_changed',
      subject: id,
      details: { ticket: TICKET },
    });
    await keeper.post(`/api/campaign-pictures/${id}/remove`);
    await rm(folder, { recursive: true });
  });
});

describe('a picture that was brought and belongs to the act', () => {
  const smaller = () => sharp(poster.jpeg).resize(700).jpeg({ quality: 50 }).toBuffer();

  it('is read, known as the poster it is, and judged; nothing of it is kept before somebody decides', async () => {
    const report = await bring(await smaller());
    const asked = {
      accountId: fixture.accountIds[0],
      reportId: report.id,
      checked: checkedOf([report.files[0]!.id]),
    };
    const opinion = (await reviewer.post('/api/opinion', asked)).json();
    expect(opinion.media).toMatchObject([{ poster: TICKETS[TICKET] }]);
    expect(wordsFound(poster.words, opinion.media[0].text) / poster.words.length).toBeGreaterThan(0.7);
    const liked = { ...asked, checked: checkedOf([report.files[0]!.id], 'like') };
    expect((await reviewer.post('/api/opinion', liked)).json()).toMatchObject({
      text: '',
      targetText: opinion.media[0].text,
      media: [],
    });
  });

  it('is part of the act that is kept, with the place of each word, and the flag shows where it lies', async () => {
    const report = await bring(await smaller());
    const body = {
      outcome: 'true',
      reason: 'Dicocokkan.',
      checked: checkedOf([report.files[0]!.id]),
      seenVersion: report.version,
    };
    const { flagId } = (await reviewer.post(`/api/reports/${report.id}/decision`, body)).json();
    const seal = {
      sealedAt: NOW,
      manifestSha256: 'a'.repeat(64),
      missing: [],
      items: [
        {
          name: 'brought1.jpg',
          mediaType: 'image/jpeg',
          bytes: 1,
          sha256: 'b'.repeat(64),
          source: 'reporter',
          broughtSha256: report.files[0]!.broughtSha256,
        },
      ],
    } as const;
    await fixture.storage.flags.openFlag(flagId, seal as never, NOW);
    const { content } = (await reviewer.get(`/api/flags/${flagId}`)).json();
    expect(content.media).toMatchObject([{ picture: { item: 'brought1.jpg', poster: TICKETS[TICKET] } }]);
    const [{ text, picture }] = content.media;
    const { start, end, box } = picture.words[0];
    expect(text.slice(start, end)).toMatch(/\S/);
    expect(box[2]).toBeGreaterThan(box[0]);
    expect(await fixture.storage.audit.verify([], NOW)).toMatchObject({ ok: true });
  });

  it('is one of this very report, and of one that the caller may check', async () => {
    const [report, other] = [await bring(await smaller()), await bring(poster.jpeg)];
    const ask = (more: object, by = reviewer) => by.post('/api/opinion', { accountId: fixture.accountIds[0], ...more });
    const foreign = checkedOf([other.files[0]!.id]);
    const patrol = await callAs(fixture.app, 'patrol');
    const answers = [
      await ask({ reportId: report.id, checked: foreign }),
      await ask({ checked: foreign }),
      await ask({ reportId: other.id, checked: foreign }, patrol),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
  });

  it('is known no more once the bank gives it up, and the log says who did', async () => {
    const [{ id }] = (await list()).pictures;
    expect((await keeper.post(`/api/campaign-pictures/${id}/remove`)).statusCode).toBe(204);
    expect(await lastEntry()).toMatchObject({ details: { change: 'removed', ticket: TICKET } });
    expect((await keeper.get(`/api/campaign-pictures/${id}/picture`)).statusCode).toBe(404);
    const report = await bring(await smaller());
    const asked = { accountId: fixture.accountIds[0], reportId: report.id, checked: checkedOf([report.files[0]!.id]) };
    expect((await reviewer.post('/api/opinion', asked)).json().media).toMatchObject([{ poster: null }]);
  });
});
