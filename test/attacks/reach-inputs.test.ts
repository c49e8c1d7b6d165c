import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGzip } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_READ_LENGTH } from '../../src/domain/activity.js';
import { admit, cleanActivity } from '../../src/domain/admission.js';
import { pageFacts } from '../../src/platforms/one-post/page-facts.js';
import { createHttpReader } from '../../src/reach/http-reader.js';
import { readAnswer } from '../fuzz/byte-parsers.js';
import { countFor, lengthFor, PARSERS, readRobots } from '../fuzz/parsers.js';
import { cpuMs, MOMENT } from '../support/cpu-ms.js';

const NOW = new Date('2026-11-20T03:00:00Z');

/** The best of three. */
async function bestMs(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) times.push(await cpuMs(work));
  return Math.min(...times);
}

/** Four times the input takes four times as long; sixteen where it is squared. Below the floor nothing can be told. */
const FLOOR_MS = 60;
const MOST_TURNS = 12;

/** The quickest of each: a collection of garbage or a crowded cache adds to any one of them. */
async function expectLinear(make: (n: number) => unknown, read: (input: never) => unknown, n: number): Promise<void> {
  const large = make(4 * n);
  const best = { small: Number.POSITIVE_INFINITY, large: await cpuMs(() => read(large as never)) };
  if (best.large <= FLOOR_MS) return;
  const small = make(n);
  const ratio = () => best.large / Math.max(best.small, 1);
  for (let turn = 1; turn <= MOST_TURNS; turn += 1) {
    // A first reading warms up: one slow small reading would let a square through.
    for (let one = 0; one < 3; one += 1) best.small = Math.min(best.small, await cpuMs(() => read(small as never)));
    if (ratio() < 10) return;
    best.large = Math.min(best.large, await cpuMs(() => read(large as never)));
    if (best.large <= FLOOR_MS) return;
  }
  expect(ratio()).toBeLessThan(10);
}

const HOSTILE: Readonly<Record<string, (n: number) => string>> = {
  'one character': (n) => 'a'.repeat(n),
  spaces: (n) => `${' '.repeat(n)}x`,
  'open brackets': (n) => '['.repeat(n),
  ampersands: (n) => '&'.repeat(n),
  'entities that are none': (n) => '&amp;amp'.repeat(n / 8),
  figures: (n) => '1'.repeat(n),
  'colons and points': (n) => ':.'.repeat(n / 2),
  stars: (n) => 'Disallow: /*a*a*b\n'.repeat(n / 18),
  'robots before rules': (n) => 'User-agent: a\n'.repeat(n / 28) + 'Disallow: /\n'.repeat(n / 24),
  'our name before rules': (n) => 'User-agent: *\n'.repeat(n / 28) + 'Disallow: /\n'.repeat(n / 24),
  'rows of empty cells': (n) => ',,,,,,,\n'.repeat(n / 8),
  'a quote that never ends': (n) => `"${'a,'.repeat(n / 2)}`,
  'quotes in quotes': (n) => `"${'""'.repeat(n / 2)}"`,
  'a quote in each row': (n) => '"a\n'.repeat(n / 3),
  'line ends': (n) => '\n'.repeat(n),
  'rows that are one account': (n) =>
    '198001012005011001,Contoh,a,dinas-1,bluesky,contoh,SK|2024-08-01|2025-01-31,proven\n'.repeat(n / 83),
  'objects in a row': (n) => '{"id":1}\n'.repeat(n / 9),
  slashes: (n) => '/'.repeat(n),
  'elements that stay open': (n) => '<div class="a b">'.repeat(n / 17),
  'tags that never end': (n) => '<a b="'.repeat(n / 6),
  'spaces between attributes': (n) => `<a${' b  = '.repeat(n / 6)}`,
  'scripts and comments that never end': (n) => '<!--<script></script '.repeat(n / 21),
  'metas without end': (n) => `<meta property="og:url" content="https://t.me/${'a/'.repeat(n / 2)}">`,
  'lone surrogates': (n) => '\ud800'.repeat(n),
};

const VALUES: Readonly<Record<string, (n: number) => unknown>> = {
  'a list of records': (n) => ({ records: Array.from({ length: n }, () => ({ uri: 'x', value: {} })) }),
  pictures: (n) => ({
    text: '',
    createdAt: '',
    embed: { $type: 'app.bsky.embed.images', images: Array.from({ length: n }, () => ({ alt: 'a' })) },
  }),
  facets: (n) => ({ text: '', createdAt: '', facets: Array.from({ length: n }, () => ({ features: [] })) }),
  tags: (n) => ({ text: '', createdAt: '', tags: Array.from({ length: n }, () => 'a') }),
  'media of a line': (n) => ({ id: 'a', kind: 'post', media: Array.from({ length: n }, () => ({ text: 'a' })) }),
  'deep nesting': (n) => JSON.parse(`${'{"embed":'.repeat(Math.min(n, 5_000))}1${'}'.repeat(Math.min(n, 5_000))}`),
};

describe('every parser of what comes from outside takes time by length, and no more', () => {
  const pairs = Object.entries(PARSERS.text).flatMap(([name, read]) =>
    Object.entries(HOSTILE).map(([kind, make]) => [`${name}: ${kind}`, { make, read }] as const),
  );
  it.each(pairs)('%s', async (name, { make, read }) => {
    await expectLinear(make, read as (input: never) => unknown, lengthFor(name));
  });

  const values = Object.entries(PARSERS.value).flatMap(([name, read]) =>
    Object.entries(VALUES).map(([kind, make]) => [`${name}: many of ${kind}`, { make, read }] as const),
  );
  it.each(values)('%s', async (name, { make, read }) => {
    await expectLinear(make, read as (input: never) => unknown, countFor(name));
  });
});

describe('robots.txt', () => {
  it('of half a megabyte of wildcards closes an address of 8 kB instead of being weighed', async () => {
    const text = `User-agent: *\n${'Disallow: /*a*a*a*b\n'.repeat(26_000)}`;
    const used = await bestMs(async () =>
      expect(await readRobots(text, `http://contoh.test/${'a'.repeat(8_000)}`)).toBe(false),
    );
    expect(used).toBeLessThan(2_000); // It was 13 s.
  });

  it('of half a megabyte of plain rules is weighed, and says of us what it says', async () => {
    const text = `User-agent: lain\nDisallow: /\n\nUser-agent: *\n${'Disallow: /tutup\n'.repeat(30_000)}`;
    expect(await readRobots(text, 'http://contoh.test/buka')).toBe(true);
    expect(await readRobots(text, 'http://contoh.test/tutup/1')).toBe(false);
    expect(await readRobots('User-agent: a\nUser-agent: netrabot/2\nDisallow: /x', 'http://contoh.test/x')).toBe(false);
    expect(await readRobots('User-agent: *\nDisallow: /x\nUser-agent: b\nDisallow: /', 'http://contoh.test/y')).toBe(
      true,
    );
  });
});

const LONG_TEXT = `{"records":["${'a'.repeat(4_900_000)}"]}`;

/** As many marks as are let through, before a text as long as there is room for. */
const MARKS_AND_TEXT = `[${'1,'.repeat(199_000)}"${'a'.repeat(4_500_000)}"]`;

const MANY_KEYS = `{${Array.from({ length: 350_000 }, (_, n) => `"k${n}":1`)}}`;

/** As much of a page as is read. */
const PAGE_BYTES = 2_000_000;

const LONGEST: Readonly<Record<string, () => unknown>> = {
  'robots.txt of the shortest rules': () =>
    readRobots(shortest('User-agent: *\n', 'Allow:/a\n', 512), 'http://contoh.test/a'),
  'robots.txt of the shortest rules, for a long address': () =>
    readRobots(shortest('User-agent: *\n', 'Allow:/a\n', 512), `http://contoh.test/${'b'.repeat(8_000)}`),
  'robots.txt of as many rules as are read, for a long address': () =>
    readRobots(shortest('User-agent: *\n', 'Allow:/abcd\n', 370), `http://contoh.test/${'b'.repeat(8_000)}`),
  'robots.txt that speaks to others': () =>
    readRobots(shortest('User-agent: lain\n', 'Allow:/a\n', 512), `http://contoh.test/${'b'.repeat(8_000)}`),
  'robots.txt of line ends': () => readRobots('\n'.repeat(512 * 1024), 'http://contoh.test/a'),
  'answer of many keys': () => readAnswer(MANY_KEYS),
  'answer of many objects': () => readAnswer(`[${'{},'.repeat(1_600_000)}{}]`),
  'answer of many lists': () => readAnswer(`${'['.repeat(2_400_000)}`),
  'answer of many figures': () => readAnswer(`[${'1,'.repeat(2_400_000)}1]`),
  'answer of one long text': () => readAnswer(LONG_TEXT),
  'answer of marks and one long text': () => readAnswer(MARKS_AND_TEXT),
  'page of a post of many rows': () => pageFacts('"a\n'.repeat(PAGE_BYTES / 3)),
  'page of a post of many elements': () => pageFacts('<b>'.repeat(PAGE_BYTES / 3)),
  'page of a post of many attributes': () => pageFacts('<b a=b>'.repeat(PAGE_BYTES / 7)),
  'page of a post of entities': () => pageFacts('&amp;amp'.repeat(PAGE_BYTES / 8)),
  'refusal of many keys': () => readAnswer(MANY_KEYS, 400),
};

function shortest(head: string, rule: string, kilobytes: number): string {
  return head + rule.repeat((kilobytes * 1024 - head.length) / rule.length);
}

describe('what a stranger sends at the greatest length that is read', () => {
  it.each(Object.entries(LONGEST))('holds the process for a moment: %s', async (_what, read) => {
    const best = { moment: Number.POSITIVE_INFINITY, read: Number.POSITIVE_INFINITY };
    const isShort = () => best.read < 2.5 * best.moment;
    for (let turn = 1; turn <= MOST_TURNS && !(turn > 2 && isShort()); turn += 1) {
      best.moment = Math.min(best.moment, await cpuMs(() => JSON.parse(MOMENT)));
      best.read = Math.min(best.read, await cpuMs(read));
    }
    expect(best.read / best.moment).toBeLessThan(2.5);
  });

  it('is known to be too much before it is taken apart, and an ordinary one is read', async () => {
    const record = { uri: 'at://did:plc:contoh/app.bsky.feed.post/3k', cid: 'b', value: { text: 'Pagi: jam 7, 8, 9' } };
    const records = Array.from({ length: 100 }, () => record);
    expect(await readAnswer(JSON.stringify({ records }))).toEqual({ records });
    expect(await readAnswer(`[${'{},'.repeat(150_000)}{}]`)).toContain('JSON');
    const many = Array.from({ length: 41_000 }, (_, n) => `Allow:/${n.toString(36)}`).join('\n');
    expect(await readRobots(`User-agent: *\n${many}`, 'http://contoh.test/x')).toBe(false);
    expect(await readRobots(`User-agent: lain\n${many}\nUser-agent: *\nDisallow: /y`, 'http://contoh.test/x')).toBe(
      true,
    );
    expect(await readRobots('Disallow: /\nUser-agent: b\nUser-agent: *\nDisallow: /x', 'http://contoh.test/y')).toBe(
      true,
    );
    expect(await readRobots('User-agent: b\nUser-agent: *\nDisallow: /x', 'http://contoh.test/x')).toBe(false);
    expect(await readRobots('User-agent: *\nDisallow: /x\nUser-agent: b\nDisallow: /z', 'http://contoh.test/z')).toBe(
      true,
    );
  });
});

describe('5 MB of alternative text', () => {
  const media = Array.from({ length: 1_000 }, () => ({ text: 'a'.repeat(5_000) }));
  const act = { kind: 'post', externalId: 'x', text: '', publishedAt: NOW, media } as const;

  it('is kept as long as an act may be, all together, and said to be cut', () => {
    const cleaned = cleanActivity(act).media ?? [];
    expect(cleaned.length).toBeLessThanOrEqual(100);
    expect(cleaned.reduce((sum, { text = '' }) => sum + text.length, 0)).toBeLessThanOrEqual(MAX_READ_LENGTH);
    const reasons = admit(act, { now: NOW }).flatMap((event) => (event.type === 'skipped' ? [event.reason] : []));
    expect(reasons).toEqual(['too_large']);
  });
});

describe('a body that comes by drops', () => {
  let url: string;
  const server = createServer(({ url: path }, response) => {
    const isPacked = path === '/gzip';
    response.writeHead(200, isPacked ? { 'content-encoding': 'gzip' } : {});
    const into = isPacked ? createGzip({ flush: 2 }) : response;
    if (isPacked) into.pipe(response);
    // Never silent for long, and never at its end.
    const drop = setInterval(() => into.write('a'), 20);
    response.on('close', () => clearInterval(drop));
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it.each(['/', '/gzip'])('is cut off when its whole time is up (%s)', async (path) => {
    const out = { allowPrivateHosts: [new URL(url).host] };
    const reader = createHttpReader({ ...out, clock: () => NOW, userAgent: 'x', timeoutMs: 400 });
    const read = reader.readText(new URL(path, url), new AbortController().signal);
    await expect(read).rejects.toMatchObject({ reason: 'timeout' });
  });
});
