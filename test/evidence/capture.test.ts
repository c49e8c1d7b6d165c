import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PermanentError } from '../../src/domain/errors.js';
import type { EvidenceSeal } from '../../src/domain/evidence.js';
import { PageFaultError } from '../../src/evidence/page-fault.js';
import { verifyPack } from '../../src/evidence/verify-pack.js';
import { html, type LocalSite, type Page, redirect, startLocalSite, status } from '../reach/local-site.js';
import { aRequest, pngSize, readBytes, readJson, readText, startCapturer, type TestCapturer } from './test-capturer.js';

const POST = '<h1>Akun contoh</h1><p>Ayo coblos\n   NOMOR 2 (contoh)</p>';
const signal = new AbortController().signal;

let site: LocalSite;
let parts: TestCapturer;

beforeAll(async () => {
  site = await startLocalSite({
    '/post': html(POST, { 'set-cookie': 'sesi=rahasia', 'x-contoh': 'ya' }),
    '/moved': redirect('/post'),
    '/huge': html(`${POST}<div style="height:60000px;background:linear-gradient(red,blue)"></div>`),
    '/words': html(`<p>${'kata '.repeat(2_000)}</p>`),
    '/endless': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write(`<!doctype html><body>${POST}`); // And never ends.
    },
    '/silent': () => {},
    ...busyOncePainted('/busy'),
    '/401': status(401, { 'www-authenticate': 'Basic realm="contoh"' }),
    '/403': status(403),
    '/404': status(404),
    '/429': status(429, { 'retry-after': '60' }),
    '/500': status(500),
    '/members': redirect('/login?next=/members'),
    '/login': html('<form><input type="password"></form>'),
    '/inline-wall': html('<p>Masuk untuk melanjutkan</p><form><input type="password"></form>'),
    '/post-with-form': html(`${POST}<form><input type="password"></form>`),
    '/garbage': (request) => void request.socket.end('bukan http\r\n\r\n'),
    '/asides': html(`${POST}<a id="d" href="/file" download>unduh</a><script>
      alert('satu'); confirm('dua'); window.open('/popup'); document.getElementById('d').click();
      onbeforeunload = () => 'jangan pergi';</script>`),
    '/file': (_request, response) =>
      void response.writeHead(200, { 'content-disposition': 'attachment; filename="x.bin"' }).end('isi'),
    '/liar': html(`${POST}<script>
      Object.defineProperty(HTMLElement.prototype, 'innerText', { get: () => 'dipalsukan' });</script>`),
  });
  parts = await startCapturer({
    allowPrivateHosts: [site.host],
    limits: { answerMs: 5_000, loadMs: 3_000, stepMs: 6_000, captureMs: 120_000, textLength: 1_000 },
  });
});

afterAll(async () => {
  await parts.close();
  await site.close();
});

/**
 * A page whose script never ends, from its load event on, which waits for an image until the first frames are drawn: a
 * browser that has drawn nothing yet has no picture to give.
 */
function busyOncePainted(path: string): Record<string, Page> {
  const painted = new Set<string | undefined>();
  const late = new Map<string | undefined, ServerResponse>();
  const keyOf = ({ url }: IncomingMessage) => url?.split('?')[1];
  return {
    [path]: html(`${POST}<script>
      const key = Math.random();
      document.write('<img src="/late?' + key + '">');
      requestAnimationFrame(() => requestAnimationFrame(() => fetch('/painted?' + key)));
      addEventListener('load', () => setTimeout(() => { for (;;); }));
      </script>`),
    '/late': (request, response) => {
      if (painted.has(keyOf(request))) response.writeHead(204).end();
      else late.set(keyOf(request), response);
    },
    '/painted': (request, response) => {
      painted.add(keyOf(request));
      late.get(keyOf(request))?.writeHead(204).end();
      response.writeHead(204).end();
    },
  };
}

const namesOf = (seal: EvidenceSeal) => seal.items.map(({ name }) => name);
const reasonsOf = (seal: EvidenceSeal) => Object.fromEntries(seal.missing.map((m) => [m.name, m.reason]));
const PAGE_ITEMS_MISSING = (reason: string) => ({
  'viewport.png': reason,
  'fullpage.png': reason,
  'page.mhtml': reason,
});
const capturePath = (path: string, lastTry = false) => {
  const request = aRequest({ url: site.url(path), lastTry });
  return parts.capturer.capture(request, signal).then((seal) => ({ seal, flagId: request.flagId }));
};

describe('a page that shows the act', () => {
  it('is sealed whole: two pictures, archive, text, response and the act itself', async () => {
    const { seal, flagId } = await capturePath('/post');
    expect(seal.missing).toEqual([]);
    expect(namesOf(seal)).toEqual([
      'viewport.png',
      'fullpage.png',
      'page.mhtml',
      'text.txt',
      'response.json',
      'activity.json',
    ]);
    expect(await readText(parts.store, flagId, 'text.txt')).toContain('Ayo coblos NOMOR 2 (contoh)');
    expect(await readText(parts.store, flagId, 'page.mhtml')).toContain('Akun contoh');
    expect(pngSize(await readBytes(parts.store, flagId, 'viewport.png'))).toEqual({ width: 1280, height: 900 });
    expect(await verifyPack(parts.store, { flagId, ...seal })).toEqual({ flagId, problems: [] });
  });

  it('keeps how the page came to us, and drops what carries a session', async () => {
    const { flagId } = await capturePath('/moved');
    const response = await readJson(parts.store, flagId, 'response.json');
    expect(response).toMatchObject({
      requestedUrl: site.url('/moved'),
      finalUrl: site.url('/post'),
      status: 200,
      chain: [
        { url: site.url('/moved'), status: 302 },
        { url: site.url('/post'), status: 200 },
      ],
      remoteAddress: '127.0.0.1',
      isLoadComplete: true,
      showsActivityText: true,
      tls: null,
    });
    expect(Object.fromEntries(response.headers)).toMatchObject({ 'x-contoh': 'ya' });
    expect(JSON.stringify(response)).not.toContain('rahasia');
  });

  it('says when the page does not hold the text of the act', async () => {
    const request = aRequest({ url: site.url('/post'), text: 'Teks yang sudah disunting' });
    await parts.capturer.capture(request, signal);
    expect(await readJson(parts.store, request.flagId, 'response.json')).toMatchObject({ showsActivityText: false });
  });

  it('reads the text past a page that replaced the way of reading it', async () => {
    const { flagId } = await capturePath('/liar');
    expect(await readText(parts.store, flagId, 'text.txt')).toContain('Ayo coblos');
  });

  it('is not taken for a wall because a log-in form stands beside it', async () => {
    expect((await capturePath('/post-with-form')).seal.missing).toEqual([]);
  });
});

describe('a flag that has a pack', () => {
  it('gets its first seal back and the page is not read again', async () => {
    const request = aRequest({ url: site.url('/post') });
    const first = await parts.capturer.capture(request, signal);
    const reads = site.asked.length;
    const again = await parts.capturer.capture({ ...request, text: 'lain' }, signal);
    expect(again).toEqual(first);
    expect(site.asked.length).toBe(reads);
  });

  it('gives the same seal to two captures at once', async () => {
    const request = aRequest({ url: site.url('/post') });
    const [one, two] = await Promise.all([1, 2].map(() => parts.capturer.capture(request, signal)));
    expect(one).toEqual(two);
  });
});

describe('limits', () => {
  it('cuts the picture of a huge page at the limit and says where', async () => {
    const { seal, flagId } = await capturePath('/huge');
    expect(reasonsOf(seal)).toEqual({ 'fullpage.png': 'too_large' });
    expect(seal.missing[0]!.detail).toMatch(/^terekam 20000 dari 60\d{3} piksel$/);
    expect(pngSize(await readBytes(parts.store, flagId, 'fullpage.png'))).toEqual({ width: 1280, height: 20_000 });
  });

  it('cuts a text that is too long and says where', async () => {
    const { seal } = await capturePath('/words');
    expect(seal.missing).toContainEqual(expect.objectContaining({ name: 'text.txt', reason: 'too_large' }));
    expect(seal.items.find(({ name }) => name === 'text.txt')?.bytes).toBe(1_000);
  });

  it('captures what is there of a page that never ends loading', async () => {
    const { seal, flagId } = await capturePath('/endless');
    expect(seal.missing).toEqual([]);
    expect(await readText(parts.store, flagId, 'text.txt')).toContain('Ayo coblos');
    expect(await readJson(parts.store, flagId, 'response.json')).toMatchObject({ isLoadComplete: false });
  });

  it('leaves out of a full pack what no longer fits, the act itself last of all', async () => {
    const small = await startCapturer({ allowPrivateHosts: [site.host], limits: { packBytes: 500 } });
    const seal = await small.capturer.capture(aRequest({ url: site.url('/post') }), signal);
    expect(namesOf(seal)).toContain('activity.json');
    expect(reasonsOf(seal)).toMatchObject(PAGE_ITEMS_MISSING('too_large'));
    await small.close();
  });

  it('seals what a page with endless script still gives, after asking for another try', async () => {
    // However long it takes until the page is painted, its script begins only then.
    const patient = await startCapturer({ allowPrivateHosts: [site.host], limits: { loadMs: 60_000, stepMs: 6_000 } });
    const capture = (lastTry: boolean) =>
      patient.capturer.capture(aRequest({ url: site.url('/busy'), lastTry }), signal);
    await expect(capture(false)).rejects.toThrow(PageFaultError);
    const seal = await capture(true);
    expect(namesOf(seal)).toEqual(expect.arrayContaining(['viewport.png', 'fullpage.png', 'text.txt']));
    expect(reasonsOf(seal)).toEqual({ 'text.txt': 'timeout' });
    await patient.close();
  });
});

describe('walls and faults', () => {
  it.each([
    ['/401', 'login_wall'],
    ['/403', 'login_wall'],
    ['/404', 'gone'],
    ['/members', 'login_wall'],
    ['/inline-wall', 'login_wall'],
  ])('writes down %s as %s at the first try and takes no picture of it', async (path, reason) => {
    const { seal, flagId } = await capturePath(path);
    expect(namesOf(seal)).toEqual(['text.txt', 'response.json', 'activity.json']);
    expect(reasonsOf(seal)).toEqual(PAGE_ITEMS_MISSING(reason));
    expect(seal.items[0]).toMatchObject({ name: 'text.txt', source: 'activity' });
    expect(await readText(parts.store, flagId, 'text.txt')).toBe('Ayo coblos nomor 2 (contoh)');
  });

  it.each(['/429', '/500'])('asks for another try after %s, and writes it down on the last', async (path) => {
    await expect(capturePath(path)).rejects.toMatchObject({ retryable: true, reason: 'unreachable' });
    const { seal } = await capturePath(path, true);
    expect(reasonsOf(seal)).toEqual(PAGE_ITEMS_MISSING('unreachable'));
    expect(seal.missing[0]!.detail).toBe(`HTTP ${path.slice(1)}`);
  });

  it.each([
    ['/silent', 'timeout'],
    ['/garbage', 'unreachable'],
  ])('asks for another try after %s, and seals the act without a page on the last', async (path, reason) => {
    await expect(capturePath(path)).rejects.toMatchObject({ retryable: true, reason });
    const { seal } = await capturePath(path, true);
    expect(namesOf(seal)).toEqual(['text.txt', 'activity.json']);
    expect(reasonsOf(seal)).toEqual({ ...PAGE_ITEMS_MISSING(reason), 'response.json': reason });
  });

  it('says that an address holds a download', async () => {
    const { seal } = await capturePath('/file');
    expect(seal.missing[0]).toMatchObject({ reason: 'failed', detail: 'alamat berisi unduhan' });
  });

  it('seals an act without an address from what was read', async () => {
    const seal = await parts.capturer.capture(aRequest(), signal);
    expect(namesOf(seal)).toEqual(['text.txt', 'activity.json']);
    expect(reasonsOf(seal)).toEqual({ ...PAGE_ITEMS_MISSING('no_url'), 'response.json': 'no_url' });
  });

  it.each(['at://did:plc:contoh/x', 'file:///etc/passwd', 'javascript:1', 'bukan alamat'])(
    'does not open %s',
    async (url) => {
      const seal = await parts.capturer.capture(aRequest({ url }), signal);
      expect(reasonsOf(seal)).toMatchObject(PAGE_ITEMS_MISSING('no_url'));
    },
  );

  it('does not open a page that robots.txt closes', async () => {
    const asked: string[] = [];
    const closed = await startCapturer({
      allowPrivateHosts: [site.host],
      robots: async (url) => {
        asked.push(url.href);
        return false;
      },
    });
    const seen = site.asked.length;
    const seal = await closed.capturer.capture(aRequest({ url: site.url('/post') }), signal);
    expect(reasonsOf(seal)).toMatchObject(PAGE_ITEMS_MISSING('robots'));
    expect(asked).toEqual([site.url('/post')]);
    expect(site.asked.length).toBe(seen);
    await closed.close();
  });

  it('refuses a flag id that could name another folder', async () => {
    const request = aRequest({ flagId: '../luar' });
    await expect(parts.capturer.capture(request, signal)).rejects.toThrow(PermanentError);
  });
});

describe('what a page does beside showing itself', () => {
  it('is suppressed and counted: dialogs, windows, downloads', async () => {
    const { seal, flagId } = await capturePath('/asides');
    expect(seal.missing).toEqual([]);
    const { suppressed } = await readJson(parts.store, flagId, 'response.json');
    expect(suppressed.dialogs).toBe(2);
    expect(site.asked).not.toContain('/popup');
    expect(site.asked.filter((path) => path === '/file').length).toBeLessThanOrEqual(2);
  });
});
