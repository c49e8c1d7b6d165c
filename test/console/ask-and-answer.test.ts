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
import { ACTS, PASSWORD } from './sample.js';

// Two people in two browsers, by keyboard.
let browser: Browser;
let webDir: string;
let base: string;
let fixture: ConsoleFixture;
const faults: string[] = [];

/** Where pictures go when somebody wants to look: `NETRA_SCREENSHOTS=dir`. */
const pictures = process.env.NETRA_SCREENSHOTS;
const [CALL, QUOTE] = ACTS.map((a) => a.id) as [string, string];

beforeAll(async () => {
  if (pictures) mkdirSync(pictures, { recursive: true });
  [webDir, browser] = await Promise.all([webApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  fixture = await startConsoleFixture({ webDir });
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
  await page.getByRole('button', { name: 'Keluar' }).waitFor();
  return page;
}

async function lookAt(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()!.width;
  if (pictures) await page.screenshot({ path: join(pictures, `${name}-${width}.png`) });
  await expectNoAxeFindings(page, `${name} ${width}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width);
}
const open = (page: Page, id: string) => page.goto(`${base}/flags/${id}`);
const remarks = (page: Page) => page.getByRole('region', { name: 'Catatan rekan' });

describe('a remark', () => {
  it('is written by keyboard, calls a colleague, and is read by that one on a phone', async () => {
    const sari = await logIn('reviewer');
    await open(sari, CALL);
    await remarks(sari).waitFor();
    await sari.keyboard.press('n');
    await sari.keyboard.type('Mohon dibaca @reviewer');
    await sari.getByRole('group', { name: 'Rekan yang cocok' }).waitFor();
    await sari.keyboard.type('2, apakah ini akun dinas? (contoh)');
    await sari.getByText('Akan diberi kabar: Bagus Peninjau (contoh).').waitFor();
    await lookAt(sari, 'remark-typed');
    await sari.keyboard.press('Control+Enter');
    await remarks(sari).getByRole('listitem').filter({ hasText: 'akun dinas' }).waitFor();
    expect(await sari.getByLabel('Catatan baru').inputValue()).toBe('');
    // It gave no decision.
    expect((await fixture.storage.flags.findFlag(CALL))!.reviews).toEqual([]);

    const bagus = await logIn('reviewer2', 390);
    await bagus.getByRole('link', { name: /Kabar 1/ }).click();
    await bagus.getByText('menyebut Anda').waitFor();
    await lookAt(bagus, 'remark-notice');
    await bagus.getByRole('link', { name: /Buka tandanya/ }).click();
    await remarks(bagus).getByText('apakah ini akun dinas').waitFor();
    await lookAt(bagus, 'remark-read');
  });

  it('that was not sent yet is there again after Esc, and a call is chosen from the list', async () => {
    const page = await logIn('reviewer');
    await page.locator('a.row-link').first().click();
    await remarks(page).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('Belum terkirim (contoh) @rat');
    await page.getByRole('button', { name: /Ratna Penyelia/ }).press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Antrean tanda' }).waitFor();
    await page.locator('a.row-link').first().click();
    await expect.poll(() => page.getByLabel('Catatan baru').inputValue()).toBe('Belum terkirim (contoh) @supervisor ');
  });
});

describe('an assignment', () => {
  it('is given on the page of a flag, and its person comes to it first by one key', async () => {
    const ratna = await logIn('supervisor');
    await open(ratna, QUOTE);
    await ratna.getByLabel('Tugas siapa').selectOption({ label: 'tugas Bagus Peninjau (contoh)' });
    await expect.poll(async () => (await fixture.storage.flags.findFlag(QUOTE))!.assigned).toBeDefined();
    await lookAt(ratna, 'assigned-flag');
    await ratna.keyboard.press('Escape');

    const bagus = await logIn('reviewer2');
    await bagus.getByText('tugas Anda').waitFor();
    await lookAt(bagus, 'assigned-queue');
    await bagus.keyboard.press('t');
    await bagus.waitForURL(`**/flags/${QUOTE}`);
    await bagus.getByText('Anda pegang').waitFor();
    await bagus.keyboard.press('m');
    await bagus.getByRole('button', { name: 'Jadikan tugas saya' }).waitFor();
    expect((await fixture.storage.flags.findFlag(QUOTE))!.assigned).toBeUndefined();
    await bagus.setViewportSize({ width: 390, height: 844 });
    await lookAt(bagus, 'assigned-flag');
    await bagus.goto(`${base}/?assigned=none`);
    await bagus.getByRole('button', { name: 'Hapus saringan' }).waitFor();
    await lookAt(bagus, 'assigned-filter');
  });
});

/** By Tab alone, as whoever has no mouse. */
async function tabTo(page: Page, name: string): Promise<void> {
  const isThere = () => page.getByLabel(name, { exact: true }).evaluate((node) => node === document.activeElement);
  for (let i = 0; i < 12 && !(await isThere()); i += 1) await page.keyboard.press('Tab');
  expect(await isThere(), name).toBe(true);
}

describe('a question', () => {
  it('goes from one person to another and its answer back, by keyboard, and then the flag is decided', async () => {
    const sari = await logIn('reviewer');
    await open(sari, CALL);
    await sari.getByText('Anda pegang').waitFor();
    await sari.keyboard.press('3');
    await sari.getByText('pilih yang ditanya', { exact: false }).last().waitFor();
    await sari.getByText('pilih yang ditanya · tulis pertanyaan').waitFor();
    await sari.keyboard.press('p');
    await sari.keyboard.type('Bag');
    await sari.getByLabel('Dijawab paling lambat').waitFor();
    await tabTo(sari, 'Pertanyaan (wajib)');
    await sari.keyboard.type('Apakah akun ini masih miliknya? (contoh)');
    await lookAt(sari, 'question-typed');
    await sari.keyboard.press('Control+Enter');
    await expect.poll(async () => (await fixture.storage.flags.findFlag(CALL))!.question?.day).toBe('2026-11-23');
    await sari.goto(base);
    await sari.getByRole('link', { name: '1 menunggu jawaban' }).click();
    await sari.getByText('ditanyakan kepada Bagus Peninjau (contoh) sampai').first().waitFor();
    await lookAt(sari, 'question-waiting');

    const bagus = await logIn('reviewer2', 390);
    await bagus.getByRole('link', { name: 'Untuk saya' }).click();
    await bagus.getByText('Apakah akun ini masih miliknya?').waitFor();
    await lookAt(bagus, 'question-for-me');
    await bagus.getByRole('link', { name: /Buka tandanya dan jawab/ }).press('Enter');
    await bagus.getByRole('region', { name: 'Pertanyaan' }).waitFor();
    await bagus.keyboard.press('b');
    await bagus.keyboard.type('Ya, menurut suratnya (contoh).');
    await lookAt(bagus, 'question-answering');
    await bagus.keyboard.press('Control+Enter');
    await bagus.getByRole('region', { name: 'Pertanyaan' }).getByText('sudah dijawab').waitFor();
    await lookAt(bagus, 'question-answered');

    await sari.goto(base);
    const first = sari.locator('tbody tr').first();
    await first.getByText('sudah dijawab').waitFor();
    await lookAt(sari, 'question-back');
    await sari.keyboard.press('t');
    await sari.waitForURL(`**/flags/${CALL}`);
    await sari.getByRole('region', { name: 'Pertanyaan' }).getByText('Ya, menurut suratnya (contoh).').waitFor();
    await sari.getByText('Anda pegang').waitFor();
    await lookAt(sari, 'question-read');
    await sari.keyboard.press('2');
    await sari.keyboard.press('r');
    await sari.keyboard.type('Bukan ajakan (contoh).');
    await sari.keyboard.press('Control+Enter');
    await expect.poll(async () => (await fixture.storage.flags.findFlag(CALL))!.state).toBe('decided');
    expect((await fixture.storage.flags.findFlag(CALL))!.question).toBeUndefined();
  });

  it('is answered by the office of the Sekda where it is listed, and is kept as typed until it is given', async () => {
    const sari = await logIn('reviewer');
    await open(sari, QUOTE);
    await sari.getByText('Anda pegang').waitFor();
    await sari.keyboard.press('3');
    await sari.getByLabel('Ditanyakan kepada').selectOption('office_head');
    await sari.getByText('Yang ditanya tidak melihat tandanya').waitFor();
    await sari.getByLabel('Pertanyaan (wajib)').fill('Apakah ia sedang cuti? (contoh)');
    await sari.getByText('Draf tersimpan').waitFor();
    await sari.reload();
    await expect.poll(() => sari.getByLabel('Ditanyakan kepada').inputValue()).toBe('office_head');
    await sari.setViewportSize({ width: 390, height: 844 });
    await lookAt(sari, 'question-typed');
    await sari.keyboard.press('Control+Enter');
    await expect.poll(async () => (await fixture.storage.flags.findFlag(QUOTE))!.question?.to).toBe('office_head');

    const sekda = await logIn('sekda');
    await sekda.getByRole('link', { name: 'Untuk saya' }).click();
    await sekda.getByLabel('Jawaban Anda').fill('Tidak, ia bertugas (contoh).');
    await lookAt(sekda, 'question-of-office');
    await sekda.keyboard.press('Control+Enter');
    await sekda.getByText('Tidak ada pertanyaan yang menunggu jawaban Anda.').waitFor();
    await lookAt(sekda, 'question-none');
  });
});

describe('the mail of news', () => {
  it('is turned off and on by its own person, and that is in the log', async () => {
    const page = await logIn('reviewer');
    await page.goto(`${base}/me`);
    const choice = page.getByLabel(/paling banyak satu surel sehari/);
    await expect.poll(() => choice.isChecked()).toBe(true);
    await page.getByText('Anda belum punya alamat surel di sini').waitFor();
    await lookAt(page, 'notice-mail');
    await choice.press(' ');
    const { user } = (await fixture.storage.users.findUserByUsername('reviewer'))!;
    await expect.poll(() => fixture.storage.users.wantsNoticeMail(user.id)).toBe(false);
    const [entry] = await fixture.storage.audit.listEntries({ limit: 1 });
    expect(entry).toMatchObject({
      actor: user.id,
      subject: user.id,
      details: { change: 'notice_mail_off', own: true },
    });
    const other = (await fixture.storage.users.findUserByUsername('reviewer2'))!.user;
    expect(await fixture.storage.users.wantsNoticeMail(other.id)).toBe(true);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    await expect.poll(() => choice.isChecked()).toBe(false);
    await lookAt(page, 'notice-mail');
    // It ends no session.
    await page.getByRole('heading', { name: 'Akun saya' }).waitFor();
  });
});
