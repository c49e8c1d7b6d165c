import type { RequestListener } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalListener, listenLocally } from '../../src/demo/local-listener.js';
import { RateLimitedError } from '../../src/domain/collecting.js';
import { createHttpReader, type HttpReaderOptions } from '../../src/reach/http-reader.js';
import { retryAfterMs } from '../../src/reach/retry-after.js';
import type { LookupAll } from '../../src/reach/way-out.js';
import { type InnerService, startInnerService } from './inner-service.js';

const now = new Date('2026-11-20T00:00:00Z');
const clock = () => now;
const never = new AbortController().signal;

describe('how long a server wants us away', () => {
  it.each([
    [{ 'retry-after': '120' }, 120_000],
    [{ 'retry-after': 'Fri, 20 Nov 2026 00:02:00 GMT' }, 120_000],
    [{ 'ratelimit-reset': String(now.getTime() / 1000 + 30) }, 30_000],
    [{ 'x-ratelimit-reset': '2026-11-20T00:05:00.000000Z' }, 300_000],
    [{ 'retry-after': '9', 'x-ratelimit-reset': '2026-11-20T00:05:00Z' }, 9_000],
    [{ 'x-ratelimit-reset': '1795132800' }, 60_000],
    [{ 'retry-after': '0' }, 1000],
    [{ 'retry-after': '40000' }, 40_000_000],
    [{ 'retry-after': 'Fri, 20 Nov 2026 12:00:00 GMT' }, 43_200_000],
    [{ 'retry-after': '999999' }, 86_400_000],
    [{ 'retry-after': 'soon' }, 60_000],
    [{}, 60_000],
  ])('%j is %i ms', (headers, ms) => {
    expect(retryAfterMs(headers, clock)).toBe(ms);
  });
});

/** One server stands for the outside, the other for a service of our own on the same machine. */
let outside: LocalListener;
let inner: InnerService;
let answer: RequestListener;
let asked: string[];

beforeAll(async () => {
  [outside, inner] = [await listenLocally(), await startInnerService()];
  outside.serve((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
});
beforeEach(() => {
  asked = [];
});
afterAll(() => Promise.all([outside.stop(), inner.stop()]));

function aReader(more: Partial<HttpReaderOptions> = {}) {
  return createHttpReader({ clock, userAgent: 'uji', allowPrivateHosts: [`127.0.0.1:${outside.port}`], ...more });
}
const read = (url: string, more: Partial<HttpReaderOptions> = {}) => aReader(more).readText(new URL(url), never);

describe('the HTTP reader', () => {
  it('follows three redirects and no more', async () => {
    answer = (_request, response) => void response.writeHead(302, { location: '/lagi' }).end();
    await expect(read(`${outside.url}/`)).rejects.toMatchObject({ reason: 'unreadable' });
    expect(asked).toEqual(['/', '/lagi', '/lagi', '/lagi']);
  });

  it('stops at its limit, whatever length the server claims', async () => {
    answer = (_request, response) => void response.end('x'.repeat(101));
    await expect(read(`${outside.url}/`, { maxBytes: 100 })).rejects.toMatchObject({ reason: 'unreadable' });
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('unpacks %s, and counts what comes out of it', async (encoding, pack) => {
    answer = (_request, response) =>
      void response.writeHead(200, { 'content-encoding': encoding }).end(pack('selamat pagi, contoh'));
    expect((await read(`${outside.url}/`)).text).toBe('selamat pagi, contoh');
    answer = (_request, response) =>
      void response.writeHead(200, { 'content-encoding': encoding }).end(pack(Buffer.alloc(1_000_000)));
    await expect(read(`${outside.url}/`, { maxBytes: 100_000 })).rejects.toMatchObject({ reason: 'unreadable' });
  });

  it('says so where what is packed is broken', async () => {
    answer = (_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('bukan gzip');
    await expect(read(`${outside.url}/`)).rejects.toMatchObject({ reason: 'unreadable', retryable: true });
  });

  it('hands on a 4xx, and throws what the server asks for on 429', async () => {
    answer = (_request, response) => void response.writeHead(404).end('tidak');
    expect(await read(`${outside.url}/`)).toEqual({ status: 404, text: 'tidak' });
    answer = (_request, response) => void response.writeHead(429, { 'retry-after': '9' }).end();
    const limited = read(`${outside.url}/`);
    await expect(limited).rejects.toBeInstanceOf(RateLimitedError);
    await expect(limited).rejects.toMatchObject({ retryAfterMs: 9000 });
  });

  it('ends an answer that never ends, and says that it was too slow', async () => {
    answer = (_request, response) => void response.write('awal');
    await expect(read(`${outside.url}/`, { timeoutMs: 200 })).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('takes a name that is not known for gone, and a look-up that failed for a fault to come back for', async () => {
    const failing =
      (code: string): LookupAll =>
      (_host, _options, done) =>
        done(Object.assign(new Error(code), { code }), []);
    await expect(read('http://contoh.test/', { lookup: failing('ENOTFOUND') })).rejects.toMatchObject({
      reason: 'gone',
      retryable: false,
    });
    await expect(read('http://contoh.test/', { lookup: failing('EAI_AGAIN') })).rejects.toMatchObject({
      reason: 'unreachable',
      retryable: true,
    });
  });

  it('asks once more where the server had given up a kept connection', async () => {
    const reader = aReader();
    const served = new WeakSet<object>();
    answer = ({ socket }, response) => {
      if (served.has(socket)) return void socket.resetAndDestroy();
      served.add(socket);
      response.end('ada');
    };
    for (const path of ['/satu', '/dua']) {
      expect((await reader.readText(new URL(path, outside.url), never)).text).toBe('ada');
    }
    expect(asked).toEqual(['/satu', '/dua', '/dua']);
  });
});

describe('our own network', () => {
  const isRefused = { reason: 'not_public', retryable: false };

  it.each([
    'http://localhost/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://metadata.google.internal/',
    'http://instance-data/',
    'file:///etc/passwd',
  ])('is not reached at %s', async (url) => {
    await expect(read(url)).rejects.toMatchObject(isRefused);
  });

  it('is not reached by a redirect', async () => {
    answer = (_request, response) => void response.writeHead(302, { location: inner.url }).end();
    await expect(read(`${outside.url}/`)).rejects.toMatchObject(isRefused);
    expect(inner.connections).toBe(0);
  });

  it('is not reached under another name of what is allowed, nor at another port', async () => {
    answer = (_request, response) => void response.end('luar');
    await expect(read(`http://localhost:${outside.port}/`)).rejects.toMatchObject(isRefused);
    await expect(read(inner.url)).rejects.toMatchObject(isRefused);
    expect([asked, inner.connections]).toEqual([[], 0]);
  });

  it('is not reached by a name that answers public first and private from then on', async () => {
    let lookups = 0;
    const rebinding: LookupAll = (_host, _options, done) => {
      lookups += 1;
      done(null, [{ address: lookups === 1 ? '203.0.113.7' : '127.0.0.1', family: 4 }]);
    };
    const quick = { lookup: rebinding, timeoutMs: 300 };
    // The address judged is the one connected to: a documentation address, where nobody answers.
    const first = await read(`http://contoh.test:${inner.port}/`, quick).catch((error: unknown) => error);
    expect(first).toMatchObject({ retryable: true });
    expect(lookups).toBe(1);
    await expect(read(`http://contoh.test:${inner.port}/`, quick)).rejects.toMatchObject(isRefused);
    expect(inner.connections).toBe(0);
  });

  it('is not reached by a name of which one address is public and one is not', async () => {
    const both: LookupAll = (_host, _options, done) =>
      done(null, [
        { address: '203.0.113.7', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]);
    await expect(read(`http://contoh.test:${inner.port}/`, { lookup: both })).rejects.toMatchObject(isRefused);
    expect(inner.connections).toBe(0);
  });
});
