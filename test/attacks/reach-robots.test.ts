import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollectorEvent } from '../../src/domain/collecting.js';
import { recipeSchema } from '../../src/platforms/web/recipe.js';
import { createWebCollector } from '../../src/platforms/web/web-collector.js';
import { createBrowserHost } from '../../src/reach/browser-host.js';
import { withOpenPage } from '../../src/reach/open-page.js';
import { createRobots } from '../../src/reach/robots.js';
import { aRequest, LAUNCH, startCapturer, type TestCapturer } from '../evidence/test-capturer.js';
import { html, type LocalSite, type Page, redirect, startLocalSite } from '../reach/local-site.js';

const clock = () => new Date('2026-11-20T03:00:00Z');
const browsers = createBrowserHost(LAUNCH);
const never = new AbortController().signal;
const words = 'Ayo coblos nomor 2 (contoh)';
const article = `<article><p>${words}</p><time datetime="2026-11-20T01:00:00Z"></time></article>`;
const plain =
  (body: string): Page =>
  (_request, response) =>
    void response.end(body);

/** `open` may be read but for one folder; `closed` is another owner's, who lets nobody in. */
let open: LocalSite;
let closed: LocalSite;
let capturer: TestCapturer;
let robots: ReturnType<typeof createRobots>;

beforeAll(async () => {
  closed = await startLocalSite({
    '/robots.txt': plain('User-agent: *\nDisallow: /'),
    '/papan/a': html(article),
    '/papan/belok': (_request, response) => redirect(open.url('/papan/lanjut'))(_request, response),
  });
  open = await startLocalSite({
    '/robots.txt': plain('User-agent: *\nDisallow: /papan/tutup'),
    '/papan/tutup': html(article),
    '/papan/tujuan': html(article),
    '/papan/lanjut': redirect('/papan/tujuan'),
    '/papan/ke-tutup': redirect('/papan/tutup'),
    '/papan/ke-orang': redirect(closed.url('/papan/a')),
    '/papan/lewat-orang': redirect(closed.url('/papan/belok')),
    '/papan/segar': html(`<meta http-equiv="refresh" content="0;url=/papan/tutup">`),
    '/papan/skrip': html(`<script>location = '${closed.url('/papan/a')}'</script>`),
    '/papan/borang': html(`<form id="f" method="post" action="/papan/kirim"></form>
      <script>addEventListener('load', () => document.getElementById('f').submit())</script>${article}`),
    '/papan/kirim': html(article),
  });
  const allowPrivateHosts = [open.host, closed.host];
  robots = createRobots({ allowPrivateHosts, userAgent: 'NetraBot/contoh', clock });
  capturer = await startCapturer({ allowPrivateHosts, robots, launch: LAUNCH, limits: { loadMs: 1_000 } });
});
afterAll(async () => {
  await capturer.close();
  await browsers.close();
  await Promise.all([open.close(), closed.close()]);
});

const recipe = recipeSchema.parse({
  id: 'papan-uji',
  title: 'Papan uji (contoh)',
  url: 'http://127.0.0.1:*/papan/*',
  signals: ['posts'],
  item: 'article',
  kind: 'post',
  fields: { text: { select: 'p' }, time: { select: 'time', attribute: 'datetime', format: 'iso' } },
  empty: '.kosong',
  wall: [],
  login_urls: [],
});

async function visit(path: string): Promise<{ acts: number; reason: string | undefined }> {
  const out = { allowPrivateHosts: [open.host, closed.host] };
  const limits = { timeoutMs: 3_000, settleMs: 700 };
  const own = { browsers, out, robots, clock, userAgent: 'NetraBot/contoh' };
  const collector = createWebCollector({ ...own, ...limits, recipes: [{ recipe }] });
  const events: CollectorEvent[] = [];
  const target = { platform: 'web', handle: open.url(path), since: new Date('2026-01-01T00:00:00Z') } as const;
  for await (const event of collector.collect(target, never)) events.push(event);
  const hidden = events.find((event) => event.type === 'signal_hidden' && event.signal === 'posts');
  return {
    acts: events.filter((event) => event.type === 'seen').length,
    reason: hidden?.type === 'signal_hidden' ? hidden.reason : undefined,
  };
}

describe('robots.txt, along the whole way', () => {
  it('lets a redirect through that leads only where it may', async () => {
    expect(await visit('/papan/lanjut')).toEqual({ acts: 1, reason: undefined });
  });

  it.each(['/papan/ke-tutup', '/papan/ke-orang', '/papan/lewat-orang'])(
    'is asked at each redirect: %s is not followed',
    async (path) => {
      expect(await visit(path)).toEqual({ acts: 0, reason: 'robots' });
      const seal = await capturer.capturer.capture(aRequest({ url: open.url(path) }), never);
      expect(seal.missing[0]).toMatchObject({ reason: 'robots' });
    },
  );

  it.each(['/papan/segar', '/papan/skrip'])('is asked where the page itself leads on: %s', async (path) => {
    expect(await visit(path)).toEqual({ acts: 0, reason: 'robots' });
    await capturer.capturer.capture(aRequest({ url: open.url(path), lastTry: true }), never);
  });

  it('was never passed by any of these, and no form was sent', async () => {
    expect(await visit('/papan/borang')).toEqual({ acts: 1, reason: undefined });
    expect(open.asked.filter((path) => path === '/papan/tutup' || path === '/papan/kirim')).toEqual([]);
    expect(new Set(closed.asked)).toEqual(new Set(['/robots.txt']));
  });

  it('is not passed by a page that the browser fetched in advance, over https', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'netra-tls-'));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-keyout', key, '-out', cert];
    const subject = ['-subj', '/CN=contoh.test', '-addext', 'subjectAltName=IP:127.0.0.1'];
    execFileSync('openssl', ['req', '-x509', '-nodes', '-days', '2', ...made, ...subject], { stdio: 'ignore' });
    const ahead = `<script type="speculationrules">{"prefetch":[{"source":"list","urls":["/tutup"],"eagerness":"immediate"}]}</script>
      <script>setTimeout(() => { location = '/tutup' }, 400)</script>`;
    const asked: string[] = [];
    const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, ({ url = '' }, response) => {
      asked.push(url);
      response.writeHead(200, { 'content-type': 'text/html' }).end(url === '/' ? ahead : article);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const trusting = createBrowserHost({ ...LAUNCH, args: ['--ignore-certificate-errors'] });
    const deps = { browsers: trusting, out: { allowPrivateHosts: [host] }, userAgent: 'x', downloadBytes: 1e7 };
    const read = withOpenPage(
      { ...deps, robots: async ({ pathname }) => pathname !== '/tutup' },
      async ({ page }) => {
        await page.goto(`https://${host}/`);
        await page.waitForSelector('article');
        return page.textContent('p');
      },
      never,
    );
    await expect(read).rejects.toMatchObject({ reason: 'robots' });
    expect(asked).toContain('/tutup'); // Chromium asks by itself; what came is not read.
    await trusting.close();
    server.close();
    rmSync(folder, { recursive: true });
  });
});
