import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHopReader } from '../../src/reach/hop-reader.js';
import { createRobots } from '../../src/reach/robots.js';
import { type InnerService, startInnerService } from './inner-service.js';
import { type LocalSite, redirect, startLocalSite, status } from './local-site.js';

const never = new AbortController().signal;
const clock = () => new Date('2026-11-20T00:00:00Z');
let site: LocalSite;
let inner: InnerService;
let cookies: (string | undefined)[];

beforeAll(async () => {
  inner = await startInnerService();
  cookies = [];
  site = await startLocalSite({
    '/robots.txt': (_request, response) => void response.end('User-agent: *\nDisallow: /tertutup\n'),
    '/pendek': (request, response) => {
      cookies.push(request.headers.cookie);
      response.writeHead(301, { location: '/berikut?a=1', 'set-cookie': 'jejak=1' }).end();
    },
    '/halaman': status(200),
    '/dalam': (_request, response) => void response.writeHead(302, { location: inner.url }).end(),
    '/tertutup': redirect('/berikut'),
    '/sibuk': status(429, { 'retry-after': '9' }),
  });
});
afterAll(() => Promise.all([site.close(), inner.stop()]));

function readHop(path: string) {
  const out = { allowPrivateHosts: [site.host], clock, userAgent: 'uji' };
  return createHopReader({ ...out, robots: createRobots(out) })(new URL(site.url(path)), never);
}

it('says where an address hands on to, without asking there and without cookies', async () => {
  expect((await readHop('/pendek'))?.href).toBe(site.url('/berikut?a=1'));
  expect((await readHop('/pendek'))?.pathname).toBe('/berikut');
  expect([site.asked.includes('/berikut'), cookies]).toEqual([false, [undefined, undefined]]);
  expect((await readHop('/dalam'))?.href).toBe(`${inner.url}/`);
  expect(inner.connections).toBe(0);
});

it('finds nothing behind a page', async () => {
  expect(await readHop('/halaman')).toBeUndefined();
});

it('asks nothing that robots.txt forbids, and hears who asks for a pause', async () => {
  await expect(readHop('/tertutup')).rejects.toMatchObject({ reason: 'robots' });
  expect(site.asked).not.toContain('/tertutup');
  await expect(readHop('/sibuk')).rejects.toMatchObject({ retryAfterMs: 9_000 });
});
