import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BrowserHost, BrowserLostError, createBrowserHost } from '../../src/reach/browser-host.js';
import { until } from '../support/until.js';
import { type RecordedBrowser, recordBrowser } from './recorded-browser.js';

let folder: string;
let browser: RecordedBrowser;
let host: BrowserHost;
let stuck: unknown[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'netra-host-'));
  stuck = [];
  browser = recordBrowser(folder);
  host = createBrowserHost({ executablePath: browser.executablePath, onStuck: (error) => stuck.push(error) });
});
afterEach(async () => {
  await host.close();
  expect(stuck).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});

/** Processes of our own starts that still run, helpers of the browser among them. */
function running(): number[] {
  const groups = new Set(browser.starts());
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const [state, , group] = statOf(pid);
      return state !== undefined && state !== 'Z' && groups.has(Number(group));
    });
}

/** State, parent and process group; nothing of a process that has ended meanwhile. */
function statOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return [];
  }
}

const title = () =>
  host.use(async (lent) => {
    const page = await lent.newPage();
    await page.setContent('<title>Contoh</title>');
    return page.title();
  });

function killBrowser(): void {
  for (const group of browser.starts())
    for (const pid of running()) if (Number(statOf(pid)[2]) === group) process.kill(pid, 'SIGKILL');
}

describe('the browser that all pages share', () => {
  it('is started once, however many pages ask at the same time', async () => {
    expect(await Promise.all([title(), title(), title(), title()])).toEqual(['Contoh', 'Contoh', 'Contoh', 'Contoh']);
    expect(browser.starts()).toHaveLength(1);
  });

  it('is followed by exactly one when it has died, and none is left behind at the end', async () => {
    await title();
    const lost = host.use((lent) => new Promise((resolve) => lent.once('disconnected', resolve)));
    killBrowser();
    await lost;
    await Promise.all([title(), title(), title(), title()]);
    expect(browser.starts()).toHaveLength(2);
    await host.close();
    await until(() => running().length === 0, 'no browser is left');
  });

  it('costs those who had it a retryable error, and the others nothing', async () => {
    await title();
    const lost = expect(
      host.use(async (lent) => {
        const page = await lent.newPage();
        const waiting = page.waitForSelector('#tidak-ada');
        killBrowser();
        await waiting;
      }),
    ).rejects.toThrow(BrowserLostError);
    await lost;
    expect(await title()).toBe('Contoh');
    expect(browser.starts()).toHaveLength(2);
  });

  it('is not lent any more once it is closed', async () => {
    await title();
    await host.close();
    await expect(title()).rejects.toThrow(BrowserLostError);
    expect(browser.starts()).toHaveLength(1);
    await until(() => running().length === 0, 'no browser is left');
  });

  it('leaves nothing behind where it is closed while it starts', async () => {
    const early = title().catch(() => undefined);
    await host.close();
    await early;
    await until(() => running().length === 0, 'no browser is left');
  });
});
