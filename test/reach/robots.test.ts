import { describe, expect, it } from 'vitest';
import { createRobots } from '../../src/reach/robots.js';
import { type Page, redirect, startLocalSite, status } from './local-site.js';

const signal = new AbortController().signal;
const clock = () => new Date('2026-11-20T03:00:00Z');

async function checkOn(
  pages: Record<string, Page>,
  work: (ask: (path: string) => Promise<boolean>, asked: readonly string[]) => Promise<void>,
) {
  const site = await startLocalSite(pages);
  const check = createRobots({ userAgent: 'NetraBot/0.1 (contoh)', allowPrivateHosts: [site.host], clock });
  await work((path) => check(new URL(site.url(path)), signal), site.asked).finally(() => site.close());
}

const text =
  (body: string): Page =>
  (_request, response) =>
    void response.end(body);

describe('robots.txt', () => {
  it('closes what it names, and is read once for many pages', () =>
    checkOn({ '/robots.txt': text('User-agent: *\nDisallow: /tutup') }, async (ask, asked) => {
      expect([await ask('/buka'), await ask('/tutup/1')]).toEqual([true, false]);
      expect(asked).toEqual(['/robots.txt']);
    }));

  it('speaks to us by name', () =>
    checkOn({ '/robots.txt': text('User-agent: NetraBot\nDisallow: /\n\nUser-agent: *\nAllow: /') }, async (ask) =>
      expect(await ask('/')).toBe(false),
    ));

  it('that is not there allows all', () => checkOn({}, async (ask) => expect(await ask('/x')).toBe(true)));

  it('is followed through redirects', () =>
    checkOn({ '/robots.txt': redirect('/r2'), '/r2': text('User-agent: *\nDisallow: /') }, async (ask) => {
      expect(await ask('/x')).toBe(false);
    }));

  it('of a failing server is asked for again later', () =>
    checkOn({ '/robots.txt': status(503) }, async (ask) => {
      await expect(ask('/x')).rejects.toMatchObject({ retryable: true, detail: 'robots.txt: HTTP 503' });
    }));

  it.each(['http://127.0.0.1:8099/', 'http://localhost:8099/', 'http://[::1]:8099/'])(
    'is never asked of %s',
    async (url) => {
      const check = createRobots({ userAgent: 'x', allowPrivateHosts: [], clock });
      await expect(check(new URL(url), signal)).rejects.toMatchObject({ reason: 'not_public', retryable: false });
    },
  );

  it('that leads inside is refused', () =>
    checkOn({ '/robots.txt': redirect('http://127.0.0.1:8099/robots.txt') }, async (ask) => {
      await expect(ask('/x')).rejects.toMatchObject({ reason: 'not_public', retryable: false });
    }));
});
