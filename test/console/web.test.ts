// The functions given to `evaluate` run in the page.
/// <reference lib="dom" />
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createConnection } from 'mongoose';
import type { Browser, BrowserContext, Page, Route } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RuleState } from '../../src/domain/rule-health.js';
import type { PackFile } from '../../src/evidence/evidence-store.js';
import { createPictureReader } from '../../src/pictures/picture-reader.js';
import { CALL_PLACE, drawCall } from '../support/draw-poster.js';
import { testServices } from '../support/test-services.js';
import { WAIT_LIMIT_MS } from '../support/until.js';
import { expectNoAxeFindings } from './axe.js';
import { launchBrowser, webApp } from './browser.js';
import { type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { countRules } from './counted.js';
import { fillQueue } from './filled-queue.js';
import { ACTS, HOSTILE, match, NOW, PASSWORD, type SampleAct, spanOf } from './sample.js';
import { teach } from './verdicts.js';

let browser: Browser;
let webDir: string;
let base: string;
let fixture: ConsoleFixture;
const faults: string[] = [];
/** Decisions count at once, but where a test is about taking them back. */
let undoMs = 0;
/** Nobody is asked to calibrate, but where a test is about that. */
let calibrateEvery: number | undefined;

/** Where pictures go when somebody wants to look: `NETRA_SCREENSHOTS=dir`. */
const pictures = process.env.NETRA_SCREENSHOTS;
async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
}

beforeAll(async () => {
  if (pictures) mkdirSync(pictures, { recursive: true });
  [webDir, browser] = await Promise.all([webApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
});

beforeEach(async () => {
  fixture = await startConsoleFixture({ webDir, files: pageFiles, undoMs, calibrateEvery });
  base = await fixture.app.listen({ port: 0, host: '127.0.0.1' });
  faults.length = 0;
  return async () => {
    for (const context of browser.contexts()) await context.close();
    await fixture.close();
  };
});

/** The flag whose mark lies in a picture, and that picture in its pack. */
const POSTER = 'flagposter';
let shown: PackFile | undefined;

/** A picture of an invented page, as the capturer would have taken it. */
let cached: PackFile[] | undefined;
async function pageFiles({ id }: Pick<SampleAct, 'id'>): Promise<PackFile[]> {
  if (id === POSTER) return [...(cached ?? []), shown!];
  if (cached) return cached;
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.setContent(
    '<body style="font:34px sans-serif;margin:50px 90px;color:#222"><p><b>Warga Contoh</b> @warga.contoh.test</p>' +
      '<p style="font-size:52px;line-height:1.3">Unggahan karangan untuk uji: kerja bakti RT Contoh hari Minggu, ' +
      'ajak keluarga.</p><div style="height:300px;background:#9cc5b0"></div><p>12 suka · 3 balasan</p></body>',
  );
  const content = await page.screenshot();
  await page.close();
  cached = [
    { name: 'viewport.png', content },
    { name: 'page.mhtml', content: Buffer.from('MIME-Version: 1.0 (contoh)'.repeat(900)) },
    { name: 'text.txt', content: Buffer.from('contoh') },
  ];
  return cached;
}

/** Of a tab that is closed the browser waits half a second for a last word; of one that is left, as long as it takes. */
async function closeTab(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.close();
}

async function openPage(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_LIMIT_MS);
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('request', (request) => !request.url().startsWith(base) && faults.push(`asked ${request.url()}`));
  return page;
}

async function logIn(username: string, options?: Parameters<Browser['newContext']>[0]): Promise<Page> {
  const page = await openPage(options);
  await page.goto(base);
  await page.getByLabel('Nama pengguna').fill(username);
  await passwordField(page).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Keluar' }).waitFor();
  // The first question is who we are; its 401 is an answer, not a fault.
  faults.length = 0;
  return page;
}

/** From the first to the last column of the poster's first line in which a letter stands. */
async function whiteColumns(jpeg: Uint8Array): Promise<[left: number, right: number]> {
  const { firstLine, size } = CALL_PLACE;
  const line = { left: 0, top: firstLine - size, width: 1_000, height: size };
  const grey = await sharp(jpeg).extract(line).greyscale().threshold(200).raw().toBuffer();
  const columns = Array.from(grey).flatMap((value, at) => (value > 0 ? [at % line.width] : []));
  return [columns.reduce((a, b) => Math.min(a, b)), columns.reduce((a, b) => Math.max(a, b))];
}

function expectWithin(value: number, low: number, high: number): void {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
}

const passwordField = (page: Page) => page.locator('input[autocomplete=current-password]');
/** As the end of its retention does it: the flag stays. */
async function forgetAct(id: string): Promise<void> {
  const raw = await createConnection(testServices().mongodbUri, { dbName: fixture.databaseName }).asPromise();
  await raw.collection('activities').deleteOne({ _id: id as never });
  await raw.close();
}

const rows = (page: Page) => page.locator('a.row-link');
const [CALL, QUOTE, HOSTILE_FLAG] = ACTS.map((a) => a.id) as [string, string, string];

describe('log-in page', () => {
  it('says in words that name or password is wrong, and lets in with the right one', async () => {
    const page = await openPage();
    await page.goto(base);
    await page.getByLabel('Nama pengguna').fill('reviewer');
    await passwordField(page).fill('salah salah salah');
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByRole('alert').getByText('tidak cocok').waitFor();
    await picture(page, 'login');
    await passwordField(page).fill(PASSWORD);
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByRole('heading', { name: 'Antrean tanda' }).waitFor();
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.getByLabel('Nama pengguna').waitFor();
  });

  it('lets everybody choose a password of their own, and says at the next log-in that it holds', async () => {
    const page = await logIn('sekda', { viewport: { width: 390, height: 844 } });
    await page.getByRole('link', { name: /Sekda/ }).click();
    await page.getByRole('heading', { name: 'Akun saya' }).waitFor();
    expect(await page.title()).toBe('Akun saya · Netra');
    const next = 'kangkung sepeda lonceng';
    await passwordField(page).fill(PASSWORD);
    const [first, again] = [0, 1].map((n) => page.locator('input[autocomplete=new-password]').nth(n));
    await first!.fill(next);
    await again!.fill(`${next}x`);
    await page.getByText('Kedua kata sandi baru tidak sama.').waitFor();
    await picture(page, 'me-390');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await again!.fill(next);
    await page.getByRole('button', { name: 'Ganti' }).click();
    await page.getByText('Kata sandi Anda sudah diganti. Masuk dengan yang baru.').waitFor();
    await page.getByLabel('Nama pengguna').fill('sekda');
    await passwordField(page).fill(next);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Keluar' }).waitFor();
  });
});

describe('log-in page after too many failures', () => {
  it('says how long to wait', async () => {
    const page = await openPage();
    await page.goto(base);
    await page.getByLabel('Nama pengguna').fill('sekda');
    await passwordField(page).fill('salah salah salah');
    for (let i = 0; i < 5; i += 1) {
      const answer = page.waitForResponse((response) => response.url().endsWith('/api/login'));
      await page.getByRole('button', { name: 'Masuk' }).click();
      expect((await answer).status()).toBe(401);
    }
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.getByRole('alert').getByText('Tunggu 1 menit').waitFor();
    await picture(page, 'login-held');
  });
});

describe('queue page', () => {
  it('lists what waits, oldest first, beside what could not be seen', async () => {
    const page = await logIn('reviewer');
    await rows(page).first().waitFor();
    expect(await rows(page).allTextContents()).toEqual([
      'Ajakan memilih pasangan calon',
      'Pernyataan dukungan sendiri',
      'Pernyataan dukungan sendiri',
      'Pernyataan dukungan sendiri',
    ]);
    await page.locator('tr mark.proposes', { hasText: 'coblos' }).waitFor();
    await page.locator('tr mark.clears').first().waitFor();
    await page.getByText('8 hari').waitFor();
    await page.getByText('lewat 7 hari').waitFor();
    await page.getByText('16 dari 20 sinyal terlihat atau nihil, 4 tidak dapat diamati').waitFor();
    expect(await page.locator('body').textContent()).not.toContain('Contohsaputra');
    await picture(page, 'queue');
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture(page, 'queue-dark');
    expect(faults).toEqual([]);
  });

  it('says whose words a row shows, with the own ones first, and what is no longer kept', async () => {
    const post = 'kata orang lain coblos 2 (contoh)';
    const span = { ...spanOf(post, 'coblos', 'ajakan memilih'), field: 'target.text' };
    const act = { account: 0, kind: 'comment', text: 'Setuju', target: { text: post } } as const;
    await fixture.addAct({ ...act, id: 'flaganswer', hoursAgo: 4, matches: [match('call-to-vote', [span])] });
    await fixture.addAct({ ...act, id: 'flaggone', hoursAgo: 3, matches: [match('own-support', [])] });
    await fixture.addAct({ ...act, id: 'flagfollow', kind: 'follow', hoursAgo: 2, text: '', target: {}, matches: [] });
    await forgetAct('flaggone');
    const page = await logIn('reviewer');
    // Answers to the same post stand in one line else.
    await page.goto(`${base}/?group=none`);
    const words = (id: string) => page.locator(`tr:has(a[href*="${id}"]) .act-words`);
    await words('flaganswer').first().waitFor();
    expect(await words('flaganswer').allTextContents()).toEqual(['Setuju', `pada kiriman yang ditanggapi: ${post}`]);
    expect(await words('flaganswer').locator('bdi mark').allTextContents()).toEqual(['coblos']);
    expect(await words('flaggone').allTextContents()).toEqual(['Isi tindakan ini tidak lagi disimpan.']);
    expect(await words('flagfollow').allTextContents()).toEqual(['Tanpa kata sendiri.']);
    await picture(page, 'queue-words');
    const like = { id: 'flagliked', kind: 'like', text: '', hoursAgo: 1, matches: [] } as const;
    await fixture.addAct({ ...act, ...like });
    const reviewer = await callAs(fixture.app, 'reviewer');
    const verdict = { verdict: 'dismissed', reason: 'Kata orang lain (contoh).', weighed: [], seenVersion: 2 };
    for (const id of ['flaggone', 'flagliked'])
      expect((await reviewer.post(`/api/flags/${id}/verdict`, verdict)).statusCode, id).toBe(200);
    await page.getByRole('link', { name: 'Keputusan' }).click();
    await expect.poll(() => rows(page).count()).toBe(2);
    expect((await rows(page).allTextContents()).sort()).toEqual([
      'Isi tindakan ini tidak lagi disimpan.',
      `pada kiriman yang ditanggapi: ${post}`,
    ]);
    await picture(page, 'decisions-words');
    expect(faults).toEqual([]);
  });

  it('fits on a phone: rows are cards, and so are the offices of the coverage page', async () => {
    const text = 'Dukung Tirta-Kemuning nomor 1, sebar ke semua grup warga sekampung ya (contoh)';
    const matches = ['own-support', 'call-to-vote'].map((rule) => match(rule, [spanOf(text, 'Dukung', 'dukungan')]));
    const cleared = [{ reason: 'Kritik kebijakan', spans: [] }];
    await fixture.addAct({ id: 'flagphone', account: 0, kind: 'comment', hoursAgo: 191, text, matches, cleared });
    const page = await logIn('supervisor', { viewport: { width: 390, height: 844 } });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    const card = page.getByRole('row').filter({ hasText: 'sekampung' });
    for (const part of [
      card.locator('mark'),
      card.getByText('lewat 7 hari'),
      card.getByText('baru'),
      card.locator('.office'),
    ]) {
      const box = (await part.boundingBox())!;
      expect(box.x + box.width, `${part}`).toBeLessThanOrEqual(390);
    }
    expect(await page.locator('.keys').isVisible()).toBe(false);
    expect(await page.locator('.coverage-line').evaluate((line) => line.scrollWidth - line.clientWidth)).toBe(0);
    expect(await width()).toBeLessThanOrEqual(390);
    await picture(page, 'queue-390');
    await page.getByRole('link', { name: 'Cakupan', exact: true }).click();
    await page.getByText('▨ 1 tidak dapat diamati').first().waitFor();
    expect(await width()).toBeLessThanOrEqual(390);
    await picture(page, 'coverage-390');
    expect(faults).toEqual([]);
  });

  it('keeps filters as a view under a name, gives them back by one choice, and drops the view again', async () => {
    const page = await logIn('supervisor');
    await page.getByLabel('Saring jenis').selectOption('share');
    await expect.poll(() => page.url()).toContain('kind=share');
    await page.getByRole('button', { name: 'Simpan tampilan' }).click();
    await page.getByRole('form', { name: 'Simpan tampilan' }).getByRole('textbox').fill('Yang dibagikan (contoh)');
    await picture(page, 'view-form');
    await page.keyboard.press('Enter');
    const views = page.getByLabel('Tampilan tersimpan');
    await expect.poll(() => views.inputValue()).not.toBe('');
    await picture(page, 'view-kept');
    await page.getByRole('button', { name: 'Hapus saringan' }).click();
    await expect.poll(() => page.url()).not.toContain('kind=share');
    await views.selectOption({ label: 'Yang dibagikan (contoh)' });
    await expect.poll(() => page.url()).toContain('kind=share');
    await expectNoAxeFindings(page, 'saved view');
    await page.getByRole('button', { name: 'Hapus tampilan' }).click();
    await expect.poll(() => views.count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('shows the rules on a phone as cards, each number with what it counts', async () => {
    const page = await logIn('analyst', { viewport: { width: 390, height: 844 } });
    await page.goto(new URL('/rules', page.url()).href);
    await page.getByRole('row').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const number = page.locator('td[data-label^="Tanda, "]').first();
    expect(await number.evaluate((cell) => getComputedStyle(cell, '::before').content)).toContain('Tanda, ');
    await picture(page, 'rules-390');
    expect(faults).toEqual([]);
  });

  it('heads also the page of a flag that is not there', async () => {
    const page = await logIn('reviewer');
    await page.goto(new URL('/flags/tidak-ada', page.url()).href);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual(['Tanda']);
  });

  it('says what an empty list means, and what was not seen', async () => {
    const page = await logIn('reviewer-none');
    await page.getByRole('heading', { name: 'Tidak ada tanda yang menunggu.' }).waitFor();
    await page.getByText('Yang tidak dapat diamati tidak dapat ditandai').waitFor();
    await page.getByText('tidak ada yang dapat disimpulkan').waitFor();
    await picture(page, 'queue-empty');
  });

  it('keeps a filter in the address and shows what fits it', async () => {
    const page = await logIn('reviewer');
    await page.getByLabel('Saring jenis').selectOption('share');
    await expect.poll(() => rows(page).count()).toBe(1);
    expect(page.url()).toContain('kind=share');
    await page.getByText('1 dari 4 menunggu', { exact: true }).waitFor();
    await page.getByLabel('Saring platform').selectOption('tiktok');
    await page.waitForURL(/kind=share&platform=tiktok/);
    await page.getByText('Tanpa saringan, 4 tanda menunggu di OPD Anda.').waitFor();
    expect(await page.getByLabel('Saring aturan').locator('option').count()).toBeGreaterThan(1);
    await picture(page, 'queue-filtered');
    await page.getByRole('button', { name: 'Hapus saringan' }).click();
    await expect.poll(() => rows(page).count()).toBe(4);
    await page.getByText('4 menunggu', { exact: true }).waitFor();
    await page.getByLabel('Saring umur').selectOption('overdue');
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.getByRole('button', { name: 'Hapus saringan' }).click();
    await expect.poll(() => rows(page).count()).toBe(4);
  });

  it('searches from one field by key: words in whatever form, a person, and the same among what is decided', async () => {
    const reviewer = await callAs(fixture.app, 'reviewer');
    const body = { verdict: 'dismissed', reason: 'Kutipan (contoh).', weighed: [], seenVersion: 2 };
    expect((await reviewer.post(`/api/flags/${QUOTE}/verdict`, body)).statusCode).toBe(200);
    const page = await logIn('reviewer');
    await rows(page).first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('nyoblos');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?words=nyoblos$/);
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.locator('tr mark', { hasText: 'coblos' }).waitFor();
    await page.getByText('1 dari 3 menunggu', { exact: true }).waitFor();
    await picture(page, 'search-words');
    await page.keyboard.press('/');
    await page.keyboard.type('lintang');
    const found = page.getByRole('list', { name: 'Yang cocok' });
    await found.getByText('Lintang Contohandayani').waitFor();
    await picture(page, 'search');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?account=/);
    await page.getByText('orang: Lintang Contohandayani').waitFor();
    await page.getByRole('heading', { name: 'Tidak ada' }).waitFor();
    await page.getByRole('link', { name: 'Cari yang sama di keputusan' }).click();
    await page.getByRole('heading', { name: 'Yang sudah diputuskan' }).waitFor();
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.getByText('orang: Lintang Contohandayani').waitFor();
    await picture(page, 'search-decisions');
    await page.getByRole('link', { name: 'Hapus pencarian Lintang Contohandayani' }).click();
    await page.waitForURL(`${base}/decisions`);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.keyboard.press('/');
    await page.keyboard.type('dinas');
    await found.getByText('Dinas Pendidikan (contoh)').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await picture(page, 'search-390');
    await page.keyboard.press('Escape');
    expect(await found.count()).toBe(0);
    const sekda = await logIn('sekda');
    expect(await sekda.getByPlaceholder('Cari').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('offers rules by title, also one that only a row names', async () => {
    const text = 'Suka (contoh)';
    const matches = [match('like-ticket-account', [spanOf(text, 'Suka', 'suka')])];
    await fixture.addAct({ id: 'flaglike', account: 0, kind: 'like', hoursAgo: 1, text, matches });
    const page = await logIn('reviewer');
    await rows(page).first().waitFor();
    expect(await page.getByLabel('Saring aturan').locator('option').allTextContents()).toEqual([
      'Semua aturan',
      'Ajakan memilih pasangan calon',
      'Menyukai unggahan akun resmi pasangan calon',
      'Pernyataan dukungan sendiri',
    ]);
  });

  it('offers the order by what was confirmed before, and says when there is nothing to learn from', async () => {
    const page = await logIn('reviewer');
    await page.getByLabel('Urutan').selectOption('similar');
    await page.getByText('perlu sedikitnya 10 akun berbeda').waitFor();
    expect(await rows(page).count()).toBe(4);
    await picture(page, 'queue-too-few');
    expect(faults).toEqual([]);
  });

  it('orders by what was confirmed before, with reasons in words, and hides nothing', async () => {
    await teach(fixture.storage, { count: 20, rule: 'own-support', verdict: 'confirmed' });
    await teach(fixture.storage, { count: 20, rule: 'call-to-vote', verdict: 'dismissed' });
    if (pictures) await fillQueue(fixture);
    const page = await logIn('reviewer');
    await rows(page).first().waitFor();
    const all = await rows(page).count();
    await page.getByLabel('Urutan').selectOption('similar');
    await page.getByText('Tidak ada tanda yang disembunyikan').waitFor();
    expect(await rows(page).count()).toBe(all);
    await page.getByText('Lebih sering dikonfirmasi: aturan ini').first().waitFor();
    const titles = await rows(page).allTextContents();
    expect([titles[0], titles.at(-1)]).toEqual(['Pernyataan dukungan sendiri', 'Ajakan memilih pasangan calon']);
    for (const why of await page.locator('.why').allTextContents()) expect(why).not.toMatch(/\d|Contoh[a-z]/);
    await picture(page, 'queue-similar');
    await page.getByRole('button', { name: 'Ambil yang teratas' }).click();
    await page.waitForURL(/\/flags\/.*order=similar/);
    await page.getByText('Anda pegang').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL(`${base}/?order=similar`);
    await page.getByLabel('Urutan').selectOption('');
    await page.getByRole('button', { name: 'Ambil yang terlama' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('lets a supervisor choose what waits for a second review and work through it by keyboard, blind', async () => {
    const first = await callAs(fixture.app, 'reviewer');
    const [a, b] = ['confirmed', 'dismissed'].map((verdict) => ({ verdict, reason: 'Alasan pertama (contoh).' }));
    for (const [id, body] of [
      [CALL, a],
      [HOSTILE_FLAG, b],
    ] as const) {
      const given = { ...body, weighed: [], seenVersion: 2 };
      expect((await first.post(`/api/flags/${id}/verdict`, given)).statusCode).toBe(200);
    }
    const page = await logIn('supervisor');
    await rows(page).first().waitFor();
    expect(await rows(page).count()).toBe(2);
    await page.getByLabel('Yang menunggu').selectOption({ label: '2 menunggu tinjauan kedua' });
    await page.waitForURL(`${base}/?waiting=second`);
    await expect
      .poll(() => rows(page).allTextContents())
      .toEqual(['Ajakan memilih pasangan calon', 'Pernyataan dukungan sendiri']);
    expect(await page.locator('main').textContent()).not.toMatch(
      /Alasan pertama|Sari|Dikonfirmasi|Dikesampingkan|lewat 7/,
    );
    expect(await page.getByLabel('Urutan').count()).toBe(0);
    await picture(page, 'queue-second');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${base}/flags/${CALL}?waiting=second`);
    await page.getByText('Tinjauan kedua: sudah ada keputusan.').waitFor();
    await page.keyboard.press('2');
    await page.keyboard.press('r');
    await page.keyboard.type('Penilaian sendiri (contoh).');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Keputusan Anda tersimpan.').waitFor();
    await page.keyboard.press('t');
    await page.waitForURL(`${base}/flags/${HOSTILE_FLAG}?waiting=second`);
    await page.getByText('Tinjauan kedua: sudah ada keputusan.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('Yang menunggu').getByText('1 menunggu tinjauan kedua').waitFor({ state: 'attached' });
    await page.keyboard.press('t');
    await page.waitForURL(`${base}/flags/${HOSTILE_FLAG}?waiting=second`);
    await page.getByText('Tinjauan kedua: sudah ada keputusan.').waitFor();
    await page.keyboard.press('2');
    await page.getByLabel('Alasan (wajib)').fill('Penilaian sendiri (contoh).');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Keputusan Anda tersimpan.').waitFor();
    await page.keyboard.press('t');
    await page.getByRole('heading', { name: 'Tidak ada tanda yang menunggu tinjauan kedua.' }).waitFor();
    await picture(page, 'queue-second-empty');
    await page.getByLabel('Yang menunggu').selectOption('');
    await expect.poll(() => rows(page).count()).toBe(2);
    expect(page.url()).toBe(`${base}/`);
    await page.getByLabel('Saring umur').selectOption('overdue');
    const choices = page.getByLabel('Yang menunggu').locator('option');
    await expect
      .poll(() => choices.allTextContents())
      .toEqual(['0 dari 2 menunggu keputusan pertama', '0 menunggu tinjauan kedua']);
    expect(faults).toEqual([]);
  });

  it('leads from what is decided to a list of it by verdict, person, day and office, and back to the same place', async () => {
    const first = await callAs(fixture.app, 'reviewer');
    const sent = { reason: 'Alasan (contoh).', weighed: [], seenVersion: 2 };
    for (const [id, verdict] of [
      [CALL, 'confirmed'],
      [HOSTILE_FLAG, 'dismissed'],
    ]) {
      expect((await first.post(`/api/flags/${id}/verdict`, { ...sent, verdict })).statusCode).toBe(200);
    }
    const page = await logIn('reviewer');
    await page.getByRole('link', { name: '2 diputuskan' }).click();
    await page.getByRole('heading', { name: 'Yang sudah diputuskan' }).waitFor();
    expect(await page.title()).toBe('Keputusan · Netra');
    await expect.poll(() => rows(page).count()).toBe(2);
    const link = page.getByRole('link', { name: 'CSV' });
    expect(await link.getAttribute('href')).toMatch(/^\/api\/decisions\/sheet\?.*format=csv/);
    await picture(page, 'decisions');
    await page.getByRole('link', { name: 'Dikesampingkan 1' }).click();
    await expect.poll(() => rows(page).count()).toBe(1);
    expect(await rows(page).first().textContent()).toContain('<img src=x');
    await page.getByLabel('Saring pemutus').selectOption({ label: 'Sari Peninjau (contoh)' });
    await page.getByLabel('Saring hari keputusan').fill('2026-11-20');
    await page.waitForURL(/day=2026-11-20/);
    const place = page.url();
    expect(place).toMatch(/verdict=dismissed&person=[\w-]+&day=2026-11-20$/);
    await rows(page).first().click();
    await page.getByRole('button', { name: '← Keputusan' }).waitFor();
    await page.getByRole('link', { name: 'Dikesampingkan' }).waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL(place);
    await page.getByLabel('Saring hari keputusan').fill('2026-11-19');
    await page.getByText('Tidak ada keputusan yang cocok dengan saringan ini.').waitFor();
    await picture(page, 'decisions-empty');
    await page.getByRole('button', { name: 'Hapus saringan' }).click();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => rows(page).count()).toBe(2);
    await picture(page, 'decisions-390');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const supervisor = await logIn('supervisor');
    await supervisor.getByRole('link', { name: 'Keputusan' }).click();
    await supervisor.getByText('2 tanda yang menunggu tinjauan kedua Anda').waitFor();
    await supervisor.getByText('masih menunggu tinjauan kedua Anda.').waitFor();
    expect(await rows(supervisor).count()).toBe(0);
    await picture(supervisor, 'decisions-supervisor');
    expect(faults).toEqual([]);
  });

  it('offers reviewers no second review, also by its address', async () => {
    const page = await logIn('reviewer');
    await page.goto(`${base}/?waiting=second`);
    await rows(page).first().waitFor();
    expect(await rows(page).count()).toBe(4);
    expect(await page.getByLabel('Yang menunggu').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('speaks English when asked and remembers it', async () => {
    const page = await logIn('reviewer');
    await page.getByRole('button', { name: 'EN' }).click();
    await page.getByRole('heading', { name: 'Flag queue' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Flag queue' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });

  it('shows the Sekda office what waits, without a way to the content', async () => {
    const page = await logIn('sekda');
    await page.getByText('4 menunggu').waitFor();
    expect(await rows(page).count()).toBe(0);
  });
});

describe('flag page', () => {
  it('shows act, rule, clause, what speaks against and the decision on one small screen', async () => {
    for (const viewport of [
      { width: 1366, height: 768 },
      { width: 1280, height: 720 },
    ]) {
      const page = await logIn('reviewer', { viewport });
      await page.goto(`${base}/flags/${QUOTE}`);
      await page.getByText('Anda pegang sampai 09.15 WIB').waitFor();
      const essentials = [
        page.locator('.words').first(),
        page.getByRole('heading', { name: 'Pernyataan dukungan sendiri' }),
        page.getByText('Butir D2'),
        page.getByText('Pelanggaran belum terbukti', { exact: true }),
        page.getByText('Ditandai karena pernyataan dukungan sendiri (“Dukung Jagat-Puspa”) dan pasangan calon disebut'),
        page.getByLabel('Kutipan ucapan orang lain'),
        page.getByLabel('Membagikan berita tanpa kata sendiri'),
        page.getByText('Sering keliru pada'),
        page.getByRole('heading', { name: 'Bukti tersegel' }),
        page.getByRole('button', { name: 'Dikonfirmasi perlu tindak lanjut' }),
        page.getByRole('button', { name: 'Simpan & berikutnya' }),
      ];
      for (const element of essentials) {
        const box = (await element.boundingBox())!;
        expect(box.y + box.height, `${element} at ${viewport.height}`).toBeLessThanOrEqual(viewport.height);
        const isSeen = await element.evaluate((node) => {
          const { x, y, width, height } = node.getBoundingClientRect();
          const top = document.elementFromPoint(x + width / 2, y + height / 2);
          return (
            top !== null &&
            (node.contains(top) || top.contains(node) || top.closest('label, .mantine-Checkbox-body') !== null)
          );
        });
        expect(isSeen, `${element} is covered`).toBe(true);
      }
      await page.locator('.items').getByText('✓').first().waitFor();
      await picture(page, `flag-${viewport.width}`);
      await page.getByText('Arahnya belum jelas terhadap 2 · Jagatnata').waitFor();
      await page.getByText('Poin 19, garis penandaan 16').click();
      expect(await page.getByRole('region', { name: 'Meringankan' }).getByRole('listitem').allTextContents()).toEqual([
        '−21Pasangan calon hanya disebut dalam kutipan',
        '−4Memberitakan ucapan orang lain',
      ]);
      await picture(page, `flag-points-${viewport.width}`);
      await page.getByRole('heading', { name: 'Cakupan akun ini pada Kam, 19 Nov 2026, hari tanda dibuat' }).waitFor();
      await page.context().close();
    }
    expect(faults).toEqual([]);
  });

  it('shows nothing of a pack that was changed, says what is wrong with it and that nobody should decide', async () => {
    await writeFile(join(fixture.evidenceDir, QUOTE.slice(0, 2), QUOTE, 'text.txt'), 'palsu');
    const page = await logIn('reviewer');
    await page.goto(`${base}/flags/${QUOTE}`);
    const panel = page.getByRole('region', { name: 'Bukti tersegel' });
    await panel.getByRole('alert').getByText('Jangan memutuskan').waitFor();
    await panel.getByText('Teks halaman: isi berubah sejak disegel').waitFor();
    expect(await panel.locator('img, a, button').count()).toBe(0);
    expect(await panel.getByText('✓').count()).toBe(0);
    await picture(page, 'flag-broken-pack');
    expect(faults).toEqual([]);
  });

  it('keeps what speaks against in sight, however many rules fired', async () => {
    const text = 'Dukung Tirta-Kemuning nomor 1 (contoh)';
    const span = spanOf(text, 'Dukung', 'kata dukungan');
    const rules = ['own-support', 'call-to-vote', 'praise', 'slogan', 'wish', 'warm-emoji', 'victory-claim'];
    const matches = rules.map((rule) => match(rule, [span]));
    const cleared = [{ reason: 'Kritik kebijakan', spans: [] }];
    await fixture.addAct({ id: 'flagmany', account: 0, kind: 'post', hoursAgo: 1, text, matches, cleared });
    const page = await logIn('reviewer', { viewport: { width: 1280, height: 720 } });
    await page.goto(`${base}/flags/flagmany`);
    await page.getByText('Anda pegang').waitFor();
    for (const label of ['Kritik kebijakan', 'Alasan (wajib)']) {
      const box = (await page.getByLabel(label).boundingBox())!;
      expect(box.y + box.height).toBeLessThanOrEqual(720);
    }
    await page.getByLabel('Kritik kebijakan').check();
    await picture(page, 'flag-many');
  });

  it('shows an education note in a quiet box with nothing to tick, and the decision stays in sight', async () => {
    const text = 'Wefie di kantor, finger heart. Dukung Tirta-Kemuning nomor 1 (contoh)';
    const notes = [{ rule: 'pose-contoh', spans: [spanOf(text, 'finger heart', 'pose jari')] }];
    const matches = [match('own-support', [spanOf(text, 'Dukung', 'kata dukungan')])];
    const cleared = [{ reason: 'Kritik kebijakan', spans: [] }];
    const act = { id: 'flagnote', account: 0, kind: 'post' as const, hoursAgo: 1, text, matches, cleared, notes };
    await fixture.addAct(act);
    const page = await logIn('reviewer', { viewport: { width: 1280, height: 720 } });
    await page.goto(`${base}/flags/flagnote`);
    const box = page.getByRole('complementary', { name: 'Catatan edukasi' });
    await box.getByText('bukan tanda').waitFor();
    expect(await box.locator('input, button').count()).toBe(0);
    for (const element of [box, page.getByLabel('Kritik kebijakan'), page.getByLabel('Alasan (wajib)')]) {
      const place = (await element.boundingBox())!;
      expect(place.y + place.height).toBeLessThanOrEqual(720);
    }
    await picture(page, 'flag-note');
    await page.goto(`${base}/flags/${QUOTE}`);
    await page.getByText('Anda pegang').waitFor();
    expect(await box.count()).toBe(0);
  });

  it('marks the quoted words inside the plain text', async () => {
    const page = await logIn('reviewer');
    await page.goto(`${base}/flags/${CALL}`);
    const marks = page.locator('.words').first().locator('mark');
    await marks.first().waitFor();
    const words = await marks.evaluateAll((nodes) => nodes.map((n) => n.firstChild?.textContent));
    expect(words).toEqual(['coblos', 'Tirta-Kemuning', 'nomor 1', '#TirtaKemuning']);
    await page.locator('.items').getByText('✓').first().waitFor();
    await picture(page, 'flag-call');
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture(page, 'flag-dark');
  });

  it('draws a box over each marked word of a picture, where it stands there, on a phone too', async () => {
    const jpeg = await drawCall(['Coblos nomor 2', 'Jaga-Puspa', 'untuk Kota Contoh']);
    const reader = createPictureReader();
    const { text, words } = await reader.readPicture(jpeg).finally(reader.close);
    const sha256 = createHash('sha256').update(jpeg).digest('hex');
    shown = { name: 'brought1.jpg', content: jpeg, source: 'author', broughtSha256: sha256 };
    const span = { ...spanOf(text, 'Coblos nomor 2', 'ajakan memilih'), field: 'media.0.text' };
    const media = [{ text, url: 'https://pds.contoh.test/a', picture: { sha256, words } }];
    const act = { id: POSTER, account: 0, kind: 'post' as const, hoursAgo: 1, text: '', media };
    await fixture.addAct({ ...act, matches: [match('share-poster', [span])] });
    const [left, right] = await whiteColumns(jpeg);
    const { firstLine, size } = CALL_PLACE;
    const page = await logIn('reviewer');
    for (const [width, height] of [
      [1366, 900],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto(`${base}/flags/${POSTER}`);
      await page.locator('.marked-picture img').evaluate((img: HTMLImageElement) => img.decode());
      await page.locator('.items').getByText('Gambar pada tindakan itu sendiri').waitFor();
      const boxes = await page.locator('.marked-picture').evaluate((holder) => {
        const of = (node: Element) => node.getBoundingClientRect();
        const { x, y, width: wide, height: high } = of(holder.querySelector('img')!);
        return [...holder.querySelectorAll('rect')].map((node) => {
          const box = of(node);
          const across = (at: number) => ((at - x) / wide) * 1_000;
          const down = (at: number) => ((at - y) / high) * 700;
          return { left: across(box.left), right: across(box.right), top: down(box.top), bottom: down(box.bottom) };
        });
      });
      // In pixels of the poster as it was drawn: all of the line, and nothing of the next.
      expect(boxes.length, `${width}`).toBe(3);
      expectWithin(Math.min(...boxes.map((box) => box.left)) - left, -25, 12);
      expectWithin(Math.max(...boxes.map((box) => box.right)) - right, -12, 25);
      for (const { top, bottom } of boxes) {
        expectWithin(top, firstLine - size * 1.3, firstLine - size * 0.5);
        expectWithin(bottom, firstLine, firstLine + size * 0.5);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await page.locator('.marked-picture').scrollIntoViewIfNeeded();
      await picture(page, `flag-poster-${width}`);
    }
    expect(faults).toEqual([]);
  });

  it('shows each aim of an act by what it is, and where its time comes from', async () => {
    const text = 'Simak (contoh)';
    const means = 'nama pasangan calon';
    const link = { form: 'link' as const, url: 'https://kabar.contoh.test/a', text: 'Kabar Tirta-Kemuning' };
    const quoted = { account: { platform: 'bluesky' as const, handle: 'kutipan.contoh.test' }, quoted: link };
    const target = { form: 'feed' as const, url: 'https://papan.contoh.test/feed', text: 'Kumpulan kiriman', quoted };
    const span = { ...spanOf(link.text, 'Tirta-Kemuning', means), field: 'target.quoted.quoted.text' };
    const act = { id: 'flagaims', account: 0, kind: 'comment' as const, hoursAgo: 1, text, target };
    await fixture.addAct({ ...act, publishedAtSource: 'key', matches: [match('own-support', [span])] });
    const page = await logIn('reviewer');
    await page.goto(`${base}/flags/flagaims`);
    const aims = page.locator('.words.target');
    await aims.first().waitFor();
    expect(await aims.allTextContents()).toEqual([
      'Dituju: feed (kumpulan kiriman) Kumpulan kirimanhttps://papan.contoh.test/feed',
      'Sekaligus mengutip unggahan @kutipan.contoh.test',
      expect.stringMatching(/^Membagikan tautan Kabar Tirta-Kemuning.*https:\/\/kabar\.contoh\.test\/a$/),
    ]);
    expect(await aims.last().locator('mark').count()).toBe(1);
    await page.locator('.when').getByText('menurut kunci rekaman').waitFor();
    await page.goto(`${base}/flags/${CALL}`);
    await page.locator('.words').first().waitFor();
    expect(await page.locator('.words.target').count()).toBe(0);
    expect(await page.locator('.when').textContent()).not.toContain('menurut kunci');
    expect(faults).toEqual([]);
  });

  it('shows hostile text as text: nothing runs, nothing loads, hidden characters are named', async () => {
    const page = await logIn('reviewer');
    await page.goto(`${base}/flags/${HOSTILE_FLAG}`);
    const words = page.locator('.words').first();
    await words.waitFor();
    const shown = (await words.textContent()) ?? '';
    for (const part of ['<img src=x onerror=', '<script>', 'javascript:window.hacked=3', '{{7*7}}', '{"$gt":""}']) {
      expect(shown).toContain(part);
    }
    expect(shown).not.toContain('49');
    const names = await words.locator('.hidden-char').allTextContents();
    expect(names).toEqual(['U+202E', 'U+202C', 'U+200B', 'U+2060', 'U+0007']);
    await page.locator('.items').getByText('✓').first().waitFor();
    await picture(page, 'flag-hostile');
    expect(await page.evaluate(() => (window as unknown as { hacked?: number }).hacked)).toBeUndefined();
    const addresses = await page.locator('a').evaluateAll((nodes) => nodes.map((n) => n.getAttribute('href')));
    expect(addresses.filter((a) => !a?.startsWith('/') && !a?.startsWith('#'))).toEqual([]);
    expect(await words.locator('img, script, svg, a').count()).toBe(0);
    expect(HOSTILE.length).toBeGreaterThan(shown.replaceAll(/U\+\w{4}|\d(?=\s|$)/g, '').length - 40);
    expect(faults).toEqual([]);
  });

  it('does not confirm before everything that clears is ticked, and says what is missing', async () => {
    const page = await logIn('reviewer');
    await page.goto(`${base}/flags/${QUOTE}`);
    await page.getByRole('button', { name: 'Dikonfirmasi perlu tindak lanjut' }).click();
    await page.getByLabel('Alasan (wajib)').fill('Alasan contoh.');
    const todo = page.locator('.to-do');
    await expect.poll(() => todo.textContent()).toContain('centang 2 hal');
    await page.getByRole('button', { name: 'Simpan & berikutnya' }).click();
    expect((await fixture.storage.flags.findFlag(QUOTE))!.reviews).toEqual([]);
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('checkbox');
    await page.getByLabel('Kutipan ucapan orang lain').check();
    await page.getByLabel('Membagikan berita tanpa kata sendiri').check();
    await expect.poll(() => todo.textContent()).toBe('');
    await picture(page, 'flag-ready');
    await page.getByRole('button', { name: 'Simpan & berikutnya' }).click();
    await page.waitForURL((url) => url.pathname !== `/flags/${QUOTE}`);
    const { reviews } = (await fixture.storage.flags.findFlag(QUOTE))!;
    expect(reviews).toMatchObject([{ verdict: 'confirmed', reason: 'Alasan contoh.' }]);
    expect([...reviews[0]!.weighed].sort()).toEqual([
      'Kutipan ucapan orang lain',
      'Membagikan berita tanpa kata sendiri',
    ]);
  });

  it('goes from log-in to a decision and the next flag by keyboard alone', async () => {
    const page = await logIn('reviewer');
    await rows(page).first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${base}/flags/${CALL}`);
    await page.getByText('Anda pegang').waitFor();
    await page.keyboard.press('2');
    await page.keyboard.press('r');
    await page.keyboard.type('Bukan akun yang bersangkutan, 1 contoh.');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(`${base}/flags/${QUOTE}`);
    await page.getByText('Keputusan sebelumnya tersimpan.').waitFor();
    expect((await fixture.storage.flags.findFlag(CALL))!.reviews).toMatchObject([
      { verdict: 'dismissed', reason: 'Bukan akun yang bersangkutan, 1 contoh.' },
    ]);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Antrean tanda' }).waitFor();
    await expect.poll(async () => (await fixture.storage.flags.findFlag(QUOTE))!.claim).toBeUndefined();
    expect(faults).toEqual([]);
  });

  it('takes three keys past reading with a template that a supervisor keeps, and leaves own words where they are', async () => {
    const keeper = await logIn('supervisor');
    await keeper.goto(`${base}/flags/${QUOTE}`);
    await keeper.getByText('Anda pegang').waitFor();
    await keeper.keyboard.press('2');
    await keeper.getByRole('link', { name: 'Kelola contoh alasan' }).click();
    await keeper.getByText('Belum ada contoh alasan').waitFor();
    await keeper.getByLabel('Isi').fill('Kutipan, bukan dukungan sendiri (contoh).');
    await keeper.getByRole('button', { name: 'Tambah' }).click();
    await keeper.getByText('Tersimpan.').waitFor();
    await keeper.getByLabel('Aturan').last().selectOption({ label: 'Ajakan memilih pasangan calon' });
    await keeper.getByLabel('Isi').fill('Ajakan karangan untuk uji (contoh).');
    await keeper.getByRole('button', { name: 'Tambah' }).click();
    await expect.poll(() => keeper.locator('.template-list li').count()).toBe(2);
    // Nobody has more parts in the line at the top, and the registry is among them.
    await keeper.getByRole('navigation').getByRole('link', { name: 'Registri' }).waitFor();
    expect(await keeper.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1366);
    await picture(keeper, 'templates');
    await keeper.setViewportSize({ width: 390, height: 844 });
    expect(await keeper.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await picture(keeper, 'templates-390');
    const page = await logIn('reviewer');
    await page.goto(`${base}/flags/${QUOTE}`);
    await page.getByText('Anda pegang').waitFor();
    await page.keyboard.press('2');
    const reason = page.getByLabel('Alasan (wajib)');
    await reason.fill('Kata sendiri.');
    const choices = page.getByRole('group', { name: 'Contoh alasan' }).getByRole('button');
    expect(await choices.allTextContents()).toEqual(['a Kutipan, bukan dukungan sendiri (contoh).']);
    await choices.first().click();
    expect(await reason.inputValue()).toBe('Kata sendiri. Kutipan, bukan dukungan sendiri (contoh).');
    await page.goto(`${base}/flags/${CALL}`);
    await page.getByText('Anda pegang').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Simpan & berikutnya' }).count()).toBe(1);
    await page.keyboard.press('2');
    await choices.first().waitFor();
    await picture(page, 'flag-templates');
    for (const key of ['s', 'a']) await page.keyboard.press(key);
    await page.keyboard.press('Control+Enter');
    // The one before was left a moment ago, and is still held.
    await page.waitForURL(`${base}/flags/${HOSTILE_FLAG}`);
    expect((await fixture.storage.flags.findFlag(CALL))!.reviews).toMatchObject([
      { verdict: 'dismissed', reason: 'Ajakan karangan untuk uji (contoh).' },
    ]);
    expect(faults).toEqual([]);
  });

  it('gives a flag back that was left before the claim was answered', async () => {
    const page = await logIn('reviewer');
    await page.route('**/claim', async (route) => {
      await route.fetch({ method: 'GET', url: `${base}/healthz` });
      await route.continue();
    });
    await page.goto(`${base}/flags/${CALL}`);
    await page.getByLabel('Alasan (wajib)').waitFor();
    const given = page.waitForResponse((response) => response.url().endsWith('/release'));
    await page.keyboard.press('Escape');
    expect((await given).status()).toBe(204);
    expect((await fixture.storage.flags.findFlag(CALL))!.claim).toBeUndefined();
  });

  it('keeps reason, ticks and choice through reload, Esc and another device, and newer typing stands', async () => {
    const page = await logIn('reviewer');
    const reason = page.getByLabel('Alasan (wajib)');
    await page.goto(`${base}/flags/${QUOTE}`);
    await page.getByText('Anda pegang').waitFor();
    await page.keyboard.press('2');
    await page.getByLabel('Kutipan ucapan orang lain').check();
    await reason.fill('Setengah jadi (contoh)');
    await page.getByText('Draf tersimpan.').waitFor();
    await page.reload();
    await page.getByText('Draf Anda dikembalikan').waitFor();
    expect(await reason.inputValue()).toBe('Setengah jadi (contoh)');
    expect(await page.getByLabel('Kutipan ucapan orang lain').isChecked()).toBe(true);
    expect(await page.getByRole('button', { name: 'Dikesampingkan' }).getAttribute('aria-pressed')).toBe('true');
    await picture(page, 'flag-draft');
    // Faster than any timer: leaving sends what is typed.
    await reason.fill('Sampai di sini (contoh)');
    await page.keyboard.press('Escape');
    await rows(page).first().waitFor();
    await page.goBack();
    await expect.poll(() => reason.inputValue()).toBe('Sampai di sini (contoh)');
    const device = await logIn('reviewer');
    await device.goto(`${base}/flags/${QUOTE}`);
    await expect.poll(() => device.getByLabel('Alasan (wajib)').inputValue()).toBe('Sampai di sini (contoh)');
    await device.getByLabel('Alasan (wajib)').fill('Dari perangkat lain (contoh)');
    await device.getByText('Draf tersimpan.').waitFor();
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.getByText('diganti ketikan yang lebih baru').waitFor();
    expect(await reason.inputValue()).toBe('Dari perangkat lain (contoh)');
    await picture(page, 'flag-draft-newer');
    await page.getByRole('button', { name: 'Pakai yang digantikan' }).click();
    expect(await reason.inputValue()).toBe('Sampai di sini (contoh)');
    expect(faults).toEqual([]);
  });

  it('says that a draft is not kept yet and tries again, and an ended session costs no word and no place', async () => {
    const page = await logIn('reviewer');
    const reason = page.getByLabel('Alasan (wajib)');
    await page.goto(`${base}/flags/${CALL}`);
    await page.getByText('Anda pegang').waitFor();
    await page.route('**/draft', (route) => route.abort());
    await reason.fill('Tanpa jaringan (contoh)');
    await page.getByText('Draf belum tersimpan').waitFor();
    await picture(page, 'flag-draft-failed');
    expect(await reason.inputValue()).toBe('Tanpa jaringan (contoh)');
    await page.unroute('**/draft');
    await page.getByText('Draf tersimpan.').waitFor();
    const { id } = (await fixture.storage.users.findUserByUsername('reviewer'))!.user;
    await fixture.storage.users.changeUser(id, {});
    await reason.fill('Sesudah sesi berakhir (contoh)');
    await page.getByText('Sesi Anda sudah berakhir.').waitFor();
    await picture(page, 'login-ended');
    await page.getByLabel('Nama pengguna').fill('reviewer');
    await passwordField(page).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await expect.poll(() => reason.inputValue()).toBe('Sesudah sesi berakhir (contoh)');
    expect(page.url()).toBe(`${base}/flags/${CALL}`);
    await page.getByText('Draf tersimpan.').waitFor();
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.getByLabel('Nama pengguna').waitFor();
    expect(await page.getByText('Sesi Anda').count()).toBe(0);
  });

  it('tells a second reviewer who holds the flag, and lets them go on to the next one', async () => {
    const [first, second] = [await logIn('reviewer'), await logIn('reviewer2')];
    await first.goto(`${base}/flags/${CALL}`);
    await first.getByText('Anda pegang').waitFor();
    await second.goto(`${base}/flags/${CALL}`);
    await second.getByText('Sedang ditinjau Sari Peninjau (contoh) sampai 09.15 WIB').waitFor();
    expect(await second.getByRole('button', { name: 'Simpan & berikutnya' }).count()).toBe(0);
    await picture(second, 'flag-held');
    await second.getByRole('button', { name: 'Tanda berikutnya' }).click();
    await second.waitForURL(`${base}/flags/${QUOTE}`);
  });

  it('keeps a flag for whoever works on it in any page, and gives it back when the last one closes', async () => {
    const until = async () => (await fixture.storage.flags.findFlag(CALL))!.claim!.until.getTime() - NOW.getTime();
    const page = await logIn('reviewer');
    await page.clock.install();
    await page.goto(`${base}/flags/${CALL}`);
    await page.getByText('Anda pegang sampai 09.15 WIB').waitFor();
    const twin = await page.context().newPage();
    await twin.goto(`${base}/flags/${CALL}`);
    await twin.getByText('Anda pegang').waitFor();
    fixture.setNow(new Date(NOW.getTime() + 10 * 60_000));
    await page.clock.fastForward(61_000);
    await page.getByLabel('Alasan (wajib)').pressSequentially('Ragu');
    await page.getByText('Anda pegang sampai 09.25 WIB').waitFor();
    await closeTab(twin);
    await page.reload();
    await page.getByText('Anda pegang sampai 09.25 WIB').waitFor();
    const other = await logIn('reviewer2');
    await other.getByText('ditinjau Sari Peninjau (contoh)').waitFor();
    await other.getByText('sampai 09.25 WIB').waitFor();
    await picture(other, 'queue-held');
    await closeTab(page);
    await expect.poll(until).toBe(10 * 60_000 + 5_000);
    fixture.setNow(new Date(NOW.getTime() + 10 * 60_000 + 5_000));
    await other.getByRole('button', { name: 'Muat ulang' }).click();
    await expect.poll(() => other.getByText('ditinjau Sari').count()).toBe(0);
    await other.keyboard.press('t');
    await other.waitForURL(`${base}/flags/${CALL}`);
    await other.getByText('Anda pegang').waitFor();
    expect(faults).toEqual([]);
  });

  it('says who has taken a flag that lay too long, and keeps what was typed', async () => {
    const page = await logIn('reviewer');
    await page.clock.install();
    await page.goto(`${base}/flags/${CALL}`);
    await page.getByLabel('Alasan (wajib)').fill('Ditinggal makan siang (contoh).');
    await page.getByText('Anda pegang').waitFor();
    fixture.setNow(new Date(NOW.getTime() + 16 * 60_000));
    const other = await callAs(fixture.app, 'reviewer2');
    expect((await other.post(`/api/flags/${CALL}/claim`)).statusCode).toBe(200);
    await page.clock.fastForward(61_000);
    await page.keyboard.press('Shift');
    await page.getByText('Sedang ditinjau Bagus Peninjau (contoh) sampai 09.31 WIB').waitFor();
    await page.getByText('Ditinggal makan siang (contoh).').waitFor();
    await picture(page, 'flag-taken');
  });

  it('tells the slower of two reviewers that the other has decided, and loses no decision', async () => {
    const page = await logIn('reviewer');
    await page.goto(`${base}/flags/${CALL}`);
    await page.getByText('Anda pegang').waitFor();
    await page.keyboard.press('2');
    await page.getByLabel('Alasan (wajib)').fill('Keputusan yang terlambat (contoh).');
    await fixture.storage.flags.releaseFlag(
      CALL,
      (await fixture.storage.users.findUserByUsername('reviewer'))!.user.id,
      new Date(),
    );
    const other = await callAs(fixture.app, 'reviewer2');
    const body = { verdict: 'confirmed', reason: 'Lebih dulu (contoh).', weighed: [], seenVersion: 2 };
    expect((await other.post(`/api/flags/${CALL}/verdict`, body)).statusCode).toBe(200);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText('sudah diputuskan orang lain').waitFor();
    await picture(page, 'flag-conflict');
    expect((await fixture.storage.flags.findFlag(CALL))!.reviews).toHaveLength(1);
    await page.getByRole('button', { name: 'Muat ulang tanda ini' }).click();
    await page.getByText('Sudah diputuskan.').waitFor();
    // They may come to be the second person, and read the first verdict after their own.
    await page.getByText('Isinya terlihat sesudah orang kedua memutuskan').waitFor();
    expect(await page.content()).not.toContain('Lebih dulu (contoh).');
    await page.getByRole('button', { name: 'Tanda berikutnya' }).click();
    await page.waitForURL(`${base}/flags/${QUOTE}`);
  });

  it('keeps the first verdict out of sight of the second reviewer until that one has decided', async () => {
    const first = await callAs(fixture.app, 'reviewer');
    const body = { verdict: 'confirmed', reason: 'Alasan pertama (contoh).', weighed: [], seenVersion: 2 };
    expect((await first.post(`/api/flags/${CALL}/verdict`, body)).statusCode).toBe(200);
    const page = await logIn('supervisor');
    await page.goto(`${base}/flags/${CALL}`);
    await page.getByText('Tinjauan kedua: sudah ada keputusan.').waitFor();
    expect(await page.locator('.earlier').textContent()).not.toMatch(/Alasan pertama|Sari|Dikonfirmasi/);
    const handOver = page.getByRole('region', { name: 'Serahkan' });
    expect(await handOver.count()).toBe(0);
    await page.locator('.items').getByText('✓').first().waitFor();
    await picture(page, 'flag-blind');
    await page.keyboard.press('1');
    await page.getByLabel('Alasan (wajib)').fill('Penilaian sendiri (contoh).');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Keputusan Anda tersimpan.').waitFor();
    await expect.poll(() => page.locator('.earlier').textContent()).toMatch(/Alasan pertama.*Penilaian sendiri/s);
    expect(await handOver.getByRole('link').count()).toBe(4);
    await picture(page, 'flag-blind-given');
    await page.getByRole('button', { name: 'Tanda berikutnya' }).click();
    await page.waitForURL(`${base}/flags/${QUOTE}`);
    expect(faults).toEqual([]);
  });

  it('shows a sealed picture large, and offers the archive only as a download', async () => {
    const page = await logIn('reviewer');
    await page.goto(`${base}/flags/${CALL}`);
    await page.locator('button.thumb').click();
    const full = page.getByRole('dialog').locator('img.full');
    await full.waitFor();
    await expect.poll(() => full.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1280);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(page.url()).toContain(CALL);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Arsip halaman' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/page\.mhtml$/);
    expect(faults).toEqual([]);
  });
});

describe('two contrary verdicts', () => {
  it('are settled by a third person at the keyboard, who reads both reasons and no ticket; both are told', async () => {
    for (const [by, verdict, reason] of [
      ['reviewer', 'confirmed', 'Ajakan memilih nomor 1 (contoh).'],
      ['supervisor', 'dismissed', 'Ini kutipan, bukan ajakan (contoh).'],
    ] as const) {
      const caller = await callAs(fixture.app, by);
      const { version, cleared } = (await fixture.storage.flags.findFlag(CALL))!;
      const weighed = cleared.map((sign) => sign.reason);
      await caller.post(`/api/flags/${CALL}/verdict`, { verdict, reason, weighed, seenVersion: version });
    }
    const page = await logIn('supervisor2');
    await page.getByRole('link', { name: 'Dua pendapat' }).click();
    await page.getByText('Tidak ada yang menunggu').waitFor({ state: 'detached' });
    await rows(page).first().focus();
    await lookAt(page, 'adjudicate');
    await page.keyboard.press('Enter');
    const both = page.getByRole('region', { name: 'Kedua alasan' });
    await both.getByText('Ini kutipan, bukan ajakan (contoh).').waitFor();
    await both.getByText(/Ajakan memilih nomor [AB]··· \(contoh\)/).waitFor();
    expect(await page.getByRole('main').textContent()).not.toMatch(/Sari|Ratna|Tirta|nomor 1/);
    await lookAt(page, 'adjudicate-flag');
    expect(await page.locator('.choice').count()).toBe(2);
    await page.keyboard.press('2');
    await page.keyboard.press('r');
    await page.keyboard.type('Kutipan berita; tidak ada ajakan sendiri (contoh).');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Tidak ada yang menunggu Anda di sini.').waitFor();
    await page.getByRole('link', { name: 'Kesepakatan' }).click();
    await page.getByRole('row', { name: /Semua tanda 1/ }).waitFor();
    await lookAt(page, 'agreement');
    const reviewer = await logIn('reviewer');
    await reviewer.getByRole('link', { name: 'Kabar 2 belum dibaca' }).click();
    await reviewer.getByText('sudah diselesaikan penyelia').waitFor();
    await lookAt(reviewer, 'notices');
    await reviewer.getByRole('link', { name: 'Buka tandanya' }).first().click();
    await reviewer.getByText('Kutipan berita; tidak ada ajakan sendiri (contoh).').waitFor();
    await reviewer.getByText('belum dibaca').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
  });
});

/** At both widths, and by axe where it is at hand. */
async function lookAt(page: Page, name: string): Promise<void> {
  for (const [width, height] of [
    [390, 844],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name} ${width}`).toBeLessThanOrEqual(
      width,
    );
    await expectNoAxeFindings(page, `${name} ${width}`);
    await picture(page, `${name}-${width}`);
  }
}

describe('a golden flag', () => {
  beforeAll(() => {
    calibrateEvery = 1;
  });
  afterAll(() => {
    calibrateEvery = undefined;
  });

  it('is chosen by a supervisor, asked of a reviewer at the keyboard like any other, and then explained', async () => {
    for (const by of ['reviewer2', 'supervisor']) {
      const caller = await callAs(fixture.app, by);
      const { version, cleared } = (await fixture.storage.flags.findFlag(CALL))!;
      const said = { verdict: 'confirmed', reason: `Ajakan memilih, menurut ${by} (contoh).`, seenVersion: version };
      await caller.post(`/api/flags/${CALL}/verdict`, { ...said, weighed: cleared.map((sign) => sign.reason) });
    }
    const supervisor = await logIn('supervisor2');
    await supervisor.goto(`${base}/flags/${CALL}`);
    await supervisor.getByRole('button', { name: 'Jadikan tanda acuan' }).click();
    await supervisor.getByText('Tanda ini dipakai sebagai acuan.').waitFor();
    await lookAt(supervisor, 'golden-flag');

    const page = await logIn('reviewer');
    await page.goto(`${base}/flags/${ACTS[1]!.id}`);
    await page.getByText('Anda pegang').waitFor();
    await page.keyboard.press('2');
    await page.keyboard.press('r');
    await page.keyboard.type('Kutipan (contoh).');
    await page.keyboard.press('Control+Enter');
    await page.getByText('#TirtaKemuning').first().waitFor();
    expect(page.url()).not.toContain(CALL);
    expect(await page.getByRole('main').textContent()).not.toMatch(/acuan|latihan/i);
    await page.keyboard.press('2');
    await page.keyboard.press('r');
    await page.keyboard.type('Bukan ajakan (contoh).');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Ini tadi latihan').waitFor();
    await page.getByText('Ajakan memilih, menurut supervisor (contoh).').waitFor();
    await lookAt(page, 'calibration');
    const asked = page.url();
    await page.keyboard.press('t');
    await page.waitForURL((url) => url.href !== asked);
    await page.goto(`${base}/me`);
    await page.getByText('0 dari 1 jawaban sama').waitFor();
    await lookAt(page, 'me-calibrations');

    await supervisor.goto(`${base}/agreement`);
    await supervisor.getByRole('button', { name: 'Berhenti memakainya' }).waitFor();
    await lookAt(supervisor, 'agreement-golden');
    expect(faults).toEqual([]);
  });
});

describe('a decision that can be taken back', () => {
  beforeAll(() => {
    undoMs = 10_000;
  });
  afterAll(() => {
    undoMs = 0;
  });

  async function decideFirst(page: Page, reason: string): Promise<void> {
    await page.goto(`${base}/flags/${CALL}`);
    await page.getByText('Anda pegang').waitFor();
    await page.keyboard.press('2');
    await page.keyboard.press('r');
    await page.keyboard.type(reason);
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(`${base}/flags/${QUOTE}`);
    await page.getByText('Keputusan Anda (dikesampingkan) berlaku dalam').last().waitFor();
  }
  const reviews = async () => (await fixture.storage.flags.findFlag(CALL))!.reviews;

  it('is undone by one key, also after a reload, and counts by itself when its time is over', async () => {
    const page = await logIn('reviewer');
    await decideFirst(page, 'Terlalu cepat (contoh).');
    await page.getByText('Anda pegang').waitFor();
    await picture(page, 'undo');
    const [bar, panel] = await Promise.all([
      page.locator('.undo .note').boundingBox(),
      page.locator('.verdict').boundingBox(),
    ]);
    expect(bar!.x + bar!.width).toBeLessThanOrEqual(panel!.x);
    expect(await page.getByText('Keputusan sebelumnya tersimpan.').count()).toBe(0);
    const other = await logIn('reviewer2');
    await other.getByText('ditinjau Sari Peninjau (contoh)').first().waitFor();
    await page.reload();
    await page.getByText('Keputusan Anda (dikesampingkan) berlaku dalam').last().waitFor();
    await page.keyboard.press('z');
    await page.waitForURL(`${base}/flags/${CALL}`);
    await page.getByText('Anda pegang').waitFor();
    const reason = page.getByLabel('Alasan (wajib)');
    await expect.poll(() => reason.inputValue()).toBe('Terlalu cepat (contoh).');
    await expect.poll(() => page.locator('.undo .note').count()).toBe(0);
    expect(await reviews()).toEqual([]);
    await reason.fill('Sudah dibaca lagi (contoh).');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(`${base}/flags/${QUOTE}`);
    await page.getByRole('button', { name: 'Urungkan' }).waitFor();
    await page.getByText('Anda pegang').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('keputusan Anda segera berlaku').waitFor();
    await picture(page, 'undo-queue');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await picture(page, 'undo-queue-390');
    fixture.setNow(new Date(NOW.getTime() + 10_000));
    await expect.poll(async () => (await reviews()).length).toBe(1);
    await expect.poll(() => page.locator('.undo .note').count()).toBe(0);
    expect(await reviews()).toMatchObject([{ verdict: 'dismissed', reason: 'Sudah dibaca lagi (contoh).' }]);
    expect(faults).toEqual([]);
  });

  it('is given after what was typed has arrived, so that nothing comes behind it', async () => {
    const page = await logIn('reviewer');
    const held: Route[] = [];
    await page.route('**/draft', (route) => {
      if (route.request().method() === 'POST') held.push(route);
      else return route.continue();
    });
    let given = 0;
    page.on('request', (request) => request.url().endsWith('/verdict') && given++);
    await page.goto(`${base}/flags/${CALL}`);
    await page.getByText('Anda pegang').waitFor();
    await page.keyboard.press('2');
    await page.getByLabel('Alasan (wajib)').fill('Masih di jalan (contoh).');
    await expect.poll(() => held.length).toBe(1);
    await page.keyboard.press('Control+Enter');
    await page.locator('.submit button[data-loading]').waitFor();
    expect(given).toBe(0);
    await held[0]!.continue();
    await page.waitForURL(`${base}/flags/${QUOTE}`);
    expect(given).toBe(1);
    expect(faults).toEqual([]);
  });

  it('of a second look shows the first verdict only once it counts, and may be let count at once', async () => {
    const first = await callAs(fixture.app, 'reviewer');
    const body = { verdict: 'confirmed', reason: 'Alasan pertama (contoh).', weighed: [], seenVersion: 2 };
    expect((await first.post(`/api/flags/${CALL}/verdict`, body)).statusCode).toBe(200);
    expect((await first.post(`/api/flags/${CALL}/settle`)).statusCode).toBe(200);
    const page = await logIn('supervisor');
    await page.goto(`${base}/flags/${CALL}?waiting=second`);
    await page.getByText('Tinjauan kedua: sudah ada keputusan.').waitFor();
    await page.keyboard.press('2');
    await page.getByLabel('Alasan (wajib)').fill('Penilaian sendiri (contoh).');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Keputusan pertama terlihat sesudah keputusan Anda berlaku').waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/Alasan pertama|Sari/);
    await picture(page, 'undo-blind');
    await page.keyboard.press('z');
    await expect.poll(() => page.getByLabel('Alasan (wajib)').inputValue()).toBe('Penilaian sendiri (contoh).');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Berlakukan sekarang' }).click();
    await page.getByText('Keputusan Anda tersimpan.').waitFor();
    await expect.poll(() => page.locator('.earlier').textContent()).toMatch(/Alasan pertama.*Penilaian sendiri/s);
    expect(faults).toEqual([]);
  });

  it('of thirty of the same is one: by keyboard, with what differs left out, undone as one and given again', async () => {
    const text = 'Dukung Tirta-Kemuning nomor 1, sebarkan ke semua grup (contoh)';
    const matches = [match('own-support', [spanOf(text, 'Dukung', 'kata dukungan')])];
    const ids = Array.from({ length: 30 }, (_, n) => `flagthirty${String(n).padStart(14, '0')}`);
    const other = { ...matches[0]!, rule: 'call-to-vote' };
    for (const [n, id] of [...ids, 'flagthirtyother'].entries()) {
      const own = n === 30 ? { matches: [other] } : { matches };
      await fixture.addAct({ id, account: n % 4, kind: 'post', text, hoursAgo: 330 - n, ...own });
    }
    const decided = async () =>
      (await Promise.all(ids.map((id) => fixture.storage.flags.findFlag(id)))).filter(
        (flag) => flag!.reviews.length > 0,
      );
    const page = await logIn('reviewer');
    await page.getByText('31 tanda yang sama').waitFor();
    await picture(page, 'same-queue');
    const began = performance.now();
    await page.keyboard.press('t');
    await page.getByText('Anda pegang').waitFor();
    await page.getByText('30 tanda lain dari kiriman yang sama').waitFor();
    await page.keyboard.press('e');
    await page.getByText('berbeda: aturan').waitFor();
    await page.keyboard.press('2');
    await page.keyboard.press('r');
    await page.keyboard.type('Kiriman berantai (contoh).');
    await page.getByRole('button', { name: 'Kesampingkan 30 tanda' }).waitFor();
    await expectNoAxeFindings(page, 'flags of the same');
    await picture(page, 'same-flag');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Keputusan Anda untuk 30 tanda').last().waitFor();
    await page.keyboard.press('z');
    await page.waitForURL(`${base}/flags/${ids[0]}`);
    await expect.poll(() => page.getByLabel('Alasan (wajib)').inputValue()).toBe('Kiriman berantai (contoh).');
    expect(await decided()).toEqual([]);
    await page.keyboard.press('e');
    await page.getByRole('button', { name: 'Kesampingkan 30 tanda' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Keputusan Anda untuk 30 tanda').last().waitFor();
    const given = performance.now();
    fixture.setNow(new Date(NOW.getTime() + 10_000));
    await expect.poll(async () => (await decided()).length, { timeout: WAIT_LIMIT_MS }).toBe(30);
    // With one undo, and the ten seconds besides.
    expect(performance.now() - began + 10_000, `${given - began} ms to give`).toBeLessThan(60_000);
    await page.goto(`${base}/flags/flagthirtyother`);
    await page.getByText('Sudah diputuskan').waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectNoAxeFindings(page, 'how the same ended');
    await picture(page, 'same-ended-390');
    await page.goto(`${base}/?group=none`);
    await page.getByLabel('Kelompok').waitFor();
    expect(await page.getByText('tanda yang sama').count()).toBe(0);
    await picture(page, 'same-queue-390');
    expect(faults).toEqual([]);
  });

  it('comes back as a draft, with the reason why, where the flag had changed before it counted', async () => {
    const page = await logIn('reviewer');
    await decideFirst(page, 'Tidak hilang (contoh).');
    const raw = await createConnection(testServices().mongodbUri, { dbName: fixture.databaseName }).asPromise();
    await raw.collection('flags').updateOne({ _id: CALL as never }, { $inc: { version: 1 } });
    await raw.close();
    fixture.setNow(new Date(NOW.getTime() + 10_000));
    await page.getByText('Keputusan Anda tidak jadi berlaku').waitFor();
    await picture(page, 'undo-came-back');
    await page.getByRole('link', { name: 'Buka tandanya' }).click();
    await page.getByText('Inilah isinya; bacalah tandanya lagi.').waitFor();
    expect(await page.getByLabel('Alasan (wajib)').inputValue()).toBe('Tidak hilang (contoh).');
    await expect.poll(() => page.locator('.undo .note').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe.runIf(pictures)('pictures of the guide', () => {
  it('shows a filled queue and one flag, from invented people and texts', async () => {
    await fillQueue(fixture);
    const page = await logIn('reviewer');
    await rows(page).nth(10).waitFor();
    await rows(page).nth(1).focus();
    await picture(page, 'docs-queue');
    await page.goto(`${base}/flags/${QUOTE}`);
    await page.getByText('Anda pegang').waitFor();
    await page.locator('.items').getByText('✓').first().waitFor();
    await page.getByLabel('Kutipan ucapan orang lain').check();
    await page.keyboard.press('2');
    await page.getByLabel('Alasan (wajib)').fill('Membagikan berita dengan kutipan; tidak ada kata dukungan sendiri.');
    await page.getByText('Draf tersimpan.').waitFor();
    await picture(page, 'docs-flag');
  });

  it('shows what waits for a second review, first decisions of both kinds among them', async () => {
    await fillQueue(fixture);
    const reviewer = (await fixture.storage.users.findUserByUsername('reviewer'))!.user.id;
    for (const n of [0, 1, 3, 5, 6, 8]) {
      const flag = (await fixture.storage.flags.findFlag(`flagfilled${String(n).padStart(14, '0')}`))!;
      const verdict = n % 2 === 0 ? 'confirmed' : 'dismissed';
      const review = { verdict, reason: 'Contoh.', weighed: [], reviewerId: reviewer, at: NOW } as const;
      const decided = { ...flag, state: 'decided', version: flag.version + 1, reviews: [...flag.reviews, review] };
      await fixture.storage.flags.saveDecision(decided as typeof flag, review);
    }
    const page = await logIn('supervisor');
    await rows(page).nth(5).waitFor();
    await picture(page, 'docs-queue-supervisor');
    await page.getByLabel('Yang menunggu').selectOption('second');
    await page.getByText('Semua keputusan bercampur').waitFor();
    await rows(page).nth(1).focus();
    await picture(page, 'docs-queue-second');
  });
});

describe('the page of users', () => {
  it.each([1366, 390])('lets an admin invite somebody who chooses the password alone, at %i px', async (width) => {
    const viewport = { width, height: 768 };
    const admin = await logIn('admin', { viewport });
    await admin.getByRole('heading', { name: 'Pengguna' }).waitFor();
    await admin.getByText('Undang pengguna').click();
    await admin.getByLabel('Nama lengkap').fill('Wulan Peninjau (contoh)');
    await admin.getByLabel(/^Nama pengguna/).fill('wulan');
    await admin.getByLabel('Tambah OPD').selectOption('SBY');
    await admin.getByRole('button', { name: 'Undang' }).click();
    const link = await admin.getByLabel('Tautan').inputValue();
    await picture(admin, `users-${width}`);
    await expectNoAxeFindings(admin, `users at ${width}`);
    expect(await admin.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

    const invited = await openPage({ viewport });
    await invited.goto(new URL(`${new URL(link).pathname}${new URL(link).hash}`, base).href);
    await invited.getByText('Untuk Wulan Peninjau (contoh) (wulan).').waitFor();
    await expectNoAxeFindings(invited, `invitation at ${width}`);
    await picture(invited, `invitation-${width}`);
    const next = 'kangkung sepeda lonceng';
    for (const field of await invited.locator('input[autocomplete=new-password]').all()) await field.fill(next);
    await invited.keyboard.press('Enter');
    await invited.getByText('Masuk dengan yang baru.').waitFor();
    await invited.getByLabel('Nama pengguna').fill('wulan');
    await passwordField(invited).fill(next);
    await invited.keyboard.press('Enter');
    await invited.getByRole('heading', { name: 'Antrean tanda' }).waitFor();

    await admin.reload();
    await admin.getByRole('button', { name: 'Ubah wulan' }).click();
    await admin.getByRole('button', { name: 'Tutup akun' }).click();
    await admin.getByText('Tersimpan; 1 sesi berakhir.').waitFor();
    await expectNoAxeFindings(admin, `a user at ${width}`);
    await picture(admin, `user-${width}`);
    await invited.reload();
    await invited.getByText('Sesi Anda sudah berakhir.').waitFor();
  });
});

describe('oversight pages', () => {
  it('shows coverage in three states by office and signal', async () => {
    const page = await logIn('supervisor');
    await page.getByRole('link', { name: 'Cakupan', exact: true }).click();
    await page.getByRole('heading', { name: 'Cakupan pengamatan' }).waitFor();
    await page.getByText('▨ 1 tidak dapat diamati').first().waitFor();
    const platforms = page.getByRole('table', { name: 'Menurut platform' });
    expect(
      await platforms
        .getByRole('row', { name: /^Bluesky/ })
        .getByText('Dibaca mesin')
        .count(),
    ).toBe(5);
    await picture(page, 'coverage');
    expect(faults).toEqual([]);
  });

  it('shows marks for each ticket in the order of the ballot', async () => {
    const page = await logIn('supervisor');
    await page.getByRole('link', { name: 'Tanda per paslon' }).click();
    await page.getByText('2 · Jagatnata').waitFor();
    await picture(page, 'tickets');
    expect(faults).toEqual([]);
  });

  it('shows analysts the rules in force with what verdicts say, and nothing to change', async () => {
    await teach(fixture.storage, { count: 24, rule: 'own-support', verdict: 'confirmed' });
    await teach(fixture.storage, { count: 6, rule: 'own-support', verdict: 'dismissed' });
    await teach(fixture.storage, { count: 30, rule: 'like-ticket-account', verdict: 'dismissed' });
    await countRules(fixture.storage);
    const state = { processId: 'pekerja-contoh', engine: '0.1.0', since: NOW, toldAt: NOW } as const;
    const [ruleset, elections] = ['a1', 'b2'].map((digits) => `sha256:${digits.repeat(32)}`) as [string, string];
    await fixture.storage.ruleStates.saveRuleState({ ...state, ruleset, elections });
    const page = await logIn('analyst');
    await page.getByText('Utuh: yang menilai sama').waitFor();
    const row = page.getByRole('row', { name: 'Pernyataan dukungan sendiri' });
    await row.getByText('80%').or(row.getByText('80 %')).waitFor();
    await row.getByText('24 / 6').waitFor();
    await page.getByRole('row', { name: 'Menyukai unggahan' }).getByText('usulan: turunkan ke shadow').waitFor();
    const shadow = page.getByRole('row', { name: 'Pose jari di dekat nama' });
    for (const words of ['44 akan kena', '5 ditandai live juga', '40 akun biasanya 10', 'akun di atas biasanya']) {
      expect(await shadow.textContent()).toContain(words);
    }
    const note = page.getByRole('row', { name: 'Pose jari dalam foto' });
    for (const words of ['6 catatan', '2 ditandai live juga']) expect(await note.textContent()).toContain(words);
    await page.getByText('Tidak satu pun diperlihatkan kepada peninjau').waitFor();
    expect(await page.locator('main').locator('input, textarea, select, button').count()).toBe(0);
    await page.getByText('Masih lemah (diukur pada korpus sendiri)').click();
    await page.getByText('Ajakan di samping laporan tugas: 4 dari 14').waitFor();
    await picture(page, 'docs-rules');
    await page.getByRole('button', { name: 'EN' }).click();
    await page.getByText('Nothing of it is shown to reviewers').waitFor();
    await picture(page, 'rules-english');
    expect(faults).toEqual([]);
  });

  it('says calmly on every page that rule files are broken, where, and that the old set judges, until mended', async () => {
    const issue = { path: 'rules/speech/call-to-vote.yaml', line: 14, column: 1 };
    const words = { problem: 'Kunci tidak dikenal: "whenever"', hint: 'kunci yang ada: title, id, status, when' };
    const state: RuleState = {
      ...{ processId: 'pekerja-contoh', ruleset: `sha256:${'a1'.repeat(32)}`, elections: `sha256:${'b2'.repeat(32)}` },
      ...{ engine: '0.1.0', since: new Date(NOW.getTime() - 86_400_000), toldAt: NOW },
    };
    const fault = { issues: [{ ...issue, ...words }], count: 1, since: new Date(NOW.getTime() - 60_000) };
    await fixture.storage.ruleStates.saveRuleState({ ...state, fault });
    const page = await logIn('supervisor');
    await page.getByText('Set yang lama tetap menilai').waitFor();
    await picture(page, 'rules-banner');
    await page.getByRole('link', { name: 'Lihat rincian' }).click();
    await page.getByText('rules/speech/call-to-vote.yaml:14:1').waitFor();
    await page.getByText('perbaiki: kunci yang ada').waitFor();
    await page.getByText('sejak Kam, 19 Nov 2026').waitFor();
    expect(await page.getByText('Aturan yang berlaku').count()).toBe(0);
    await picture(page, 'rules-broken');
    await fixture.storage.ruleStates.saveRuleState(state);
    await page.reload();
    await page.getByText('Utuh: yang menilai sama').waitFor();
    await page.getByRole('link', { name: 'Antrean' }).click();
    await rows(page).first().waitFor();
    expect(await page.getByText('Set yang lama tetap menilai').count()).toBe(0);
    const reviewer = await logIn('reviewer');
    await fixture.storage.ruleStates.saveRuleState({ ...state, fault });
    await reviewer.reload();
    await rows(reviewer).first().waitFor();
    expect(await reviewer.getByText('Set yang lama tetap menilai').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('shows the auditor the log and that its chain holds, and no way to content', async () => {
    const page = await logIn('auditor');
    await page.getByText('Rantai utuh').waitFor();
    await picture(page, 'audit');
    await page.goto(`${base}/flags/${CALL}`);
    await page.getByText('Peran Anda tidak membuka bagian ini').waitFor();
    expect(await page.locator('body').textContent()).not.toContain('coblos');
  });

  it('opens the API page behind log-in without asking another host', async () => {
    const page = await logIn('analyst');
    await page.goto(`${base}/api/docs`);
    await page.getByText('/api/flags/{id}/verdict').first().waitFor();
    expect(faults.filter((f) => f.startsWith('asked'))).toEqual([]);
  });
});
