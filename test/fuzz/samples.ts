import { readFileSync } from 'node:fs';
import { canonicalJson } from '../../src/domain/canonical-json.js';
import * as posts from '../platforms/one-post/shapes.js';
import { inventedWorkbook } from '../support/invented-workbook.js';
import type { PARSERS } from './parsers.js';

// Good ones of each kind, to be spoiled: chance alone makes none. Every account, number and text is invented ("contoh").
// Bytes stand as Latin-1, a sign each.

const SECONDS = 1_795_000_000;
const ACCOUNT = '198001012005011001,Contoh,Staf,dinas-1,bluesky,contoh.test,SK/1|2024-08-01|2025-01-31,proven\n';
const OFFICE = 'dinas-2,Dinas Contoh,35.78,dinas-1,a@contoh.test\n';
const ACT = {
  id: 'at://did:plc:contoh/app.bsky.feed.post/3k',
  kind: 'comment',
  text: 'Coblos &amp; menangkan nomor 2',
  publishedAt: '2026-11-20T08:30:00+07:00',
  platform: 'bluesky',
  handle: 'wati.contoh',
  target: { text: 'Pilih siapa?', url: 'https://contoh.test/a' },
  media: [{ text: 'Poster' }],
};
const ROWS = 'a-1,post,"Coblos ""nomor"" 2",2026-11-20T08:30:00+07:00,bluesky,wati.contoh,\n';
const CAPTURED = {
  'tiktok.com': {
    id: '7301234567890123456',
    desc: 'Coblos nomor 2',
    createTime: SECONDS,
    author: { uniqueId: 'wati.contoh' },
    stickersOnItem: [{ stickerText: ['Menang'] }],
  },
  'tiktok-comments': {
    cid: '73',
    aweme_id: '7301234567890123456',
    text: 'Setuju',
    create_time: SECONDS,
    user: { unique_id: 'a' },
  },
  'instagram.com': {
    code: 'DcontohAB12',
    taken_at: SECONDS,
    caption: { text: 'a' },
    user: { pk: '6', username: 'wati' },
  },
  'twitter.com': {
    rest_id: '1858012345678901234',
    core: { user_results: { result: { core: { screen_name: 'WatiContoh' }, rest_id: '99' } } },
    legacy: { user_id_str: '99', full_text: 'Dukung', created_at: 'Wed Nov 18 03:12:45 +0000 2026' },
  },
  'threads.net': {
    code: 'DcontohTH99',
    taken_at: SECONDS,
    caption: { text: 'Pagi' },
    user: { pk: '6', username: 'wati' },
  },
};
const captured = Object.entries(CAPTURED).map(([source_platform, data]) => ({
  timestamp_collected: 1,
  source_platform,
  source_platform_url: 'https://contoh.test/',
  data,
}));
const RECORD = {
  uri: 'at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/app.bsky.feed.post/3kdgeujwlq32y',
  cid: 'bafy',
  value: {
    $type: 'app.bsky.feed.post',
    text: 'Coblos nomor 2',
    createdAt: '2026-11-20T03:00:00.000Z',
    reply: { parent: { uri: 'at://did:plc:a/app.bsky.feed.post/3k' } },
    embed: { $type: 'app.bsky.embed.images', images: [{ alt: 'Poster', image: { ref: { $link: 'bafy' } } }] },
    facets: [{ features: [{ uri: 'https://contoh.test' }] }],
    tags: ['coblos'],
  },
};
const MANIFEST = canonicalJson({
  flagId: 'tanda',
  activityId: 'tanda',
  url: 'https://contoh.test/a',
  finalUrl: null,
  status: 200,
  startedAt: '2026-11-20T03:00:00.000Z',
  sealedAt: '2026-11-20T03:00:01.000Z',
  environment: { netra: '1', browser: '1', viewport: '1x1', os: 'linux' },
  items: [{ name: 'text.txt', mediaType: 'text/plain', bytes: 1, sha256: 'a'.repeat(64), source: 'page' }],
  missing: [{ name: 'fullpage.png', reason: 'timeout', detail: 'contoh' }],
});
const MAPPING = readFileSync('rules/recipes/imports/rekap-patroli-contoh.yaml', 'utf8');
/** Of `openssl ts`, with a key that was thrown away. */
const STAMP = Buffer.from(readFileSync('test/fuzz/time-stamp-answer.b64', 'latin1'), 'base64').toString('latin1');
const WORKBOOK = inventedWorkbook([
  ['Tautan', 'Isi'],
  ['https://contoh.test/a', 'Coblos'],
]).toString('latin1');
const KEY = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';
const LINK =
  'Lihat https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.tiktok.com%2F%40wati.contoh%2Fvideo%2F7301234567890123456';
const TIMES = [
  '2026-11-20T08:30:00+07:00',
  'Jumat, 20 Nopember 2026 pukul 19.30 WIB',
  String(SECONDS),
  'Wed Nov 18 03:12:45 +0000 2026',
];
const CURSOR =
  '{"v":2,"collections":{"app.bsky.feed.post":{"newest":"3kdgeujwlq32y","stretches":[],"seen":["aa"]}},"seen":["bb"]}';
const ACCOUNTS_HEADER = 'nip,name,position,office_code,platform,handle,mandate,proof\n';

type Name = keyof typeof PARSERS.text;

/** A parser without a sample does not pass the compiler. */
export const SAMPLES = {
  'retry-after': ['120', 'Fri, 20 Nov 2026 00:00:00 GMT', '1795000000'],
  'pasted link': [LINK, 'wa.me/6281200000001', 'at://did:plc:a/app.bsky.feed.post/3k'],
  'link in a redirect': ['https%3A%2F%2Fx.com%2Fwati%2Fstatus%2F1858012345678901234'],
  'at:// address': [RECORD.uri],
  'cursor of Bluesky': [CURSOR],
  'cursor of pages': [CURSOR, '{"seen":["https://contoh.test/a"]}'],
  instant: TIMES,
  'time of a page': TIMES,
  'address against a pattern': ['http://contoh.test/papan/a?b=c#d'],
  'HTML entities': ['Coblos &amp; menang &#35;2 &#x1f600; &nbsp;'],
  'robots.txt': ['User-agent: NetraBot\nDisallow: /papan/*.html$\nAllow: /papan/a\n\nUser-agent: *\nDisallow: /\n'],
  'accounts of the registry': [ACCOUNTS_HEADER + ACCOUNT],
  'rows of accounts': [ACCOUNT + ACCOUNT],
  'one account': ['198001012005011001'],
  'offices of the registry': [`code,name,region,parent,digest_to\n${OFFICE}`],
  'rows of offices': [OFFICE],
  'one office': ['dinas-2'],
  'acts as CSV': [`id,kind,text,publishedAt,platform,handle,targetText\n${ROWS}`],
  'rows of acts as CSV': [ROWS],
  'acts as NDJSON': [`${JSON.stringify(ACT)}\n${JSON.stringify(ACT)}\n`],
  'one act as NDJSON': [ACT.text],
  'long numbers in JSON': ['{"id":1858012345678901234}'],
  'time of an export': TIMES,
  'file of keys': [`{"hashKey":"${KEY}","fieldKey":"${KEY}","auditKey":"${KEY}","formerFieldKeys":["${KEY}"]}`],
  'former keys of a file': [KEY],
  'an item of a page': ['/papan/a?b=c', 'Coblos nomor 2'],
  'answer of a time-stamp authority': [STAMP],
  'time-stamp': [STAMP.slice(9)],
  'sizes of a ZIP': [WORKBOOK],
  'manifest of a pack': [MANIFEST.toString('latin1')],
  'mapping of an office': [MAPPING],
  'acts as whatever a file is': [...captured.map((line) => JSON.stringify(line)), ROWS, WORKBOOK],
  'type of an upload': [
    WORKBOOK,
    STAMP,
    '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR',
    '\0\0\0\u0018ftypmp42',
    '%PDF-1.7\n1 0 obj',
    'RIFF\0\0\0\0WEBPVP8 ',
  ],
  'address of a caller': ['203.0.113.1', '2001:db8::1', '::ffff:10.0.0.1', 'fe80::1%eth0'],
  'languages asked for': ['en-GB,en;q=0.9,id;q=0.8'],
  'browsers that are known': [`${'a'.repeat(22)}.${'b'.repeat(22)}~${'c'.repeat(22)}.${'d'.repeat(22)}`],
  'head from outside': [`12-${'a'.repeat(40)}-1a2b`],
  'address of a mail': ['sekda@contoh.go.id'],
  'page of a post': [
    posts.metaPost(posts.LINKS.threads).body ?? '',
    posts.tiktokPage(10222).body ?? '',
    posts.telegramList(24, 26).body ?? '',
    posts.webPage.body ?? '',
  ],
  'message of a channel': ['Jalan sehat &amp; senam<br/>bersama <b class="a">warga</b></div><time datetime="2026">'],
  'JSON of a post': [posts.tiktokOembed.body ?? '', JSON.stringify(posts.toot()), JSON.stringify(posts.thread())],
  'words of a post in JSON': ['<p>Jalan sehat</p><p>kota<br>ini</p>', 'https://www.tiktok.com/@budi.contoh'],
  'answer of Bluesky': [
    JSON.stringify({ records: [RECORD, RECORD], cursor: '3k' }),
    '{"error":"RecordNotFound","message":"a"}',
  ],
} satisfies Record<Name, readonly string[]>;

export const VALUE_SAMPLES: readonly string[] = [
  { records: [RECORD], cursor: '3k' },
  RECORD,
  RECORD.value,
  ACT,
  ...captured,
  ...Object.values(CAPTURED),
  {
    base: 'http://contoh.test/',
    url: '/a',
    text: 'Coblos',
    time: '20 November 2026 08:00',
    media: ['a'],
    pictures: ['b.png'],
  },
].map((value) => JSON.stringify(value));
