import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pngOf } from '../attacks/hostile-files.js';
import { launchBrowser, webApp } from './browser.js';
import { type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { sendForm, solved } from './lapor.js';
import { NOW } from './sample.js';

const PORTAL = 'https://portal.contoh.test';
const STORY = 'Sekretaris Contoh (karangan) mengajak memilih.';
const LIMITS = { softPerHour: 3, hardPerHour: 9, wrongReceiptsPerHour: 3, firstBits: 8 };
let fixture: ConsoleFixture;
let hour = 0;
beforeAll(async () => {
  fixture = await startConsoleFixture({ acts: [], reportOrigins: [PORTAL], reportLimits: LIMITS });
});
afterAll(() => fixture.close());
beforeEach(() => {
  hour += 1;
  fixture.setNow(new Date(NOW.getTime() + hour * 3_600_000));
});

const bring = (body: object, headers: Record<string, string> = {}, from = '203.0.113.40') =>
  fixture.app.inject({ method: 'POST', url: '/api/reports', payload: body, headers, remoteAddress: from });
const submission = () => randomBytes(16).toString('base64url');

describe('the door for portals', () => {
  it('takes a report and gives its receipt, which opens the thread', async () => {
    const answer = await bring({
      story: STORY,
      words: 'Ayo pilih!',
      kind: 'post',
      name: 'Nama Contoh',
      seenOn: '2026-11-19',
    });
    expect(answer.statusCode, answer.body).toBe(201);
    const { receipt } = answer.json();
    const saved = await fixture.storage.reports.findReportByReceipt(receipt);
    expect(saved).toMatchObject({ door: 'api', act: { words: 'Ayo pilih!', story: STORY, kind: 'post' } });
    expect((await sendForm(fixture.app, { url: '/lapor/buka', values: { receipt } })).statusCode).toBe(200);
  });

  it('sent again under its own number is the same report, and under another one is not', async () => {
    const own = submission();
    const answers = await Promise.all([1, 2, 3].map(() => bring({ story: STORY, submission: own })));
    answers.push(await bring({ story: STORY, submission: own }));
    expect(new Set(answers.map((answer) => answer.json().receipt)).size).toBe(1);
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
    expect((await bring({ story: STORY, submission: submission() })).json().receipt).not.toBe(
      answers[0]!.json().receipt,
    );
  });

  it('takes files as a form of the same fields, by the same rules', async () => {
    const send = (files: Blob) =>
      sendForm(fixture.app, { url: '/api/reports/with-files', values: { story: STORY, files } });
    const taken = await send(new Blob([new Uint8Array(pngOf(9, 9, 9))], { type: 'image/png' }));
    expect(taken.statusCode, taken.body).toBe(201);
    const saved = (await fixture.storage.reports.findReportByReceipt(taken.json().receipt))!;
    expect(saved.files).toMatchObject([{ type: 'image/png' }]);
    const refused = await send(new Blob(['<svg/>'], { type: 'image/png' }));
    expect([refused.statusCode, refused.json().error.code]).toEqual([422, 'type']);
  });

  it.each([
    [{}, 422, 'nothing'],
    [{ story: 'x', identity: 'nama terbuka' }, 422, 'bad_identity'],
    [{ story: 'x'.repeat(10_001) }, 400, 'bad_request'],
    [{ story: 'x', submission: 'pendek' }, 400, 'bad_request'],
    [{ story: 'x', seenOn: '2026-02-30' }, 400, 'bad_request'],
    [{ story: { $gt: '' } }, 400, 'bad_request'],
  ])('answers %j in words', async (body, status, code) => {
    const answer = await bring(body);
    expect([answer.statusCode, answer.json().error.code]).toEqual([status, code]);
    expect(answer.json().error.hint).not.toBe('');
  });

  it('has the budgets of the form: work, once, and then time', async () => {
    const from = '198.51.100.60';
    for (let n = 0; n < 3; n += 1) expect((await bring({ story: STORY }, {}, from)).statusCode).toBe(201);
    const held = await bring({ story: STORY }, {}, from);
    expect([held.statusCode, held.json().error.code]).toEqual([429, 'prove']);
    expect(Number(held.headers['retry-after'])).toBeGreaterThan(0);
    const proof = solved(held.json().challenge);
    expect((await bring({ story: STORY, proof }, {}, from)).statusCode).toBe(201);
    expect((await bring({ story: STORY, proof }, {}, from)).statusCode).toBe(429);
  });

  it('lets pages of named sites send and read the answer, and no other page', async () => {
    const allowed = await bring({ story: STORY }, { origin: PORTAL, 'sec-fetch-site': 'cross-site' });
    expect([allowed.statusCode, allowed.headers['access-control-allow-origin']]).toEqual([201, PORTAL]);
    expect(allowed.headers['access-control-allow-credentials']).toBeUndefined();
    for (const origin of ['https://jahat.contoh.test', 'null', `${PORTAL}.jahat.test`]) {
      const refused = await bring({ story: STORY }, { origin, 'sec-fetch-site': 'cross-site' });
      expect([refused.statusCode, refused.headers['access-control-allow-origin']], origin).toEqual([403, undefined]);
    }
    const preflight = (origin: string) =>
      fixture.app.inject({
        method: 'OPTIONS',
        url: '/api/reports',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    expect((await preflight(PORTAL)).statusCode).toBe(204);
    expect((await preflight('https://jahat.contoh.test')).statusCode).toBe(403);
    const login = await fixture.app.inject({
      method: 'POST',
      url: '/api/login',
      payload: {},
      headers: { origin: PORTAL, 'sec-fetch-site': 'cross-site' },
    });
    expect(login.statusCode).toBe(403);
  });

  it('stands in the OpenAPI page', async () => {
    const { paths } = (await (await callAs(fixture.app, 'admin')).get('/api/docs/json')).json();
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/reports', '/api/reports/with-files']));
    expect(JSON.stringify(paths['/api/reports'].post)).toContain('submission');
  });
});

describe('the form in a frame of a portal', () => {
  it('is shown on a named site, takes a report there, and is shown on no other', async () => {
    const [webDir, browser] = await Promise.all([webApp(), launchBrowser()]);
    const portal = createServer((_request, response) => {
      response
        .setHeader('content-type', 'text/html')
        .end(`<h1>Portal Contoh</h1><script src="${base}/lapor/embed.js" data-title="Formulir"></script>`);
    });
    await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
    const { port } = portal.address() as AddressInfo;
    const own = await startConsoleFixture({ acts: [], webDir, reportOrigins: [`http://localhost:${port}`] });
    const base = await own.app.listen({ port: 0, host: '127.0.0.1' });
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}`);
    const frame = page.frameLocator('iframe[title="Formulir"]');
    await frame.getByLabel('Apa yang Anda lihat?').fill(STORY);
    for (let n = 0; n < 2; n += 1) await frame.getByRole('button', { name: 'Lanjut' }).click();
    await frame.getByRole('button', { name: 'Kirim laporan' }).click();
    await frame.getByRole('heading', { name: 'Laporan diterima' }).waitFor();
    await page.goto(`http://127.0.0.1:${port}`);
    expect(await page.frames()[1]!.content()).not.toContain('Apa yang Anda lihat');
    await browser.close();
    portal.close();
    await own.close();
  });
});
