import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaptureInterruptedError } from '../../src/evidence/page-fault.js';
import { BrowserLostError } from '../../src/reach/browser-host.js';
import { html, type LocalSite, startLocalSite } from '../reach/local-site.js';
import { recordBrowser } from '../reach/recorded-browser.js';
import { aRequest, startCapturer } from './test-capturer.js';

const signal = new AbortController().signal;
const POST = html('Ayo coblos nomor 2 (contoh)');

let site: LocalSite;
let slowUrl: string;

beforeAll(async () => {
  site = await startLocalSite({ '/post': POST, '/slow': () => {} });
  slowUrl = site.url('/slow');
});
afterAll(() => site.close());

/** Browsers that this process started: children, or their children where the command is a script (as in Debian). */
function browserPids(): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,comm='], { encoding: 'utf8' });
  const rows = table.split('\n').map((line) => line.trim().split(/\s+/));
  const under = (parent: number) => rows.filter(([, ppid]) => Number(ppid) === parent);
  const isBrowser = ([, , stat, command]: string[]) =>
    /^(chrome|chromium|headless)/.test(command ?? '') && !/^Z/.test(stat!);
  const own = under(process.pid);
  const browsers = [...own, ...own.flatMap(([pid]) => under(Number(pid)))].filter(isBrowser);
  const pids = browsers.map(([pid]) => Number(pid));
  const isScript = (pid: number) => under(pid).some((row) => pids.includes(Number(row[0])));
  return pids.filter((pid) => !isScript(pid));
}

function killBrowser(): void {
  const pids = browserPids();
  expect(pids).toHaveLength(1);
  process.kill(pids[0]!, 'SIGKILL');
}

describe('a browser that is killed', () => {
  it('costs the captures under way a retryable error, and the next one starts another', async () => {
    const parts = await startCapturer({ allowPrivateHosts: [site.host] });
    const asked = site.whenAsked('/slow');
    const lost = parts.capturer.capture(aRequest({ url: slowUrl }), signal);
    lost.catch(() => {});
    await asked;
    killBrowser();
    await expect(lost).rejects.toThrow(BrowserLostError);
    const seal = await parts.capturer.capture(aRequest({ url: site.url('/post') }), signal);
    expect(seal.missing).toEqual([]);
    await parts.close();
    expect(browserPids()).toEqual([]);
  });

  it('is started again within the last try', async () => {
    let kills = 0;
    const flaky = await startLocalSite({
      '/': (request, response) => {
        kills += 1;
        if (kills === 1) killBrowser();
        POST(request, response);
      },
    });
    const parts = await startCapturer({ allowPrivateHosts: [flaky.host] });
    const seal = await parts.capturer.capture(aRequest({ url: flaky.url('/'), lastTry: true }), signal);
    expect(seal.missing).toEqual([]);
    await Promise.all([parts.close(), flaky.close()]);
  });

  it('twice on the last try leaves the act sealed and the page missing', async () => {
    const deadly = await startLocalSite({ '/': () => killBrowser() });
    const parts = await startCapturer({ allowPrivateHosts: [deadly.host] });
    const seal = await parts.capturer.capture(aRequest({ url: deadly.url('/'), lastTry: true }), signal);
    expect(seal.items.map(({ name }) => name)).toEqual(['text.txt', 'activity.json']);
    expect(seal.missing).toHaveLength(4);
    await Promise.all([parts.close(), deadly.close()]);
  });

  it('that cannot even start is a retryable error', async () => {
    const parts = await startCapturer({ launch: { executablePath: '/tidak/ada' } });
    await expect(parts.capturer.capture(aRequest({ url: 'http://contoh.test/' }), signal)).rejects.toMatchObject({
      retryable: true,
      name: 'BrowserLostError',
    });
    await parts.close();
  });
});

describe('one browser for many captures', () => {
  it('is kept, and replaced after the number set', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'netra-peramban-'));
    const { executablePath, starts } = recordBrowser(folder);
    const parts = await startCapturer({
      allowPrivateHosts: [site.host],
      launch: { executablePath, pagesPerBrowser: 2 },
    });
    const started: number[] = [];
    for (let i = 0; i < 4; i += 1) {
      await parts.capturer.capture(aRequest({ url: site.url('/post') }), signal);
      started.push(starts().length);
    }
    expect(started).toEqual([1, 1, 2, 2]);
    await parts.close();
    rmSync(folder, { recursive: true });
  });

  it('serves captures side by side without mixing them', async () => {
    const parts = await startCapturer({ allowPrivateHosts: [site.host] });
    const urls = ['/post', '/none', '/post', '/none', '/post', '/none'];
    const seals = await Promise.all(urls.map((p) => parts.capturer.capture(aRequest({ url: site.url(p) }), signal)));
    expect(seals.map(({ missing }) => missing[0]?.reason)).toEqual([
      undefined,
      'gone',
      undefined,
      'gone',
      undefined,
      'gone',
    ]);
    await parts.close();
  });
});

describe('a stopping program', () => {
  it('ends a capture at once, to be tried again', async () => {
    const parts = await startCapturer({ allowPrivateHosts: [site.host] });
    const stop = new AbortController();
    const asked = site.whenAsked('/slow');
    const stopped = parts.capturer.capture(aRequest({ url: slowUrl, lastTry: true }), stop.signal);
    stopped.catch(() => {});
    await asked;
    stop.abort();
    await expect(stopped).rejects.toThrow(CaptureInterruptedError);
    await parts.close();
  });
});
