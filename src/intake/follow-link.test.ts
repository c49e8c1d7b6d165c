import { describe, expect, it } from 'vitest';
import { PlatformFailureError, RateLimitedError, TargetUnavailableError } from '../domain/collecting.js';
import { readLink } from '../links/read-link.js';
import { followLink } from './follow-link.js';

const { signal } = new AbortController();
const SHORT = readLink('lihat https://vt.tiktok.com/ZSabcDEF2/ ya');

/** Invented hops, by the address asked; what was asked, in order. */
function aWay(hops: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const readHop = async (url: URL) => {
    asked.push(url.href);
    const next = hops[url.href];
    return next === undefined ? undefined : new URL(next);
  };
  return { asked, readHop };
}

describe('a short link that is followed', () => {
  it('is what it leads to, and the platform itself is not asked', async () => {
    const { asked, readHop } = aWay({
      'https://vt.tiktok.com/ZSabcDEF2/': 'https://www.tiktok.com/t/ZTabcDEF3/',
      'https://www.tiktok.com/t/ZTabcDEF3/': 'https://www.tiktok.com/@budi.contoh/video/7301234567890123456?_r=1',
    });
    expect(await followLink(SHORT, readHop, signal)).toMatchObject({
      input: SHORT.input,
      kind: 'post',
      author: 'budi.contoh',
      id: '7301234567890123456',
      notes: [{ code: 'followed', host: 'vt.tiktok.com' }],
    });
    expect(asked).toHaveLength(2);
  });

  it('is found behind the log-in page it is sent to', async () => {
    const wall = 'https://www.facebook.com/login/?next=https%3A%2F%2Fwww.facebook.com%2Freel%2F3234567890123456%2F';
    const { readHop } = aWay({ 'https://fb.watch/aBcDeFgHiJ': wall });
    const link = await followLink(readLink('https://fb.watch/aBcDeFgHiJ/'), readHop, signal);
    expect(link).toMatchObject({ kind: 'post', id: '3234567890123456' });
  });

  it('stays as it is after five hops', async () => {
    const { asked, readHop } = aWay({ 'https://vt.tiktok.com/ZSabcDEF2/': 'https://vt.tiktok.com/ZSabcDEF2/' });
    expect((await followLink(SHORT, readHop, signal)).notes).toEqual([{ code: 'not_followed', why: 'too_many_hops' }]);
    expect(asked).toHaveLength(5);
  });

  it('asks nobody where a hop leads to a host that shortens nothing', async () => {
    const { asked, readHop } = aWay({ 'https://vt.tiktok.com/ZSabcDEF2/': 'http://169.254.169.254/latest' });
    expect(await followLink(SHORT, readHop, signal)).toMatchObject({ platform: 'web', kind: 'page' });
    expect(asked).toHaveLength(1);
  });

  it.each([
    [new TargetUnavailableError('robots', 'x'), 'robots'],
    [new TargetUnavailableError('not_public', 'x'), 'not_public'],
    [new TargetUnavailableError('gone', 'x'), 'gone'],
    [new RateLimitedError(1_000), 'not_now'],
    [new PlatformFailureError('timeout', 'x'), 'no_answer'],
  ])('says why it could not be: %s', async (error, why) => {
    const link = await followLink(SHORT, () => Promise.reject(error), signal);
    expect(link).toMatchObject({ kind: 'short', canonical: SHORT.canonical, notes: [{ code: 'not_followed', why }] });
  });

  it('leads nowhere where a page answers', async () => {
    expect((await followLink(SHORT, aWay({}).readHop, signal)).notes).toEqual([
      { code: 'not_followed', why: 'leads_nowhere' },
    ]);
  });
});

it('a link that is not short is never asked for', async () => {
  const { asked, readHop } = aWay({});
  const link = readLink('https://x.com/budi_contoh/status/1701234567890123456');
  expect(await followLink(link, readHop, signal)).toBe(link);
  expect(asked).toEqual([]);
});
