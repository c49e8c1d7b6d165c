import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RateLimitedError } from '../../src/domain/collecting.js';
import { createFileReader, FileTooLargeError } from '../../src/reach/file-reader.js';
import { createRobots } from '../../src/reach/robots.js';
import { type InnerService, startInnerService } from './inner-service.js';
import { type LocalSite, redirect, startLocalSite, status } from './local-site.js';

const never = new AbortController().signal;
const clock = () => new Date('2026-11-20T00:00:00Z');
const BYTES = Buffer.from([0x89, 0x50, 0x00, 0xff]);
let site: LocalSite;
let inner: InnerService;
let headers: Readonly<Record<string, unknown>>[];

beforeAll(async () => {
  inner = await startInnerService();
  headers = [];
  site = await startLocalSite({
    '/robots.txt': (_request, response) => void response.end('User-agent: *\nDisallow: /tertutup\n'),
    '/gambar': (request, response) => {
      headers.push(request.headers);
      response.end(BYTES);
    },
    '/pindah': (_request, response) =>
      void response.writeHead(302, { location: '/gambar', 'set-cookie': 'jejak=1' }).end(),
    '/dalam': (_request, response) => void response.writeHead(302, { location: inner.url }).end(),
    '/ke-tertutup': redirect('/tertutup'),
    '/putar': redirect('/putar'),
    '/mengaku-besar': (_request, response) => void response.writeHead(200, { 'content-length': '1000001' }).write('a'),
    '/bom': (_request, response) =>
      void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(9_000_000))),
    '/tak-habis': (_request, response) => {
      const more = () => void (response.destroyed || response.write(Buffer.alloc(50_000), more));
      more();
    },
    '/lambat': (_request, response) => void response.write('awal'),
    '/gagal': status(503),
    '/masuk': status(401),
    '/rahasia': status(403),
    '/sibuk': status(429, { 'retry-after': '9' }),
  });
});
afterAll(() => Promise.all([site.close(), inner.stop()]));

function read(path: string, signal: AbortSignal = never, timeoutMs = 10_000) {
  const out = { allowPrivateHosts: [site.host], clock, userAgent: 'uji' };
  const asking = { accept: 'image/png', maxBytes: 1_000_000, timeoutMs };
  return createFileReader({ ...out, ...asking, robots: createRobots(out) })(new URL(site.url(path)), signal);
}

it('gives the bytes as they are, also behind a redirect, and sends no cookie', async () => {
  expect(Buffer.from(await read('/gambar'))).toEqual(BYTES);
  expect(Buffer.from(await read('/pindah'))).toEqual(BYTES);
  expect(headers).toMatchObject([{ accept: 'image/png' }, {}]);
  for (const sent of headers) expect(sent).not.toHaveProperty('cookie');
});

it.each(['/mengaku-besar', '/bom', '/tak-habis'])('stops at its limit: %s', async (path) => {
  await expect(read(path)).rejects.toBeInstanceOf(FileTooLargeError);
});

it.each([
  ['/tertutup', 'robots'],
  ['/ke-tertutup', 'robots'],
  ['/dalam', 'not_public'],
  ['/rahasia', 'not_public'],
  ['/masuk', 'login_wall'],
  ['/tak-ada', 'gone'],
  ['/gagal', 'unreachable'],
  ['/putar', 'unreadable'],
])('says of %s: %s', async (path, reason) => {
  await expect(read(path)).rejects.toMatchObject({ reason });
  expect(site.asked).not.toContain('/tertutup');
});

it('hears "not now", gives up what never ends, and ends when it is told to', async () => {
  await expect(read('/sibuk')).rejects.toBeInstanceOf(RateLimitedError);
  await expect(read('/lambat', never, 300)).rejects.toMatchObject({ reason: 'timeout' });
  await expect(read('/gambar', AbortSignal.abort(new Error('berhenti')))).rejects.toThrow('berhenti');
});
