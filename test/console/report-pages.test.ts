// The functions given to `evaluate` run in the page.
/// <reference lib="dom" />
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pngOf } from '../attacks/hostile-files.js';
import { expectNoAxeFindings } from './axe.js';
import { launchBrowser, webApp } from './browser.js';
import { type ConsoleFixture, startConsoleFixture } from './console-fixture.js';

let browser: Browser;
let webDir: string;
let fixture: ConsoleFixture;
let base: string;
const faults: string[] = [];
const STORY = 'Camat Contoh (karangan) membagikan ajakan memilih.';
const LIMITS = { softPerHour: 4, hardPerHour: 50, wrongReceiptsPerHour: 5, firstBits: 10 };

const pictures = process.env.NETRA_SCREENSHOTS;

beforeAll(async () => {
  if (pictures) mkdirSync(pictures, { recursive: true });
  [webDir, browser] = await Promise.all([webApp(), launchBrowser()]);
  fixture = await startConsoleFixture({ acts: [], webDir, reportLimits: LIMITS, trustedProxies: 1 });
  base = await fixture.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser?.close();
  await fixture?.close();
});

let place = 0;
interface Visit {
  readonly width?: number;
  readonly script?: boolean;
  /** Somebody who was here before: by default everybody has an address of their own. */
  readonly from?: string;
}
async function visit({
  width = 360,
  script = true,
  from,
}: Visit = {}): Promise<{ page: Page; context: BrowserContext }> {
  place += 1;
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 700 : 768 },
    javaScriptEnabled: script,
    extraHTTPHeaders: { 'x-forwarded-for': from ?? `203.0.113.${place}` },
  });
  const page = await context.newPage();
  // A refusal is an answer; the browser calls it an error of its own.
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4(22|29)/.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${base}/lapor`);
  return { page, context };
}

/** What a person with a screen reader or a narrow telephone would stumble over. */
async function expectUsable(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  const found = await page.evaluate(() => {
    const shown = [
      ...document.querySelectorAll<HTMLElement>('input:not([type=hidden]), textarea, select, button, a'),
    ].filter((one) => one.offsetParent !== null);
    const nameless = shown.filter((one) => {
      const labels = (one as HTMLInputElement).labels;
      return !(one.textContent?.trim() || (labels && labels.length > 0) || one.getAttribute('aria-label'));
    });
    const small = shown.filter(
      (one) => one.matches('input[type=text], textarea, select, button') && one.offsetHeight < 44,
    );
    return {
      nameless: nameless.map((one) => one.outerHTML.slice(0, 80)),
      small: small.map((one) => one.outerHTML.slice(0, 80)),
      overflow: document.documentElement.scrollWidth > window.innerWidth,
      headings: document.querySelectorAll('h1').length,
      language: document.documentElement.lang,
    };
  });
  expect(found, name).toEqual({ nameless: [], small: [], overflow: false, headings: 1, language: 'id' });
  await expectNoAxeFindings(page, name);
}

/** A receipt is printed by whoever shares a telephone: the number, and where to open it. */
async function expectOnPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  if (pictures) await page.screenshot({ path: join(pictures, 'tanda-terima-cetak.png'), fullPage: true });
  expect(await page.locator('[data-receipt]').isVisible()).toBe(true);
  expect(await page.getByText('di /lapor/buka').isVisible()).toBe(true);
  expect(await page.locator('a:visible, button:visible').count()).toBe(0);
  await page.emulateMedia({ media: null });
}

const part = (page: Page) => page.locator('form > fieldset:visible > legend .step').textContent();
const next = (page: Page) => page.getByRole('button', { name: 'Lanjut' }).click();
const receipt = async (page: Page) => (await page.locator('[data-receipt]').textContent())!.replace(/\s/g, '');

describe('the form on a telephone', () => {
  it.each([360, 1366])(
    'asks three questions at a time, %i px wide, keeps what was typed, and gives a receipt',
    async (width) => {
      const { page, context } = await visit({ width });
      expect(await part(page)).toBe('Bagian 1 dari 3');
      await expectUsable(page, `${width}-apa`);
      await page.getByLabel('Tautan').fill('https://www.tiktok.com/@contoh.karangan/video/7301234567890123456');
      await page.getByLabel('Apa yang Anda lihat?').fill(STORY);
      await next(page);
      await expectUsable(page, `${width}-siapa`);
      await page.getByLabel('Nama orang').fill('Nama Contoh');
      await page.reload();
      expect(await page.getByLabel('Apa yang Anda lihat?').inputValue()).toBe(STORY);
      await page
        .getByLabel('Tangkapan layar')
        .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: pngOf(40, 40, 40) });
      await next(page);
      expect(await page.getByLabel('Nama orang').inputValue()).toBe('Nama Contoh');
      await next(page);
      await page.getByLabel('Kapan Anda melihatnya?').fill('2026-11-17');
      expect(await page.locator('#due').textContent()).toContain('24 November 2026');
      await expectUsable(page, `${width}-kapan`);
      await page.getByRole('button', { name: 'Kirim laporan' }).dblclick();
      await page.getByRole('heading', { name: 'Laporan diterima' }).waitFor();
      await expectUsable(page, `${width}-tanda-terima`);
      await expectOnPaper(page);
      const digits = await receipt(page);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      await page.getByRole('link', { name: 'Buka laporan ini' }).click();
      await expectUsable(page, `${width}-buka`);
      await page.getByLabel('Tanda terima').fill(digits);
      await page.getByRole('button', { name: 'Buka' }).click();
      await page.getByText('sedang mencari tahu akun siapa').waitFor();
      await page.getByLabel('Tulis jawaban').fill('Tambahan contoh.');
      await page.getByRole('button', { name: 'Kirim' }).click();
      await page.getByText('Tambahan contoh.').waitFor();
      await expectUsable(page, `${width}-percakapan`);
      const saved = (await fixture.storage.reports.findReportByReceipt(digits))!;
      expect(saved).toMatchObject({ who: { name: 'Nama Contoh' }, files: [{ type: 'image/png' }] });
      await context.close();
    },
  );

  it('goes by keyboard alone from the first field to the receipt', async () => {
    const { page, context } = await visit();
    await page.getByLabel('Apa yang Anda lihat?').focus();
    await page.keyboard.type(STORY);
    for (const heading of ['Bagian 2 dari 3', 'Bagian 3 dari 3']) {
      const button = page.getByRole('button', { name: 'Lanjut' });
      for (let n = 0; n < 12 && !(await button.evaluate((one) => one === document.activeElement)); n += 1)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await part(page)).toBe(heading);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('LEGEND');
    }
    const send = page.getByRole('button', { name: 'Kirim laporan' });
    for (let n = 0; n < 20 && !(await send.evaluate((one) => one === document.activeElement)); n += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Laporan diterima' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await context.close();
  });

  it('without script is one long form that loses nothing but chosen files', async () => {
    const { page, context } = await visit({ script: false });
    await expectUsableWithoutScript(page);
    await page.getByLabel('Nama orang').fill('Nama Contoh');
    await page.getByRole('button', { name: 'Kirim laporan' }).click();
    await page.getByText('Isi paling sedikit satu').waitFor();
    expect(await page.getByLabel('Nama orang').inputValue()).toBe('Nama Contoh');
    await page.getByLabel('Apa yang Anda lihat?').fill(STORY);
    await page
      .getByLabel('Tangkapan layar')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: pngOf(40, 40, 40) });
    await page.getByRole('button', { name: 'Kirim laporan' }).click();
    await page.getByRole('heading', { name: 'Laporan diterima' }).waitFor();
    const digits = await receipt(page);
    await page.getByRole('link', { name: 'Buka laporan ini' }).click();
    await page.getByLabel('Tanda terima').fill(digits);
    await page.getByRole('button', { name: 'Buka' }).click();
    await page.getByText('sedang mencari tahu akun siapa').waitFor();
    await context.close();
  });

  it('paints first from less than 100 kB, and asks no other host', async () => {
    const { page, context } = await visit();
    const seen = await page.evaluate(() =>
      [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((one) => ({
        url: new URL((one as PerformanceResourceTiming).name).pathname,
        bytes: (one as PerformanceResourceTiming).encodedBodySize,
        host: new URL((one as PerformanceResourceTiming).name).host === location.host,
      })),
    );
    expect(seen.every(({ host }) => host)).toBe(true);
    expect(seen.map(({ url }) => url)).toEqual(expect.arrayContaining(['/lapor', '/lapor/form.css', '/lapor/form.js']));
    expect(seen.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(100_000);
    await context.close();
  });

  it('is in the way of nobody in a flood: the device works for a moment and the report is in', async () => {
    const from = '198.51.100.50';
    for (let n = 0; n < 6; n += 1) {
      const { page, context } = await visit({ from });
      await page.getByLabel('Apa yang Anda lihat?').fill(STORY);
      await next(page);
      await next(page);
      await page.getByRole('button', { name: 'Kirim laporan' }).click();
      await page.getByRole('heading', { name: 'Laporan diterima' }).waitFor();
      await context.close();
    }
  });

  it('says a fault on the page, keeps typed text and chosen files, and loses nothing with the network', async () => {
    const { page, context } = await visit();
    await page.getByLabel('Apa yang Anda lihat?').fill(STORY);
    await page
      .getByLabel('Tangkapan layar')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') });
    await next(page);
    await next(page);
    await page.getByRole('button', { name: 'Kirim laporan' }).click();
    await page.getByText('bukan gambar, PDF atau video').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('notice');
    expect(await page.locator('#files').evaluate((one) => (one as HTMLInputElement).files?.length)).toBe(1);
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Kirim laporan' }).click();
    await page.getByText('Tidak ada jaringan').waitFor();
    expect(faults.splice(0).filter((fault) => !fault.includes('INTERNET_DISCONNECTED'))).toEqual([]);
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Kembali' }).click();
    await page.getByRole('button', { name: 'Kembali' }).click();
    await page.getByLabel('Tangkapan layar').setInputFiles([]);
    await next(page);
    await next(page);
    await page.getByRole('button', { name: 'Kirim laporan' }).click();
    await page.getByRole('heading', { name: 'Laporan diterima' }).waitFor();
    await context.close();
  });

  it('broke no rule of its own policy on the way', () => expect(faults).toEqual([]));
});

async function expectUsableWithoutScript(page: Page): Promise<void> {
  expect(await page.locator('form > fieldset:visible').count()).toBe(3);
  expect(await page.locator('button:visible').count()).toBe(1);
}
