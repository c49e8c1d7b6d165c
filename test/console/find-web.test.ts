// The functions given to `evaluate` run in the page.
/// <reference lib="dom" />
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WAIT_LIMIT_MS } from '../support/until.js';
import { expectNoAxeFindings } from './axe.js';
import { launchBrowser, webApp } from './browser.js';
import { type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { REGISTERED } from './registered.js';
import { ACCOUNTS, ACTS, PASSWORD } from './sample.js';

/** Registered in the offices of most of the samples' people. */
const OWN = [...ACCOUNTS, ...REGISTERED].filter(({ officeCode }) => officeCode.startsWith('SBY')).length;

let browser: Browser;
let base: string;
let fixture: ConsoleFixture;

/** Where pictures go when somebody wants to look: `NETRA_SCREENSHOTS=dir`. */
const pictures = process.env.NETRA_SCREENSHOTS;
const [CALL, QUOTE, FREE] = ACTS.map(({ id }) => id) as [string, string, string];

beforeAll(async () => {
  if (pictures) mkdirSync(pictures, { recursive: true });
  const [webDir, launched] = await Promise.all([webApp(), launchBrowser()]);
  browser = launched;
  fixture = await startConsoleFixture({ webDir });
  await fixture.storage.accounts.saveAccounts(REGISTERED);
  base = await fixture.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser?.close();
  await fixture?.close();
});

/** Looked at, held to its width, and to axe where it is at hand. */
async function look(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
  const { scroll, own } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    own: document.documentElement.clientWidth,
  }));
  expect(scroll, name).toBeLessThanOrEqual(own);
  await expectNoAxeFindings(page, name);
}

async function openAs(username: string, { width = 1366, path = '/' } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 } });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_LIMIT_MS);
  await page.goto(`${base}${path}`);
  await page.locator('input[autocomplete=username]').fill(username);
  await page.locator('input[autocomplete=current-password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Keluar' }).waitFor();
  return page;
}

const dialog = (page: Page) => page.getByRole('dialog');
const keysOf = (page: Page) => dialog(page).locator('dt').allTextContents();

describe('the sheet of keys', () => {
  it('lists the keys of the page one is on, those alone, and gives the page back', async () => {
    const page = await openAs('reviewer');
    await page.getByRole('heading', { name: 'Antrean tanda' }).waitFor();
    await page.locator('a.row-link').first().waitFor();
    await page.keyboard.press('?');
    await dialog(page).getByText('turun satu baris').waitFor();
    expect(await keysOf(page)).toEqual(['j', 'k', 't', '/', 'Ctrl+K', '?']);
    await look(page, 'keys-queue');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe('/');
    await page.goto(`${base}/flags/${CALL}`);
    await page.getByLabel('Alasan (wajib)').waitFor();
    await page.keyboard.press('?');
    await dialog(page).getByText('ke alasan').waitFor();
    const keys = await keysOf(page);
    expect(keys).toEqual(expect.arrayContaining(['1', '2', '3', 'r', 'n', 'm', 'Ctrl+Enter', 'Esc']));
    expect(keys).not.toEqual(expect.arrayContaining(['j']));
    await look(page, 'keys-flag');
  });

  it('is a letter where somebody types', async () => {
    const page = await openAs('reviewer', { path: `/flags/${QUOTE}` });
    const reason = page.getByLabel('Alasan (wajib)');
    await reason.focus();
    await page.keyboard.press('?');
    expect([await reason.inputValue(), await dialog(page).count()]).toEqual(['?', 0]);
  });
});

describe('the palette', () => {
  it('leads by a few letters to a page, to a view and to a flag by its number, by keyboard alone', async () => {
    const caller = await callAs(fixture.app, 'reviewer2');
    const view = { page: 'queue', name: 'Bagikan pagi (contoh)', search: 'kind=share', office: null };
    expect((await caller.post('/api/views', view)).statusCode).toBe(200);
    const page = await openAs('reviewer2');
    const jump = async (text: string) => {
      await dialog(page).waitFor({ state: 'detached' });
      await page.keyboard.press('Control+k');
      await dialog(page).getByRole('textbox').waitFor();
      await page.keyboard.type(text);
    };
    await jump('cak');
    await dialog(page).getByRole('link', { name: 'Halaman Cakupan' }).waitFor();
    await look(page, 'palette');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Cakupan' }).first().waitFor();
    await dialog(page).waitFor({ state: 'detached' });
    await jump('bagikan');
    await dialog(page).getByRole('link', { name: 'Tampilan Bagikan pagi' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${base}/?kind=share`);
    await jump(FREE);
    await dialog(page)
      .getByRole('link', { name: `Tanda ${FREE}` })
      .waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${base}/flags/${FREE}`);
    // From within a field as well, and what is looked for stands below the pages.
    await page.getByLabel('Alasan (wajib)').focus();
    await jump('Lintang');
    await dialog(page)
      .getByRole('link', { name: /^Orang Lintang/ })
      .waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/\?account=/);
  });

  it('offers nobody what they may not open', async () => {
    const page = await openAs('auditor');
    await page.keyboard.press('Control+k');
    await dialog(page).getByRole('link', { name: 'Halaman Jejak audit' }).waitFor();
    expect(await dialog(page).getByRole('link').allTextContents()).toEqual(
      ['Cakupan', 'Tanda per paslon', 'Jejak audit', 'Kabar', 'Akun saya'].map((label) => `Halaman ${label} `),
    );
    await page.keyboard.type(FREE);
    await dialog(page).getByText('Tidak ada yang cocok.').waitFor();
  });
});

it('hands over by keyboard', async () => {
  const caller = await callAs(fixture.app, 'reviewer');
  const verdict = { verdict: 'confirmed', reason: 'Contoh.', weighed: [], seenVersion: 2 };
  expect((await caller.post('/api/flags/flagreply000000000000004/verdict', verdict)).statusCode).toBe(200);
  const page = await openAs('reviewer', { path: '/flags/flagreply000000000000004' });
  await page.getByRole('region', { name: 'Serahkan' }).waitFor();
  await page.keyboard.press('u');
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'));
  expect(focused).toContain('/dossier?');
});

it.each(['/flags/tidak-ada', '/reports/tidak-ada', '/registry/tidak-ada', '/tidak-ada'])(
  '%s, which is not there, has a first heading all the same',
  async (path) => {
    const page = await openAs('reviewer', { path });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectNoAxeFindings(page, path);
  },
);

describe.each([1366, 390])('the registry at %i px', (width) => {
  it('says what is missing, of which accounts and whose work it is, and shows each', async () => {
    const page = await openAs('supervisor', { width, path: '/registry' });
    await page.getByRole('heading', { name: 'Registri' }).waitFor();
    await page.getByRole('link', { name: '2 akun belum terbukti' }).waitFor();
    await look(page, `registry-${width}`);
    await page.getByRole('link', { name: '2 akun belum terbukti' }).click();
    await page.getByText('mintakan bukti kepada pemegang akun').waitFor();
    await page.getByText(`2 dari ${OWN} akun`).waitFor();
    await look(page, `registry-gap-${width}`);
    await page.getByRole('link', { name: 'Wiraguna Contohbaskara' }).click();
    await page.getByRole('heading', { name: 'Wiraguna Contohbaskara' }).waitFor();
    await page.getByText('yang kurang: platform ini tidak dapat dibaca tanpa masuk').waitFor();
    expect(await page.title()).toBe('Akun terdaftar · Netra');
    await look(page, `registered-${width}`);
    await page.getByRole('link', { name: '← Registri' }).click();
    await page.waitForURL(`${base}/registry?gap=unproven`);
    const q = page.getByLabel('Nama, akun, tiga angka akhir NIP, atau OPD');
    await q.fill('larasati');
    await q.press('Enter');
    await page.getByText('Tidak ada akun yang cocok dengan saringan ini.').waitFor();
    await page.getByRole('button', { name: 'Hapus saringan' }).click();
    await page.getByText(`${OWN} dari ${OWN} akun`).waitFor();
  });
});

it('leads from what coverage could not see to the accounts that it is about', async () => {
  const at = new Date('2026-11-20T01:00:00Z');
  const [account] = (await fixture.storage.accounts.listRegistered({ proofs: ['unproven'] }, { limit: 1 })).accounts;
  await fixture.storage.coverage.recordCoverage([
    {
      ...{ accountId: account!.id, officeCode: 'SBY-DISDIK', platform: 'tiktok', signal: 'posts', day: '2026-11-20' },
      ...{ observation: { state: 'not_observable', reason: 'unproven' }, skipped: {}, at },
    },
  ]);
  const page = await openAs('sekda', { path: '/coverage' });
  await page.getByRole('link', { name: 'belum terbukti pemiliknya 1' }).click();
  await page.getByText(`2 dari ${OWN} akun`).waitFor();
});
