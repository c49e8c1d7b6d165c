// The functions given to `evaluate` run in the page.
/// <reference lib="dom" />
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WAIT_LIMIT_MS } from '../support/until.js';
import { launchBrowser, webApp } from './browser.js';
import { type ConsoleFixture, startConsoleFixture } from './console-fixture.js';
import { ACTS, PASSWORD } from './sample.js';

// What comes out of a printer, as Chromium lays it out.

let browser: Browser;
let base: string;
let fixture: ConsoleFixture;
/** Where pictures go when somebody wants to look: `NETRA_SCREENSHOTS=dir`. */
const pictures = process.env.NETRA_SCREENSHOTS;
/** A sheet of A4 less its margins, at 96 dots an inch. */
const SHEET = { width: 703, height: 1010 };

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

async function openAs(username: string): Promise<Page> {
  // Whoever works in the dark prints on white paper too.
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, colorScheme: 'dark' });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_LIMIT_MS);
  await page.goto(base);
  await page.locator('input[autocomplete=username]').fill(username);
  await page.locator('input[autocomplete=current-password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('header.frame').waitFor();
  return page;
}

async function printed(page: Page, name: string): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(SHEET);
  if (pictures) {
    await page.screenshot({ path: join(pictures, `print-${name}.png`), fullPage: true });
    await page.pdf({ path: join(pictures, `print-${name}.pdf`), preferCSSPageSize: true });
  }
  const seen = await page.evaluate(lookAtPaper);
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 1366, height: 768 });
  expect(seen.pressed, `${name}: what is pressed`).toEqual([]);
  expect(seen.cut, `${name}: what is cut off`).toEqual([]);
  expect(
    seen.filters.filter((over) => over > 1),
    `${name}: filters cut off`,
  ).toEqual([]);
  expect(seen.dark, `${name}: what is dark`).toEqual([]);
  expect(seen.width, `${name}: beside the sheet`).toBeLessThanOrEqual(SHEET.width);
  return seen.text;
}

/** Runs in the page. */
function lookAtPaper() {
  const isSeen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.getBoundingClientRect().width > 1;
  const all = [...document.querySelectorAll<HTMLElement>('body *')].filter(isSeen);
  const nameOf = (element: HTMLElement) =>
    `${element.tagName.toLowerCase()}.${element.className} ${element.textContent?.slice(0, 40)}`;
  const isPressed = (element: HTMLElement) =>
    element.matches('button:not(.link, .thumb), nav:not(.verdicts), textarea, [role=button], input:not([readonly])') ||
    element.matches('.mantine-Button-root');
  const isCut = (element: HTMLElement) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const hides = (overflow: string) => overflow !== 'visible';
    return (
      (hides(overflowY) && element.scrollHeight > element.clientHeight + 2) ||
      (hides(overflowX) && element.scrollWidth > element.clientWidth + 2)
    );
  };
  const lightness = (colour: string) => {
    const canvas = document.createElement('canvas').getContext('2d')!;
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return alpha === 0 ? 1 : (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
  };
  const ownText = (element: HTMLElement) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
  const isDark = (element: HTMLElement) => {
    const { backgroundColor, color } = getComputedStyle(element);
    return lightness(backgroundColor) < 0.6 || (ownText(element) && lightness(color) > 0.62);
  };
  /** What a person would copy: hidden parts are no part of it. */
  const shownText = () => {
    const selection = window.getSelection()!;
    selection.selectAllChildren(document.body);
    const text = selection.toString();
    selection.removeAllRanges();
    return text;
  };
  return {
    pressed: all.filter(isPressed).map(nameOf),
    cut: all.filter((element) => !element.matches('.sr-only, .sr-only *') && isCut(element)).map(nameOf),
    dark: [document.body, ...all].filter(isDark).map(nameOf),
    width: document.documentElement.scrollWidth,
    filters: [...document.querySelectorAll('select')].filter(isSeen).map((one) => one.scrollWidth - one.clientWidth),
    text: shownText(),
  };
}

const FLAG = ACTS[0]!.id;

const PAGES: readonly [who: string, path: string, says: RegExp][] = [
  ['reviewer', '/', /Ajakan memilih pasangan calon/],
  ['reviewer', '/?office=SBY-DINKES', /Dinas Kesehatan \(contoh\)/],
  ['reviewer', `/flags/${FLAG}`, /Yang berbicara sebaliknya/],
  ['reviewer', '/decisions', /./],
  ['reviewer', '/coverage', /Cakupan/],
  ['reviewer', '/reports', /Laporan/],
  ['reviewer', '/findings', /Temuan/],
  ['reviewer', '/notices', /./],
  ['reviewer', '/me', /Sari Peninjau/],
  ['supervisor', '/adjudicate', /./],
  ['supervisor', '/agreement', /./],
  ['supervisor', '/templates', /./],
  ['supervisor', '/tickets', /./],
  ['analyst', '/rules', /Ajakan memilih pasangan calon/],
  ['auditor', '/audit', /./],
  ['admin', '/users', /Bagus Peninjau/],
];

describe('a page on paper', () => {
  const open = new Map<string, Page>();
  it.each(PAGES)('shows %s at %s what is read, on white, whole, and nothing to press', async (who, path, says) => {
    const page = open.get(who) ?? (await openAs(who));
    open.set(who, page);
    await page.goto(base + path);
    await page.locator('h1').first().waitFor();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('.mantine-Loader-root').count()).toBe(0);
    await page.evaluate(() => document.fonts.ready);
    const text = await printed(page, `${who}${path.replace(/\W+/g, '-')}`);
    expect(text).toMatch(says);
    expect(text).toMatch(/^Netra · dicetak .+, .+ · http/m);
    expect(text).not.toMatch(/Keluar|Cari \( \/ \)/);
  });

  it('names nothing of the paper on the screen', async () => {
    const page = open.get('reviewer')!;
    await page.goto(base);
    await page.locator('h1').first().waitFor();
    expect(await page.locator('.print-head').isVisible()).toBe(false);
  });

  it('is as many sheets as the words need, the last of them not empty', async () => {
    const page = open.get('reviewer')!;
    await page.goto(`${base}/flags/${FLAG}`);
    await page.locator('h1').first().waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;
    expect(sheets).toBeGreaterThanOrEqual(1);
    expect(sheets).toBeLessThanOrEqual(3);
  });
});

it('recovery codes are on paper, for that is what they are for', async () => {
  const page = await openAs('reviewer2');
  await page.goto(`${base}/me`);
  await page.getByRole('button', { name: 'Pasang langkah kedua' }).click();
  const part = page.locator('section[aria-labelledby=second-step]');
  await part.locator('input[autocomplete=current-password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Lanjut' }).click();
  const secret = (await page.locator('code.secret').textContent())!.replaceAll(' ', '');
  const { codeAt } = await import('./second-steps.js');
  const { NOW } = await import('./sample.js');
  await page.locator('input[autocomplete=one-time-code]').fill(codeAt(secret, NOW));
  await page.getByRole('button', { name: 'Pasang', exact: true }).click();
  await page.getByRole('heading', { name: 'Sepuluh kode pemulihan' }).waitFor();
  const codes = await page.locator('.codes li').allTextContents();
  const text = await printed(page, 'recovery-codes');
  for (const code of codes) expect(text).toContain(code);
});
