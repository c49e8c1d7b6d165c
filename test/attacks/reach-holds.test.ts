import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBrowserHost } from '../../src/reach/browser-host.js';
import { createHostHolds, type HostHolds } from '../../src/reach/host-holds.js';
import { createHttpReader } from '../../src/reach/http-reader.js';
import { type OpenPage, withOpenPage } from '../../src/reach/open-page.js';
import { createRobots } from '../../src/reach/robots.js';
import { LAUNCH } from '../evidence/test-capturer.js';
import { html, type LocalSite, startLocalSite, status } from '../reach/local-site.js';

const START = new Date('2026-11-20T00:00:00Z');
const never = new AbortController().signal;
const browsers = createBrowserHost(LAUNCH);
let now: Date;
const clock = () => now;
const pass = (ms: number) => {
  now = new Date(now.getTime() + ms);
};

let strict: LocalSite;
let other: LocalSite;
let holds: HostHolds;
beforeAll(async () => {
  other = await startLocalSite({ '/': html('lain') });
});
beforeEach(async () => {
  now = START;
  holds = createHostHolds(clock);
  strict = await startLocalSite({
    '/detik': status(429, { 'retry-after': '7200' }),
    '/tanggal': status(429, { 'retry-after': 'Fri, 20 Nov 2026 02:00:00 GMT' }),
    '/': html('boleh'),
  });
});
afterEach(() => strict.close());
afterAll(async () => {
  await browsers.close();
  await other.close();
});

const out = () => ({ allowPrivateHosts: [strict.host, other.host], holds });
const agent = 'NetraBot/contoh';
const readText = (url: string) => createHttpReader({ ...out(), clock, userAgent: agent }).readText(new URL(url), never);
const askRobots = (url: string) => createRobots({ ...out(), clock, userAgent: agent })(new URL(url), never);
async function openPage(url: string): Promise<unknown> {
  const deps = { browsers, out: out(), robots: async () => true, userAgent: agent, downloadBytes: 1e7 };
  const work = async ({ page, documents }: OpenPage) => {
    await page.goto(url).catch(() => undefined); // Why it failed is what the guard says.
    return documents.refusal;
  };
  return withOpenPage(deps, work, never);
}

describe('a site that says "not now"', () => {
  it.each(['/detik', '/tanggal'])(
    'in HTTP (%s) is asked nothing by any way until then, and not a second longer',
    async (path) => {
      await expect(readText(strict.url(path))).rejects.toMatchObject({ retryAfterMs: 7_200_000, host: strict.host });
      pass(7_199_000);
      const left = { retryAfterMs: 1_000, host: strict.host };
      await expect(readText(strict.url('/'))).rejects.toMatchObject(left);
      await expect(askRobots(strict.url('/'))).rejects.toMatchObject(left);
      expect(await openPage(strict.url('/'))).toMatchObject(left);
      expect(strict.asked).toEqual([path]);
      pass(1_000);
      expect((await readText(strict.url('/'))).status).toBe(200);
    },
  );

  it('in a page is left alone by HTTP as well', async () => {
    expect(await openPage(strict.url('/detik'))).toBeUndefined();
    await expect(readText(strict.url('/'))).rejects.toMatchObject({ retryAfterMs: 7_200_000 });
    expect(strict.asked).toEqual(['/detik']);
  });

  it('holds nobody but itself', async () => {
    await readText(strict.url('/detik')).catch(() => undefined);
    expect((await readText(other.url('/'))).status).toBe(200);
    expect(await openPage(other.url('/'))).toBeUndefined();
  });

  it('is heard at the end of a redirect, for itself and not for who sent us there', async () => {
    const sender = await startLocalSite({
      '/ke': (_request, response) => void response.writeHead(302, { location: strict.url('/detik') }).end(),
      '/': html('tetap boleh'),
    });
    const reader = createHttpReader({
      allowPrivateHosts: [sender.host, strict.host],
      holds,
      clock,
      userAgent: agent,
    });
    await expect(reader.readText(new URL(sender.url('/ke')), never)).rejects.toMatchObject({ host: strict.host });
    expect((await reader.readText(new URL(sender.url('/')), never)).status).toBe(200);
    expect([holds.leftMs(strict.host), holds.leftMs(sender.host)]).toEqual([7_200_000, 0]);
    await sender.close();
  });
});
