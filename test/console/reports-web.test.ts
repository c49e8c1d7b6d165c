// The functions given to `evaluate` run in the page.
/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ActivityKind } from '../../src/domain/platform.js';
import { bringReport } from '../../src/intake/reports/bring-report.js';
import { takeUploads } from '../../src/intake/uploads/take-uploads.js';
import { UPLOAD_LIMITS } from '../../src/intake/uploads/upload-limits.js';
import { WAIT_LIMIT_MS } from '../support/until.js';
import { launchBrowser, webApp } from './browser.js';
import { type ConsoleFixture, startConsoleFixture } from './console-fixture.js';
import { ACCOUNTS, ELECTIONS, NOW, PASSWORD, TICKETS } from './sample.js';

// People, handles and posts are invented ("contoh").
let browser: Browser;
let webDir: string;
let base: string;
let fixture: ConsoleFixture;
const faults: string[] = [];

/** Where pictures go when somebody wants to look: `NETRA_SCREENSHOTS=dir`. */
const pictures = process.env.NETRA_SCREENSHOTS;
/** `NETRA_AXE=/path/to/axe.min.js` runs axe over each page; its licence keeps it from being one of our packages. */
const axe = process.env.NETRA_AXE;

beforeAll(async () => {
  if (pictures) mkdirSync(pictures, { recursive: true });
  [webDir, browser] = await Promise.all([webApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  fixture = await startConsoleFixture({ webDir, elections: ELECTIONS });
  base = await fixture.app.listen({ port: 0, host: '127.0.0.1' });
  faults.length = 0;
  return async () => {
    for (const context of browser.contexts()) await context.close();
    await fixture.close();
  };
});
afterEach(() => expect(faults).toEqual([]));

async function logIn(username: string, width = 1366): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: width < 500 ? 844 : 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_LIMIT_MS);
  // The machine's clock is not the fixture's: fields of a time begin at the latter's.
  await page.clock.setFixedTime(new Date(NOW.getTime() - 60_000));
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // Whoever is not logged in yet is told so once.
    if (message.type() === 'error' && !message.text().includes('401')) faults.push(message.text());
  });
  page.on('request', (request) => !request.url().startsWith(base) && faults.push(`asked ${request.url()}`));
  await page.goto(base);
  await page.locator('input[autocomplete=username]').fill(username);
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('header.frame').waitFor();
  return page;
}

/** Looked at, held to its width, and to axe where it is at hand. */
async function look(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  const { scroll, own } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    own: window.innerWidth,
  }));
  expect(scroll, `${name} is wider than its window`).toBeLessThanOrEqual(own);
  if (!axe) return;
  await page.evaluate(readFileSync(axe, 'utf8'));
  const found = await page.evaluate(() =>
    (
      window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    ).axe.run(),
  );
  expect(found.violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
}

/** What the browser makes of Ctrl+V with a screenshot in the clipboard. */
async function pasteScreenshot(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [300, 500];
    canvas.getContext('2d')?.fillText('Tangkapan layar contoh', 20, 40);
    const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!)));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([blob], 'layar.png', { type: 'image/png' }));
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
}

async function aReport(kind: ActivityKind = 'like') {
  const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
  await page.setContent('<h1>Gambar contoh</h1>');
  const bytes = await page.screenshot();
  await page.close();
  const { keepFile } = fixture.broughtFiles;
  const drawPicture = async () => ({ bytes, mime: 'image/png' as const });
  const files = await takeUploads([bytes], { limits: UPLOAD_LIMITS, drawPicture: drawPicture as never, keepFile });
  const act = {
    kind,
    link: 'https://bsky.app/profile/pasangan.contoh.test/post/3kabcdefghij2',
    story: 'Dia menyukai video kampanye <img src=x onerror=alert(1)>.',
    words: 'TANDA ayo menangkan pasangan contoh',
    seenAt: new Date(NOW.getTime() - 7_200_000),
  } as const;
  const who = { name: ACCOUNTS[0]!.name, office: 'Puskesmas' };
  const brought = { id: randomUUID(), door: 'public', broughtAt: NOW, channel: 'public', who, act, files } as const;
  return (await bringReport({ ...fixture.storage, enqueueLooks: async () => {} }, brought)).report;
}

describe('the officer on patrol', () => {
  it('notes a like seen on TikTok by keyboard, and finds it among their own', async () => {
    const page = await logIn('patrol');
    const link = page.getByLabel('Tautan', { exact: true });
    await expect.poll(() => link.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.insertText(
      'https://www.tiktok.com/@pasangan.contoh/video/7412345678901234511?is_from_webapp=1',
    );
    await page.getByText('terbaca: TikTok, unggahan · @pasangan.contoh').waitFor();
    await pasteScreenshot(page);
    await page.getByRole('button', { name: 'Buang gambar 1' }).waitFor();
    await page.keyboard.press('Tab');
    for (let i = 0; i < 2; i += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.getByRole('button', { name: 'Suka' }).getAttribute('aria-pressed')).toBe('true');
    await page.getByLabel('Isi unggahan').fill('TANDA ayo menangkan pasangan contoh');
    const search = page.getByLabel('Cari akun terdaftar');
    await search.fill(ACCOUNTS[0]!.handle.slice(0, 6));
    await page.getByRole('button', { name: `Pilih ${ACCOUNTS[0]!.name}` }).waitFor();
    await search.press('Enter');
    await page.getByText('Hanya pendapat; Anda yang memutuskan.').waitFor();
    await page.getByText('Akun ini di Bluesky, tautannya di TikTok').waitFor();
    await look(page, 'finding-1366');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Tersimpan.').waitFor();
    await page.locator('table.reports .row-link').first().click();
    await page.getByRole('link', { name: 'Lampiran Formulir A (PDF)' }).waitFor();
    await page.locator('.pictures img').waitFor();
    await look(page, 'finding-own-1366');
    const [report] = (await fixture.storage.reports.listReports({ door: 'patrol' }, { limit: 5 })).reports;
    expect(report).toMatchObject({
      state: 'identified',
      accountId: fixture.accountIds[0],
      act: { kind: 'like', link: { platform: 'tiktok' } },
      files: [{ type: 'image/png' }],
    });
  });
});

describe('whoever checks reports', () => {
  it('chooses whose account it is, reads what rules say, and decides with a reason', async () => {
    const { id } = await aReport('post');
    const page = await logIn('reviewer');
    await page.getByRole('link', { name: 'Laporan' }).click();
    await page.locator('table.reports .row-link').waitFor();
    await look(page, 'reports-1366');
    await page.locator('table.reports .row-link').click();
    await page.getByText('hanya nama yang sama: bisa orang lain').waitFor();
    const give = page.getByRole('button', { name: 'Putuskan' });
    await page.getByRole('button', { name: 'Benar', exact: true }).click();
    await page.getByLabel('Alasan').fill('Tangkapan layar cocok dengan akun.');
    await page.getByText('Pilih dahulu akunnya.').waitFor();
    expect(await give.isDisabled()).toBe(true);
    await page.getByRole('button', { name: `Pilih ${ACCOUNTS[0]!.name}` }).click();
    await page.getByText('Terhubung ke akun ini').waitFor();
    await page.getByRole('button', { name: 'Baca tulisan pada gambar' }).click();
    await page.getByText('cocokkan dengan gambarnya').waitFor();
    expect(await page.getByLabel('Isi tindakan').inputValue()).toBe(
      'TANDA ayo menangkan pasangan contoh\nGambar contoh',
    );
    await page.getByLabel('Gambar 1', { exact: true }).check();
    await page.getByText('Tulisan pada gambar, dibaca mesin').waitFor();
    await page.getByText('Hanya pendapat; Anda yang memutuskan.').waitFor();
    await look(page, 'report-1366');
    await give.click();
    await page.getByRole('link', { name: 'Buka tanda' }).waitFor();
    expect(await fixture.storage.reports.findReport(id)).toMatchObject({
      state: 'decided',
      decision: { outcome: 'true' },
    });
  });

  it('can do so on a telephone', async () => {
    const { id } = await aReport();
    const page = await logIn('reviewer', 390);
    await page.goto(`${base}/reports`);
    await page.locator('table.reports .row-link').waitFor();
    await look(page, 'reports-390');
    await page.goto(`${base}/reports/${id}`);
    await page.getByText('hanya nama yang sama: bisa orang lain').waitFor();
    await look(page, 'report-390');
    await page.goto(`${base}/findings`);
    await page.getByLabel('Tautan', { exact: true }).waitFor();
    await look(page, 'findings-390');
  });
});

describe('whoever keeps the campaign pictures', () => {
  it.each([1366, 390])('adds one for a ticket and removes it, by keyboard, at %d pixels', async (width) => {
    const shown = await browser.newPage({ viewport: { width: 400, height: 500 } });
    await shown.setContent('<h1>Poster contoh</h1><p>Bersama kita maju</p>');
    const picture = { name: 'poster.png', mimeType: 'image/png', buffer: await shown.screenshot() };
    await shown.close();
    const [ticket, label] = Object.entries(TICKETS)[0]!;
    const page = await logIn('supervisor', width);
    await page.goto(`${base}/posters`);
    const choice = page.getByLabel('Pasangan calon');
    const choose = page.getByRole('button', { name: 'Pilih gambar dan tambahkan' });
    expect(await choose.isDisabled()).toBe(true);
    await choice.selectOption(ticket);
    await expect.poll(() => choose.isEnabled()).toBe(true);
    await choice.press('Tab');
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(picture);
    await page.getByText('1 gambar ditambahkan.').waitFor();
    await page.getByRole('img', { name: `Gambar kampanye 1 dari ${label}` }).waitFor();
    await look(page, `posters-${width}`);
    await page.getByRole('button', { name: `Hapus gambar 1 dari ${label}` }).press('Enter');
    await page.locator('.poster-list img').waitFor({ state: 'detached' });
    expect(await fixture.storage.campaignPictures.countCampaignPictures()).toBe(0);
  });
});
