// The functions given to `evaluate` run in the page.
/// <reference lib="dom" />
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WAIT_LIMIT_MS } from '../support/until.js';
import { expectNoAxeFindings } from './axe.js';
import { launchBrowser, webApp } from './browser.js';
import { type ConsoleFixture, startConsoleFixture } from './console-fixture.js';
import { PASSWORD } from './sample.js';

let browser: Browser;
let base: string;
let fixture: ConsoleFixture;

/** Where pictures go when somebody wants to look: `NETRA_SCREENSHOTS=dir`. */
const pictures = process.env.NETRA_SCREENSHOTS;

beforeAll(async () => {
  if (pictures) mkdirSync(pictures, { recursive: true });
  const [webDir, launched] = await Promise.all([webApp(), launchBrowser()]);
  browser = launched;
  fixture = await startConsoleFixture({ webDir });
  base = await fixture.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser?.close();
  await fixture?.close();
});

/** Looked at, held to its width, and to axe where it is at hand. */
async function look(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  const { scroll, own } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    own: document.documentElement.clientWidth,
  }));
  expect(scroll, name).toBeLessThanOrEqual(own);
  await expectNoAxeFindings(page, name);
}

async function openOwnPage(username: string, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 } });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_LIMIT_MS);
  await page.goto(`${base}/me`);
  await page.locator('input[autocomplete=username]').fill(username);
  await page.locator('input[autocomplete=current-password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Akun saya' }).waitFor();
  return page;
}

describe.each([1366, 390])('the tokens of one’s own at %i px', (width) => {
  it('are made by ticking what they may read, shown once, listed and removed', async () => {
    const page = await openOwnPage('reviewer', width);
    const part = page.locator('section[aria-labelledby=tokens]');
    await part.getByText('Anda belum punya token.').waitFor();
    await part.getByRole('button', { name: 'Buat token' }).click();
    const make = part.getByRole('button', { name: 'Buat token' });
    await part.getByLabel('Untuk apa').fill('Rekap mingguan (contoh)');
    expect(await make.isDisabled()).toBe(true);
    await part.getByLabel('Daftar tanda dan keputusan').check();
    await part.getByLabel('Temuan sendiri').check();
    await part.getByLabel('Juga boleh mencatat temuan patroli').waitFor();
    await part.getByLabel('Berlaku (hari)').fill('30');
    await part.locator('input[autocomplete=current-password]').fill('bukan kata sandi ini');
    await look(page, `tokens-form-${width}`);
    await make.click();
    await part.getByRole('alert').getByText('Kata sandi yang sekarang tidak cocok.').waitFor();
    await part.locator('input[autocomplete=current-password]').fill(PASSWORD);
    await make.click();
    await part.getByText('Salin token ini sekarang').waitFor();
    const token = await part.getByLabel('Token', { exact: true }).inputValue();
    await look(page, `tokens-shown-${width}`);
    await part.getByRole('button', { name: 'Sudah saya salin' }).click();
    const ask = () => fixture.app.inject({ url: '/api/flags', headers: { authorization: `Bearer ${token}` } });
    expect((await ask()).statusCode).toBe(200);
    await page.reload();
    await part.getByText('terakhir dipakai').waitFor();
    expect(await page.content()).not.toContain(token);
    await look(page, `tokens-list-${width}`);
    await part.getByRole('button', { name: 'Cabut token Rekap mingguan (contoh)' }).click();
    await part.getByText('Anda belum punya token.').waitFor();
    expect((await ask()).statusCode).toBe(401);
  });
});

it('whose role opens nothing that a program may read is offered none', async () => {
  const page = await openOwnPage('report_keeper', 1366);
  await page.getByRole('heading', { name: 'Langkah kedua' }).waitFor();
  expect(await page.getByRole('heading', { name: 'Token API' }).count()).toBe(0);
});
