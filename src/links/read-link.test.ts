import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsOf, PLATFORM_FILES } from '../../test/links/read-forms.js';
import { cpuMs } from '../../test/support/cpu-ms.js';
import { linkLine } from './link-line.js';
import { readLink } from './read-link.js';

const FORMS = PLATFORM_FILES.flatMap((platform) => formsOf(platform));
const TIKTOK = 'https://www.tiktok.com/@budi.contoh/video/7301234567890123456';
const INSTAGRAM = 'https://www.instagram.com/p/CxYz12_-AbQ/';

/** What links are made of, so that chance gets past the first letter. */
const PIECES = [
  ...['https://', 'HTTP://', '//', 'www.', 'm.', 'facebook.com', 'tiktok.com', 't.me', 'x.com', 'bsky.app', 'youtu.be'],
  ...[
    '/',
    '?',
    '#',
    '&',
    '=',
    '@',
    ':',
    '%2F',
    '%',
    '%25',
    '..',
    '.',
    '-',
    '_',
    ' ',
    '\n',
    '\u200b',
    '(',
    ')',
    '[',
    ']',
  ],
  ...['u=', 'url=', 'v=', 'comment_id=', 'story_fbid=', 'at://', 'did:plc:a', 'tg:', 'intent://', '#Intent;', ';end'],
  ...['posts', 'video', 'status', 'p', 'c', 's', 'groups', 'share', 'stories', 'profile', 'l.facebook.com/l.php?u='],
  ...[
    '7301234567890123456',
    '123',
    'pfbid0abc',
    'budi',
    '\ud800',
    '\u0430',
    'ａ',
    '😀',
    '\\',
    '&amp;',
    'l.php',
    'watch',
  ],
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('whatever is pasted', () => {
  it('is answered: one line of JSON, with a canonical that reads as itself', () => {
    fc.assert(
      fc.property(text, (input) => {
        const link = readLink(input);
        const line = linkLine(link, '');
        expect(Object.keys(line)).toEqual(['input', 'platform', 'kind', 'author', 'id', 'canonical']);
        const again = readLink(link.canonical);
        expect([again.canonical, again.platform, again.kind]).toEqual([link.canonical, link.platform, link.kind]);
      }),
      { numRuns: Number(process.env.NETRA_FUZZ_RUNS ?? 300) },
    );
  });

  it.each(['', ' ', 'Pak camat ikut kampanye', 'Budi, S.Pd/M.Si', 'budi@contoh.go.id', 'pukul 19.30/selesai'])(
    'is no link where it holds none: %j',
    (input) => {
      expect(readLink(input)).toMatchObject({ platform: 'web', kind: 'page', canonical: '' });
      expect(readLink(input).notes).toEqual([{ code: 'no_link' }]);
    },
  );

  it('takes time in step with its length, and gives short answers', async () => {
    const hostile = [
      ...[
        'https://',
        '(',
        '%25',
        '@',
        'a.',
        '//',
        '\n',
        '[',
        'https%3A%2F%2F',
        'https://x.com/i/status/1 ',
        'x.com/',
        '\\',
      ],
      ...[
        'https://a.b/?u=https://',
        'https://l.facebook.com/?u=https%3A%2F%2F',
        'http://web.archive.org/web/2020/',
        'ﷺ',
      ],
      ...[
        'https://www.tiktok.com/@a\n/video\n/1\n',
        'intent://#Intent;',
        'a.b.c.d.e.f.g.h.',
        '🔥',
        '\u200b',
        'x.com/_',
        '=',
      ],
    ];
    for (const piece of hostile) {
      const [short, long] = [300_000, 1_200_000].map((length) => piece.repeat(length / piece.length));
      readLink(short!);
      const base = await cpuMs(() => readLink(short!));
      const more = await cpuMs(() => expect(readLink(long!).canonical.length).toBeLessThan(20_000));
      expect(more, piece).toBeLessThan(8 * base + 50);
    }
  });
});

describe('a link', () => {
  it('is the same under capitals of its host, a redirect, an archive, a mirror of its scheme', () => {
    const upper = (link: string) => link.replace(/^https?:\/\/[^/?#]+/, (start) => start.toUpperCase());
    const wrapped = [
      upper,
      (link: string) => `https://l.instagram.com/?u=${encodeURIComponent(link)}&e=1`,
      (link: string) => `https://web.archive.org/web/20261110000000/${link}`,
      (link: string) => link.replace(/^https:/, 'http:'),
    ];
    const pages = FORMS.filter(
      ({ text: form }) => /^https:\/\/[^\s\\]+$/.test(form) && !/[^\x20-\x7e]|\/\/.*#/.test(form),
    );
    expect(pages.length).toBeGreaterThan(500);
    const apart = pages.flatMap(({ text: form }) => {
      const { canonical } = readLink(form);
      return wrapped.map((wrap) => wrap(form)).filter((other) => readLink(other).canonical !== canonical);
    });
    expect(apart).toEqual([]);
  });

  it('is the first to an act where a text holds several; the others are counted', () => {
    const link = readLink(
      `https://berita.example/a lihat https://www.tiktok.com/@budi.contoh ${TIKTOK} dan ${INSTAGRAM}`,
    );
    expect(link).toMatchObject({ platform: 'tiktok', kind: 'post', id: '7301234567890123456' });
    expect(link.notes).toEqual([{ code: 'more_links', count: 3 }]);
    expect(readLink(`${TIKTOK} ${TIKTOK}?_r=1`).notes).toEqual([]);
  });

  it('is to an account rather than to a page where no act is named', () => {
    expect(readLink('https://berita.example/a https://x.com/budi_contoh')).toMatchObject({
      platform: 'x',
      kind: 'profile',
    });
  });

  it('ends where the next begins, with no space between', () => {
    expect(readLink(`${TIKTOK}${INSTAGRAM}`)).toMatchObject({ platform: 'tiktok', id: '7301234567890123456' });
    expect(readLink(`${INSTAGRAM},${TIKTOK}`).notes).toEqual([{ code: 'more_links', count: 1 }]);
  });

  it('is not put together with the sentence on the next line', () => {
    expect(readLink('https://www.tiktok.com/@budi.contoh\nvideo ini')).toMatchObject({ kind: 'profile' });
    expect(readLink('https://www.instagram.com/\nTerima kasih')).toMatchObject({ kind: 'page' });
    expect(readLink(`${TIKTOK}\n2024`)).toMatchObject({ id: '7301234567890123456' });
  });
});

describe('what is said besides', () => {
  it.each([
    ['https://faceb00k.com/budi', 'look_alike'],
    ['https://www.tikt\u043ek.com/@budi/video/7301234567890123456', 'look_alike'],
    ['https://vxtwitter.com/budi/status/1701234567890123456', 'mirror'],
    [`https://l.facebook.com/l.php?u=${encodeURIComponent(TIKTOK)}`, 'unwrapped'],
    ['https://www.facebook.com/budi/posts/pfbid02AbCdEfGhJkLmNpQr', 'opaque_id'],
    ['https://www.instagram.com/p/CxYz12_-AbQ/c/17900000000000001/', 'comment_author'],
    [`${TIKTOK} ${'a'.repeat(100_001)}`, 'text_cut'],
  ])('of %.60s is %s', (input, code) => {
    expect(readLink(input).notes.map((note) => note.code)).toEqual([code]);
  });
});
