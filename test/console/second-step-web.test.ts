// The functions given to `evaluate` run in the page.
/// <reference lib="dom" />
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WAIT_LIMIT_MS } from '../support/until.js';
import { expectNoAxeFindings } from './axe.js';
import { launchBrowser, webApp } from './browser.js';
import { type ConsoleFixture, startConsoleFixture } from './console-fixture.js';
import { NOW, PASSWORD } from './sample.js';
import { codeAt } from './second-steps.js';

let browser: Browser;
let webDir: string;
let base: string;
let fixture: ConsoleFixture;
let now: Date;
const faults: string[] = [];

/** Where pictures go when somebody wants to look: `NETRA_SCREENSHOTS=dir`. */
const pictures = process.env.NETRA_SCREENSHOTS;

beforeAll(async () => {
  if (pictures) mkdirSync(pictures, { recursive: true });
  [webDir, browser] = await Promise.all([webApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  fixture = await startConsoleFixture({ webDir, secondStepRoles: ['admin'] });
  base = await fixture.app.listen({ port: 0, host: '127.0.0.1' });
  faults.length = 0;
  now = NOW;
  return async () => {
    for (const context of browser.contexts()) await context.close();
    await fixture.close();
  };
});
afterEach(() => expect(faults).toEqual([]));

function wait(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1_000);
  fixture.setNow(now);
}

async function open(username: string, width = 1366): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: width < 500 ? 844 : 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_LIMIT_MS);
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    // Refusals are answers; anything else of the browser's is a fault.
    if (message.type() === 'error' && !/status of 4(01|22)/.test(message.text())) faults.push(message.text());
  });
  page.on('request', (request) => !request.url().startsWith(base) && faults.push(`asked ${request.url()}`));
  await page.goto(base);
  await logIn(page, username);
  return page;
}

async function logIn(page: Page, username: string): Promise<void> {
  await page.locator('input[autocomplete=username]').fill(username);
  await passwordField(page).fill(PASSWORD);
  await page.keyboard.press('Enter');
}

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

const passwordField = (page: Page) => page.locator('input[autocomplete=current-password]');
const codeField = (page: Page) => page.locator('input[autocomplete=one-time-code]');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const section = (page: Page) => page.locator('section[aria-labelledby=second-step]');

/** From the button on; what the page showed for an app. */
async function setUp(page: Page, name: string): Promise<{ secret: string; codes: string[] }> {
  await button(page, 'Pasang langkah kedua').click();
  await section(page).locator('input[autocomplete=current-password]').fill(PASSWORD);
  await button(page, 'Lanjut').click();
  await page.getByRole('img', { name: 'Gambar QR untuk aplikasi autentikator' }).waitFor();
  await look(page, `${name}-qr`);
  const secret = (await page.locator('code.secret').textContent())!.replaceAll(' ', '');
  await codeField(page).fill('000000');
  await button(page, 'Pasang').click();
  await page.getByRole('alert').getByText('Kode itu tidak cocok.').waitFor();
  await codeField(page).fill(codeAt(secret, now));
  await button(page, 'Pasang').click();
  await page.getByRole('heading', { name: 'Sepuluh kode pemulihan' }).waitFor();
  await look(page, `${name}-codes`);
  const codes = await page.locator('.codes li').allTextContents();
  expect(codes).toHaveLength(10);
  return { secret, codes };
}

describe.each([1366, 390])('a second step at %i px', (width) => {
  it('is set up on the own page, asked for at the next log-in, and opened by a written code', async () => {
    const page = await open('reviewer', width);
    await page.getByRole('link', { name: /Sari Peninjau/ }).click();
    await section(page).getByText('Belum dipasang.').waitFor();
    await look(page, `second-step-off-${width}`);
    const { secret, codes } = await setUp(page, `second-step-${width}`);
    await button(page, 'Sudah saya simpan').click();
    await page.getByText('Kode pemulihan yang belum dipakai: 10.').waitFor();
    await look(page, `second-step-on-${width}`);
    // The session that did it goes on, with a token of its own.
    await page.reload();
    await page.getByText('Kode pemulihan yang belum dipakai: 10.').waitFor();
    await button(page, 'Keluar').click();
    await logIn(page, 'reviewer');
    await codeField(page).waitFor();
    await look(page, `login-code-${width}`);
    await codeField(page).fill('123 123');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Nama pengguna, kata sandi, atau kode tidak cocok.').waitFor();
    await look(page, `login-code-wrong-${width}`);
    wait(60);
    await codeField(page).fill(codeAt(secret, now));
    await page.keyboard.press('Enter');
    await page.locator('header.frame').waitFor();
    await button(page, 'Keluar').click();
    await logIn(page, 'reviewer');
    await button(page, 'Masuk sebagai orang lain').click();
    await logIn(page, 'reviewer');
    await codeField(page).fill(codes[0]!);
    await page.keyboard.press('Enter');
    await page.locator('header.frame').waitFor();
  });

  it('stands before everything else where the role demands it, and opens the console right after', async () => {
    const page = await open('admin', width);
    await page.getByText('Peran Anda memerlukan langkah kedua. Pasang dulu').waitFor();
    expect(await page.locator('header.frame').count()).toBe(0);
    expect(await page.title()).toBe('Langkah kedua · Netra');
    await look(page, `second-step-owed-${width}`);
    await setUp(page, `second-step-owed-${width}`);
    await button(page, 'Sudah saya simpan').click();
    await page.getByRole('heading', { name: 'Pengguna' }).waitFor();
    await page.getByRole('link', { name: /Andi Admin/ }).click();
    await page.getByText('dapat diganti, tidak dapat dicabut').waitFor();
    expect(await button(page, 'Cabut langkah kedua').count()).toBe(0);
  });
});

it('new codes, and an end, ask for password and code', async () => {
  const page = await open('reviewer');
  await page.getByRole('link', { name: /Sari Peninjau/ }).click();
  const { secret, codes } = await setUp(page, 'second-step-again');
  await button(page, 'Sudah saya simpan').click();
  await button(page, 'Buat kode pemulihan baru').click();
  await section(page).locator('input[autocomplete=current-password]').fill(PASSWORD);
  await codeField(page).fill('000000');
  await look(page, 'second-step-new-codes');
  await button(page, 'Lanjut').click();
  await page.getByRole('alert').getByText('Kata sandi atau kode tidak cocok.').waitFor();
  await codeField(page).fill(codes[3]!);
  await button(page, 'Lanjut').click();
  await page.getByRole('heading', { name: 'Sepuluh kode pemulihan' }).waitFor();
  expect(await page.locator('.codes li').allTextContents()).not.toContain(codes[4]);
  await button(page, 'Sudah saya simpan').click();
  await button(page, 'Cabut langkah kedua').click();
  wait(60);
  await section(page).locator('input[autocomplete=current-password]').fill(PASSWORD);
  await codeField(page).fill(codeAt(secret, now));
  await button(page, 'Lanjut').click();
  await section(page).getByText('Belum dipasang.').waitFor();
});

it('an admin sees who has one, and takes it off for somebody', async () => {
  const reviewer = await open('reviewer');
  await reviewer.getByRole('link', { name: /Sari Peninjau/ }).click();
  await setUp(reviewer, 'second-step-lost');
  const page = await open('admin');
  await setUp(page, 'second-step-admin');
  await button(page, 'Sudah saya simpan').click();
  await button(page, 'Ubah reviewer').click();
  await look(page, 'user-second-step');
  await button(page, 'Cabut langkah kedua').click();
  await page.getByText('Surel tidak terkirim: beri tahu orangnya langsung.').waitFor();
  await page.getByText('Tersimpan; 1 sesi berakhir.').waitFor();
  await reviewer.reload();
  await reviewer.locator('input[autocomplete=username]').waitFor();
});
