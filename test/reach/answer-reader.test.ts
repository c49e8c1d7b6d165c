import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAnswerReader } from '../../src/reach/answer-reader.js';
import { createRobots } from '../../src/reach/robots.js';
import { type InnerService, startInnerService } from './inner-service.js';
import { type LocalSite, redirect, startLocalSite, status } from './local-site.js';

const never = new AbortController().signal;
const clock = () => new Date('2026-11-20T00:00:00Z');
let site: LocalSite;
let inner: InnerService;
let asked: Readonly<Record<string, unknown>>[];

beforeAll(async () => {
  inner = await startInnerService();
  asked = [];
  site = await startLocalSite({
    '/robots.txt': (_request, response) => void response.end('User-agent: *\nDisallow: /tertutup\n'),
    '/pindah': (_request, response) =>
      void response.writeHead(302, { location: '/halaman', 'set-cookie': 'jejak=1' }).end(),
    '/halaman': (request, response) => {
      asked.push(request.headers);
      response.writeHead(404, { 'x-contoh': 'ya' }).end('tidak ada');
    },
    '/nama': (_request, response) =>
      void response.writeHead(302, { location: `http://budi:rahasia@${site.host}/halaman` }).end(),
    '/dalam': (_request, response) => void response.writeHead(302, { location: inner.url }).end(),
    '/berkas': redirect('file:///etc/passwd'),
    '/ke-tertutup': redirect('/tertutup'),
    '/ke-masuk': redirect('/masuk'),
    '/putar': redirect('/putar'),
    '/besar': (_request, response) =>
      void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(9_000_000, 0x61))),
    '/lambat': (_request, response) => void response.write('awal'),
    '/gagal': status(503),
    '/sibuk': status(429, { 'retry-after': '9' }),
  });
});
afterAll(() => Promise.all([site.close(), inner.stop()]));

function read(path: string) {
  const out = { allowPrivateHosts: [site.host], clock, userAgent: 'uji' };
  const reader = createAnswerReader({ ...out, robots: createRobots(out), language: 'en', timeoutMs: 2_000 });
  return reader(
    new URL(site.url(path)),
    { accept: 'text/html', isEnd: ({ pathname }) => pathname === '/masuk' },
    never,
  );
}

it('hands on an answer as it came, whatever its status, and from where', async () => {
  const answer = await read('/pindah');
  expect(answer).toMatchObject({ status: 404, text: 'tidak ada', isLedAway: false, family: 'ipv4' });
  expect([answer.url.href, answer.headers['x-contoh']]).toEqual([site.url('/halaman'), 'ya']);
  expect((await read('/gagal')).status).toBe(503);
});

it('sends no cookie, and no name that stands in an address', async () => {
  asked.length = 0;
  await read('/pindah');
  await read('/nama');
  expect(asked.map(({ cookie, authorization }) => [cookie, authorization])).toEqual(
    Array(2).fill([undefined, undefined]),
  );
  expect(asked[0]).toMatchObject({ 'user-agent': 'uji', 'accept-language': 'en', accept: 'text/html' });
});

it('does not ask for an address that says all by itself', async () => {
  expect(await read('/ke-masuk')).toMatchObject({ status: 302, isLedAway: true, text: '' });
  expect(site.asked).not.toContain('/masuk');
});

it('asks robots.txt before each redirect, and the gate before each host', async () => {
  await expect(read('/tertutup')).rejects.toMatchObject({ reason: 'robots' });
  await expect(read('/ke-tertutup')).rejects.toMatchObject({ reason: 'robots' });
  expect(site.asked).not.toContain('/tertutup');
  await expect(read('/dalam')).rejects.toMatchObject({ reason: 'not_public' });
  await expect(read('/berkas')).rejects.toMatchObject({ reason: 'not_public' });
  expect(inner.connections).toBe(0);
});

it('reads the beginning of what is too long, once unpacked, and ends what does not end', async () => {
  expect((await read('/besar')).text).toHaveLength(2_000_000);
  await expect(read('/lambat')).rejects.toMatchObject({ reason: 'timeout' });
  await expect(read('/putar')).rejects.toMatchObject({ reason: 'unreadable' });
});

it('hears who asks for a pause', async () => {
  await expect(read('/sibuk')).rejects.toMatchObject({ retryAfterMs: 9_000, host: site.host });
});
