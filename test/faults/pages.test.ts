import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createFolderStore } from '../../src/evidence/folder-store.js';
import { verifyPack } from '../../src/evidence/verify-pack.js';
import { aRequest, startCapturer, type TestCapturer } from '../evidence/test-capturer.js';
import { html, type LocalSite, type Page, startLocalSite } from '../reach/local-site.js';
import { until } from '../support/until.js';
import { printCounts } from './bench.js';
import { mountSmall } from './folder-faults.js';

// A page that never ends loading, and a script that never ends: test/evidence/capture.test.ts.

const POST = '<p>Ayo coblos nomor 2 (contoh)</p>';
const signal = new AbortController().signal;
const LIMITS = { answerMs: 8_000, loadMs: 4_000, stepMs: 8_000, captureMs: 60_000 };

/** Each step leads to another address, for ever. */
const onward: Page = (request, response) => {
  const step = Number(new URL(request.url!, 'http://contoh.test').searchParams.get('n') ?? 0);
  response.writeHead(302, { location: `/onward?n=${step + 1}` }).end();
};
/** Headers at once, then a byte now and then, for ever. */
const drip: Page = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).write(`<!doctype html>${POST}`);
  const timer = setInterval(() => response.write(' '), 50);
  response.on('close', () => clearInterval(timer));
};

const HOSTILE: Record<string, Page> = {
  '/memory': html(
    `${POST}<script>const kept = []; for (let i = 0; i < 4000; i++) kept.push(new Array(131072).fill(i));</script>`,
  ),
  '/onward': onward,
  '/nodes': html(`${POST}<div id="r"></div><script>r.innerHTML = '<i>x</i>'.repeat(100000);</script>`),
  '/dialogs': html(`${POST}<script>setTimeout(() => { for (;;) alert('lagi'); });</script>`),
  '/drip': drip,
  '/reload': html(`${POST}<script>location.reload();</script>`),
};

let site: LocalSite;
let parts: TestCapturer;

beforeAll(async () => {
  site = await startLocalSite({ ...HOSTILE, '/post': html(POST) });
  parts = await startCapturer({ allowPrivateHosts: [site.host], limits: LIMITS });
});
afterAll(async () => {
  await parts.close();
  await site.close();
});

describe('a page that wants to hold us', () => {
  it.each(Object.keys(HOSTILE))(
    '%s is sealed with what it gave, in bounded time, and the next page is whole',
    async (path) => {
      const request = aRequest({ url: site.url(path), lastTry: true });
      const startedAt = performance.now();
      const seal = await parts.capturer.capture(request, signal);
      const ms = Math.round(performance.now() - startedAt);
      expect(ms).toBeLessThan(2 * (LIMITS.answerMs + LIMITS.loadMs + LIMITS.captureMs));
      expect(await verifyPack(parts.store, { flagId: request.flagId, ...seal })).toMatchObject({ problems: [] });
      const names = seal.items.map(({ name }) => name);
      expect(names).toContain('activity.json');
      const next = await parts.capturer.capture(aRequest({ url: site.url('/post') }), signal);
      expect(next.missing).toEqual([]);
      printCounts(`page ${path}`, { ms, items: names.length, missing: seal.missing.map(({ reason }) => reason) });
    },
  );
});

it('a full folder costs a page no second visit: its pack waits in hand', async (test) => {
  const dir = await mkdtemp(join(tmpdir(), 'netra-full-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const disk = mountSmall(join(dir, 'bukti'));
  if (!disk) return test.skip('a tmpfs cannot be mounted here');
  onTestFinished(disk.unmount);
  const store = await createFolderStore(join(dir, 'bukti'));
  let refused = 0;
  const onRefused = () => {
    refused += 1;
  };
  const own = await startCapturer({ allowPrivateHosts: [site.host], limits: LIMITS, store, onRefused, betweenMs: 100 });
  onTestFinished(own.close);
  await disk.fill();
  const before = site.asked.length;
  const request = aRequest({ url: site.url('/post') });
  const sealing = own.capturer.capture(request, signal);
  await until(() => refused >= 3, 'three refusals');
  await disk.makeRoom();
  const seal = await sealing;
  expect(await verifyPack(store, { flagId: request.flagId, ...seal })).toMatchObject({ problems: [] });
  const visits = site.asked.slice(before).filter((path) => path === '/post').length;
  expect(visits).toBe(1);

  await disk.fill();
  const stopping = new AbortController();
  const waiting = own.capturer.capture(aRequest({ url: site.url('/post') }), stopping.signal);
  const refusedBefore = refused;
  await until(() => refused > refusedBefore, 'a refusal');
  stopping.abort();
  await expect(waiting).rejects.toMatchObject({ retryable: true });
  printCounts('page and a full folder', { refused, visits });
});
