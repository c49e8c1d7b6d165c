import { describe, expect, it } from 'vitest';
import { RateLimitedError } from '../domain/collecting.js';
import { isPublicAddress } from '../domain/public-address.js';
import { createHttpReader } from './http-reader.js';
import { assertPublicUrl } from './public-host.js';
import { retryAfterMs } from './retry-after.js';

const now = new Date('2026-11-20T00:00:00Z');
const clock = () => now;
const never = new AbortController().signal;

describe('addresses of our own network', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fd00::1',
    'fe80::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    'not-an-address',
  ])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '2606:4700::1111', '172.32.0.1'])('%s is none', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each(['http://localhost/', 'http://[::1]/', 'http://2130706433/', 'http://0x7f.1/', 'file:///etc/passwd'])(
    '%s is not opened',
    async (url) => {
      await expect(assertPublicUrl(new URL(url))).rejects.toMatchObject({ reason: 'not_public' });
    },
  );
});

describe('how long a server wants us away', () => {
  it.each([
    [{ 'retry-after': '120' }, 120_000],
    [{ 'retry-after': 'Fri, 20 Nov 2026 00:02:00 GMT' }, 120_000],
    [{ 'ratelimit-reset': String(now.getTime() / 1000 + 30) }, 30_000],
    [{ 'retry-after': '0' }, 1000],
    [{ 'retry-after': '999999' }, 3_600_000],
    [{ 'retry-after': 'soon' }, 60_000],
    [{}, 60_000],
  ])('%j is %i ms', (headers, ms) => {
    expect(retryAfterMs(new Headers(headers as Record<string, string>), clock)).toBe(ms);
  });
});

describe('the HTTP reader', () => {
  const readerOf = (answer: (url: URL) => Response, more: object = {}) =>
    createHttpReader({
      clock,
      userAgent: 'uji',
      allowPrivateHosts: true,
      fetch: (async (url: URL) => answer(url)) as typeof fetch,
      ...more,
    });

  it('follows three redirects and no more', async () => {
    let hops = 0;
    const reader = readerOf(() => {
      hops += 1;
      return new Response(null, { status: 302, headers: { location: '/lagi' } });
    });
    await expect(reader.readText(new URL('https://x.test/'), never)).rejects.toMatchObject({ reason: 'unreadable' });
    expect(hops).toBe(4);
  });

  it('is not redirected into our own network', async () => {
    const reader = readerOf(
      () => new Response(null, { status: 302, headers: { location: 'http://127.0.0.1:6379/' } }),
      { allowPrivateHosts: false },
    );
    await expect(reader.readText(new URL('https://8.8.8.8/'), never)).rejects.toMatchObject({ reason: 'not_public' });
  });

  it('stops at its limit, whatever length the server claims', async () => {
    const reader = readerOf(() => new Response('x'.repeat(101), { headers: { 'content-length': '3' } }), {
      maxBytes: 100,
    });
    await expect(reader.readText(new URL('https://x.test/'), never)).rejects.toMatchObject({ reason: 'unreadable' });
  });

  it('hands on a 4xx, and throws what the server asks for on 429', async () => {
    expect(
      await readerOf(() => new Response('tidak', { status: 404 })).readText(new URL('https://x.test/'), never),
    ).toEqual({
      status: 404,
      text: 'tidak',
    });
    const limited = readerOf(() => new Response('', { status: 429, headers: { 'retry-after': '9' } }));
    await expect(limited.readText(new URL('https://x.test/'), never)).rejects.toBeInstanceOf(RateLimitedError);
  });
});
