import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POST_OUTCOMES, type PostOutcome } from '../../../src/domain/post-reading.js';
import { readLink } from '../../../src/links/read-link.js';
import { POST_PLATFORMS } from '../../../src/platforms/one-post/ways/index.js';
import { NOW, type PlatformServer, type Site, startPlatformServer } from './platform-server.js';
import * as a from './shapes.js';

const { AT, LINKS, html, json, leadTo } = a;
const never = new AbortController().signal;
type Name = keyof typeof LINKS;

let server: PlatformServer;
beforeAll(async () => {
  server = await startPlatformServer();
});
afterAll(() => server.stop());

async function look(text: string, site: Site, controlLinks: readonly string[] = []) {
  server.serve(site);
  return server.reader({ controlLinks })(readLink(text), never);
}

const notFound = (title: string) => html(`<title>${title}</title>`);
const refused = (error: string) => json({ error, message: 'contoh' }, 400);
const ROBOTS = { body: 'User-agent: *\nDisallow: /\n' };
const SILENT = { isSilent: true } as const;
const page404 = html('<title>Contoh</title>', '', { status: 404 });

/** Each line: what the platform answers, what that comes to, and the lines of the tables that said so. */
const TABLE: readonly (readonly [Name, string, Site, PostOutcome, readonly string[]])[] = [
  ['tiktok', 'its own preview', { [AT.tiktokOembed]: a.tiktokOembed }, 'seen', ['read']],
  [
    'tiktok',
    'a log-in page',
    { [AT.tiktok]: leadTo('/login?redirect=x') },
    'wall',
    ['tiktok_oembed_none', 'tiktok_login'],
  ],
  [
    'tiktok',
    'a page that waits',
    { [AT.tiktok]: html('', '<p id="cs">Please wait...</p>') },
    'bot_challenge',
    ['tiktok_oembed_none', 'tiktok_please_wait'],
  ],
  [
    'tiktok',
    'a puzzle alone',
    { [AT.tiktokOembed]: json('x', 503), [AT.tiktok]: html('', '<div class="verify-captcha-box">') },
    'bot_challenge',
    ['http_5xx', 'tiktok_captcha'],
  ],
  [
    'tiktok',
    'a private video',
    { [AT.tiktok]: a.tiktokPage(10216) },
    'private',
    ['tiktok_oembed_none', 'tiktok_10216'],
  ],
  [
    'tiktok',
    'a private account',
    { [AT.tiktok]: a.tiktokPage(10222) },
    'private',
    ['tiktok_oembed_none', 'tiktok_10222'],
  ],
  ['tiktok', 'no account', { [AT.tiktok]: a.tiktokPage(10221) }, 'gone', ['tiktok_oembed_none', 'tiktok_10221']],
  [
    'tiktok',
    'not available, for whatever reason',
    { [AT.tiktok]: a.tiktokPage(10204) },
    'ambiguous',
    ['tiktok_oembed_none', 'tiktok_10204'],
  ],
  [
    'tiktok',
    'a classified video',
    { [AT.tiktok]: a.tiktokPage(0, ',"isContentClassified":true') },
    'age',
    ['tiktok_oembed_none', 'tiktok_classified'],
  ],
  ['tiktok', 'a region', { [AT.tiktok]: a.tiktokPage(10231) }, 'place', ['tiktok_oembed_none', 'tiktok_10231']],
  [
    'tiktok',
    'another video',
    { [AT.tiktokOembed]: json({ title: 'x', author_url: 'x', embed_product_id: '1' }), [AT.tiktok]: SILENT },
    'own_side',
    ['unknown_shape', 'no_answer'],
  ],
  [
    'tiktok',
    'a shape that nobody knows',
    { [AT.tiktokOembed]: json({ judul: 'x' }), [AT.tiktok]: html('') },
    'ambiguous',
    ['unknown_shape', 'unknown_shape'],
  ],
  [
    'tiktok',
    'nothing at all',
    { [AT.tiktokOembed]: SILENT, [AT.tiktok]: SILENT },
    'own_side',
    ['no_answer', 'no_answer'],
  ],
  ['tiktok', 'a closed robots.txt', { 'www.tiktok.com/robots.txt': ROBOTS }, 'wall', ['robots', 'robots']],

  [
    'instagram',
    'a post',
    { [AT.instagram]: a.instagramPage('"if_not_gated_logged_out":{"pk":"1"}') },
    'seen',
    ['instagram_shown'],
  ],
  [
    'instagram',
    'a log-in page',
    { [AT.instagram]: leadTo('/accounts/login/?next=x'), [AT.instagramEmbed]: leadTo('/accounts/login/') },
    'wall',
    ['instagram_login', 'instagram_login'],
  ],
  [
    'instagram',
    'a challenge',
    { [AT.instagram]: leadTo('/challenge/'), [AT.instagramEmbed]: leadTo('/challenge/') },
    'wall',
    ['instagram_login', 'instagram_login'],
  ],
  [
    'instagram',
    'a soft block',
    { [AT.instagram]: json({ require_login: true }, 401), [AT.instagramEmbed]: json({}, 401) },
    'wall',
    ['instagram_require_login', 'http_401'],
  ],
  ...['checkpoint_required', 'challenge_required', 'feedback_required'].map(
    (said) =>
      [
        'instagram',
        said,
        { [AT.instagram]: json({ message: said }, 400), [AT.instagramEmbed]: json({ message: said }, 400) },
        'wall',
        [`instagram_${said}`, `instagram_${said}`],
      ] as const,
  ),
  [
    'instagram',
    'a private post',
    { [AT.instagram]: a.instagramPage('"root":"polaris.privatePostPage"') },
    'private',
    ['instagram_private'],
  ],
  [
    'instagram',
    'a restricted post',
    { [AT.instagram]: a.instagramPage('', 'Restricted photo') },
    'age',
    ['instagram_restricted'],
  ],
  [
    'instagram',
    'a broken embed',
    {
      [AT.instagram]: a.instagramPage('"if_not_gated_logged_out":null'),
      [AT.instagramEmbed]: html('', '<div class="EmbedBrokenMedia">'),
    },
    'ambiguous',
    ['instagram_null', 'instagram_broken_embed'],
  ],

  [
    'facebook',
    'a post, its form to log in beside it',
    { [AT.facebook]: a.metaPost('https://www.facebook.com/budi.contoh/posts/1234567890123456') },
    'seen',
    ['read'],
  ],
  [
    'facebook',
    'another post',
    { [AT.facebook]: a.metaPost('https://www.facebook.com/budi.contoh/posts/9999999999999999') },
    'wall',
    ['facebook_login_form'],
  ],
  ['facebook', 'a log-in page', { [AT.facebook]: leadTo('/login/?next=x') }, 'wall', ['facebook_login']],
  [
    'facebook',
    'a form to log in',
    { [AT.facebook]: html('', '<form id="login_form">') },
    'wall',
    ['facebook_login_form', 'facebook_no_title'],
  ],
  [
    'facebook',
    'a temporary block',
    { [AT.facebook]: html('', '<script>require("CometErrorRoot.react")</script>') },
    'rate_limited',
    ['facebook_block', 'facebook_no_title'],
  ],
  [
    'facebook',
    'words, with 200, for gone and private alike',
    { [AT.facebook]: html('', '<h2>This content isn’t available right now</h2>') },
    'ambiguous',
    ['facebook_unavailable', 'facebook_no_title'],
  ],
  [
    'facebook',
    '"not found", with 200',
    { [AT.facebook]: notFound('Page Not Found | Facebook') },
    'ambiguous',
    ['facebook_not_found', 'facebook_no_title'],
  ],

  [
    'x',
    'a page that says nothing',
    { [AT.x]: html('<title>X</title>', '<div id="react-root">') },
    'ambiguous',
    ['unknown_shape'],
  ],
  ['x', 'a refusal', { [AT.x]: { status: 403 } }, 'wall', ['x_refused']],
  ['x', 'error 88', { [AT.x]: html('', '<script>{"code":88,"message":"x"}</script>') }, 'rate_limited', ['x_88']],
  ['x', 'error 326', { [AT.x]: html('', '<script>{"code":326,"message":"x"}</script>') }, 'wall', ['x_326']],
  [
    'x',
    'a protected account',
    { [AT.x]: html('', '<script>{"reason":"Protected"}</script>') },
    'private',
    ['x_protected'],
  ],
  ['x', 'no post', { [AT.x]: page404 }, 'ambiguous', ['x_not_found']],
  ['x', 'an empty object', { [AT.x]: json({}) }, 'ambiguous', ['x_empty']],
  [
    'x',
    'a tombstone',
    { [AT.x]: html('', '<script>{"__typename":"TweetTombstone"}</script>') },
    'ambiguous',
    ['x_tombstone'],
  ],
  [
    'x',
    'a suspended account',
    { [AT.x]: html('', '<script>{"reason":"Suspended"}</script>') },
    'ambiguous',
    ['x_suspended'],
  ],
  ['x', 'an age', { [AT.x]: html('', '<script>{"reason":"NsfwLoggedOut"}</script>') }, 'age', ['x_nsfw']],
  ['x', 'an age in words', { [AT.x]: html('', '<p>Age-restricted adult content</p>') }, 'age', ['x_age']],

  [
    'threads',
    'a post',
    { [AT.threads]: a.metaPost('https://www.threads.net/@budi.contoh/post/CxContoh123') },
    'seen',
    ['read'],
  ],
  ['threads', 'a log-in page', { [AT.threads]: leadTo('/login/') }, 'wall', ['threads_login']],
  ['threads', 'a shape that nobody knows', { [AT.threads]: html('') }, 'ambiguous', ['unknown_shape']],

  ['youtube', 'its own preview', { [AT.youtubeOembed]: a.youtubeOembed }, 'seen', ['read']],
  [
    'youtube',
    'a video removed by who uploaded it',
    { [AT.youtube]: a.youtubePage('"reason":"This video has been removed by the uploader"') },
    'gone',
    ['youtube_oembed_none', 'youtube_removed'],
  ],
  [
    'youtube',
    'a private video',
    { [AT.youtubeOembed]: json('x', 403), [AT.youtube]: a.youtubePage('"reason":"This video is private"') },
    'private',
    ['youtube_oembed_closed', 'youtube_private'],
  ],
  [
    'youtube',
    'an age',
    { [AT.youtubeOembed]: json('x', 401), [AT.youtube]: a.youtubePage('"status":"AGE_CHECK_REQUIRED"') },
    'age',
    ['youtube_oembed_closed', 'youtube_age'],
  ],
  [
    'youtube',
    'a country',
    {
      [AT.youtubeOembed]: json('x', 500),
      [AT.youtube]: a.youtubePage('"reason":"The uploader has not made this video available in your country"'),
    },
    'place',
    ['http_5xx', 'youtube_country'],
  ],
  [
    'youtube',
    'a question for robots',
    {
      [AT.youtubeOembed]: json('x', 500),
      [AT.youtube]: a.youtubePage('"reason":"Sign in to confirm you’re not a bot"'),
    },
    'bot_challenge',
    ['http_5xx', 'youtube_bot'],
  ],
  [
    'youtube',
    'a page to consent',
    { [AT.youtubeOembed]: json('x', 500), [AT.youtube]: leadTo('https://consent.youtube.com/m?continue=x') },
    'wall',
    ['http_5xx', 'youtube_consent'],
  ],
  [
    'youtube',
    'no video that a preview knows',
    { [AT.youtube]: a.youtubePage('') },
    'ambiguous',
    ['youtube_oembed_none', 'unknown_shape'],
  ],

  ['telegram', 'a message', { [AT.telegram]: a.telegramEmbed('KanalContoh/25') }, 'seen', ['read']],
  [
    'telegram',
    'another message',
    { [AT.telegram]: a.telegramEmbed('kanalcontoh/26'), [AT.telegramList]: page404 },
    'ambiguous',
    ['unknown_shape', 'unknown_shape'],
  ],
  [
    'telegram',
    'another message that speaks of one that is not found',
    { [AT.telegram]: a.telegramEmbed('kanalcontoh/26', 'Post not found'), [AT.telegramList]: page404 },
    'ambiguous',
    ['unknown_shape', 'unknown_shape'],
  ],
  [
    'telegram',
    'an error of another kind',
    { [AT.telegram]: a.telegramError('Please open Telegram to view this post'), [AT.telegramList]: page404 },
    'ambiguous',
    ['unknown_shape', 'unknown_shape'],
  ],
  [
    'telegram',
    'no message, and its neighbours',
    { [AT.telegram]: a.telegramMissing, [AT.telegramList]: a.telegramList(24, 26) },
    'gone',
    ['telegram_not_found', 'telegram_not_in_list'],
  ],
  [
    'telegram',
    'no message, and only older ones',
    { [AT.telegram]: a.telegramMissing, [AT.telegramList]: a.telegramList(23, 24) },
    'ambiguous',
    ['telegram_not_found', 'unknown_shape'],
  ],
  [
    'telegram',
    'no widget, and the message in the list',
    { [AT.telegram]: html(''), [AT.telegramList]: a.telegramList(24, 25) },
    'seen',
    ['unknown_shape', 'telegram_in_list'],
  ],
  [
    'telegram',
    'no preview',
    { [AT.telegram]: html(''), [AT.telegramList]: leadTo('/kanalcontoh') },
    'private',
    ['unknown_shape', 'telegram_no_preview'],
  ],
  [
    'telegram',
    'no message and no preview',
    { [AT.telegram]: a.telegramMissing, [AT.telegramList]: leadTo('/kanalcontoh') },
    'ambiguous',
    ['telegram_not_found', 'telegram_no_preview'],
  ],

  ['bluesky', 'a post', { [AT.bluesky]: json(a.thread()) }, 'seen', ['read']],
  [
    'bluesky',
    'an owner who asks not to be shown',
    { [AT.bluesky]: json(a.thread([{ val: '!no-unauthenticated' }])) },
    'private',
    ['bluesky_wish'],
  ],
  [
    'bluesky',
    'no post in the app and no record',
    { ...a.blueskyAccount, [AT.bluesky]: refused('NotFound'), [AT.record]: refused('RecordNotFound') },
    'gone',
    ['bluesky_not_found', 'bluesky_no_record'],
  ],
  [
    'bluesky',
    'no post in the app and no account on its server',
    {
      ...a.blueskyAccount,
      [AT.bluesky]: json({ thread: { $type: 'app.bsky.feed.defs#notFoundPost' } }),
      [AT.record]: refused('RepoTakendown'),
    },
    'gone',
    ['bluesky_not_found_post', 'bluesky_no_repository'],
  ],
  [
    'bluesky',
    'no post in the app, and its record',
    { ...a.blueskyAccount, [AT.bluesky]: refused('NotFound'), [AT.record]: a.record },
    'ambiguous',
    ['bluesky_not_found', 'bluesky_record_stands'],
  ],
  [
    'bluesky',
    'no post in the app, and a name that leads nowhere',
    {
      [AT.bluesky]: refused('NotFound'),
      [AT.handle]: json({ error: 'InvalidRequest', message: 'Unable to resolve handle' }, 400),
    },
    'gone',
    ['bluesky_not_found', 'bluesky_no_account'],
  ],
  [
    'bluesky',
    'no post in the app, and a server that is away',
    { ...a.blueskyAccount, [AT.bluesky]: refused('NotFound'), [AT.record]: SILENT },
    'ambiguous',
    ['bluesky_not_found', 'no_answer'],
  ],

  [
    'bluesky',
    'a refusal that names nothing, and another record',
    { ...a.blueskyAccount, [AT.bluesky]: refused('InvalidRequest'), [AT.record]: json({ uri: 'at://did:plc:a/b/c' }) },
    'ambiguous',
    ['unknown_shape', 'unknown_shape'],
  ],
  ['mastodon', 'a post', { [AT.mastodon]: json(a.toot()) }, 'seen', ['read']],
  [
    'mastodon',
    'a log-in',
    { [AT.mastodon]: json({}, 401), [AT.mastodonAccount]: json({}, 401) },
    'wall',
    ['mastodon_401', 'mastodon_401'],
  ],
  [
    'mastodon',
    'a post for followers',
    { [AT.mastodon]: json(a.toot({ visibility: 'private' })) },
    'private',
    ['mastodon_not_public'],
  ],
  [
    'mastodon',
    'another post',
    { [AT.mastodon]: json(a.toot({ id: '1' })), [AT.mastodonAccount]: json({ id: '9' }) },
    'ambiguous',
    ['unknown_shape', 'mastodon_account_stands'],
  ],
  [
    'mastodon',
    'no post, and its account',
    { [AT.mastodon]: json({}, 404), [AT.mastodonAccount]: json({ id: '9' }) },
    'ambiguous',
    ['mastodon_404', 'mastodon_account_stands'],
  ],
  [
    'mastodon',
    'neither post nor account',
    { [AT.mastodon]: json({}, 404), [AT.mastodonAccount]: json({}, 404) },
    'gone',
    ['mastodon_404', 'mastodon_no_account'],
  ],
  [
    'mastodon',
    'what is gone for good',
    { [AT.mastodon]: json({}, 410), [AT.mastodonAccount]: json({}, 410) },
    'gone',
    ['mastodon_410', 'mastodon_no_account'],
  ],
  [
    'mastodon',
    'a server that is away',
    { [AT.mastodon]: SILENT, [AT.mastodonAccount]: SILENT },
    'ambiguous',
    ['no_answer', 'no_answer'],
  ],

  ['web', 'a page', { [AT.web]: a.webPage }, 'seen', ['read']],
  ['web', 'no page', { [AT.web]: page404 }, 'ambiguous', ['web_404']],
  [
    'web',
    '"not found", with 200',
    { [AT.web]: notFound('404 - Halaman tidak ditemukan') },
    'ambiguous',
    ['web_soft_404'],
  ],
  ['web', 'a log-in page', { [AT.web]: leadTo('/login?next=x') }, 'wall', ['web_login']],
  [
    'web',
    'a password asked for',
    { [AT.web]: html('<title>Masuk</title>', '<input type=password>') },
    'wall',
    ['web_password'],
  ],
  [
    'web',
    'a challenge',
    { [AT.web]: html('', '', { status: 403, headers: { 'cf-mitigated': 'challenge' } }) },
    'bot_challenge',
    ['challenge_header', 'http_403'],
  ],
  ['web', 'a law of the place', { [AT.web]: html('', '', { status: 451 }) }, 'place', ['http_451']],
  ['web', 'a server that fails', { [AT.web]: html('', '', { status: 502 }) }, 'ambiguous', ['http_5xx']],
];

/** Lines that cannot tell things apart, or that prove too little alone: the table above does not show what they mean. */
const COULD_BE: Readonly<Record<string, readonly PostOutcome[]>> = {
  tiktok_10204: ['gone', 'private', 'place'],
  tiktok_oembed_none: ['gone', 'private', 'place', 'age'],
  instagram_broken_embed: ['gone', 'private', 'seen'],
  instagram_null: ['gone', 'private', 'age'],
  instagram_require_login: ['wall'],
  facebook_unavailable: ['gone', 'private'],
  facebook_not_found: ['gone'],
  facebook_no_title: ['wall'],
  x_not_found: ['gone'],
  x_empty: ['gone', 'private'],
  x_tombstone: ['gone', 'private', 'age'],
  x_suspended: ['gone'],
  youtube_oembed_closed: ['private', 'seen', 'age'],
  bluesky_record_stands: ['seen'],
  mastodon_404: ['gone', 'private'],
  web_404: ['gone'],
  web_soft_404: ['gone'],
};
/** Recalled, or concluded by us. */
const UNVERIFIED = [
  ...['tiktok_oembed_none', 'threads_login', 'youtube_bot', 'youtube_consent', 'youtube_oembed_closed'],
  ...['youtube_oembed_none', 'telegram_in_list', 'telegram_not_in_list', 'mastodon_no_account', 'web_soft_404'],
];

describe('a post, as each platform answers', () => {
  it.each(
    TABLE.map(
      ([name, what, site, outcome, markers]) => [`${name}: ${what}`, { name, site, outcome, markers }] as const,
    ),
  )('%s', async (_title, { name, site, outcome, markers }) => {
    const reading = await look(LINKS[name], site);
    expect(reading.proofs.map(({ marker }) => marker)).toEqual(markers);
    expect(reading.outcome).toBe(outcome);
    expect(reading.by).toBe(POST_PLATFORMS[name]?.by);
  });

  it('is told by lines that say what they may mean, who says so, and whether anybody has read it', () => {
    const tables = Object.values(POST_PLATFORMS).flatMap((platform) => platform?.markers ?? []);
    const meant = tables.filter(({ id }) => Object.hasOwn(COULD_BE, id)).map(({ id, means }) => [id, means]);
    expect(Object.fromEntries(meant)).toEqual(COULD_BE);
    expect(tables.flatMap(({ id, isUnverified }) => (isUnverified ? [id] : [])).sort()).toEqual([...UNVERIFIED].sort());
    expect(tables.filter(({ source }) => !/, \d{4}-\d{2}/.test(source)).map(({ id }) => id)).toEqual([]);
  });

  it('is told by every line of every table, and by every outcome', () => {
    const told = new Set(TABLE.flatMap(([, , , , markers]) => markers));
    const lines = Object.values(POST_PLATFORMS).flatMap((platform) => platform?.markers.map(({ id }) => id) ?? []);
    expect(lines.filter((id) => !told.has(id))).toEqual([]);
    expect(new Set(lines).size).toBe(lines.length);
    expect(Object.keys(COULD_BE).filter((id) => !lines.includes(id))).toEqual([]);
    const outcomes = new Set(TABLE.map(([, , , outcome]) => outcome));
    expect(POST_OUTCOMES.filter((one) => !outcomes.has(one))).toEqual([]);
  });
});

describe('what is read of a post', () => {
  const post = async (name: Name, site: Site) => (await look(LINKS[name], site)).post;
  const day = { publishedAt: '2026-11-19T01:00:00.000Z' };
  const banner = { media: [{ text: 'Spanduk (contoh)' }] };

  it('is its text, the account, its time and what its pictures are said to show, and no name of a person', async () => {
    const DID = 'did:plc:contohcontohcontohcontoh';
    const bluesky = { author: { id: DID, handle: 'budi.contoh.example' }, text: a.TEXT, ...day, ...banner };
    expect(await post('bluesky', { [AT.bluesky]: json(a.thread()) })).toEqual({ kind: 'post', ...bluesky });
    const toot = { author: { id: '99', handle: 'budi@sosial.contoh.example' }, ...day, ...banner };
    const told = { kind: 'post', text: 'Jalan sehat\n\nbersama warga\nkota', ...toot };
    expect(await post('mastodon', { [AT.mastodon]: json(a.toot()) })).toEqual(told);
    expect(await post('telegram', { [AT.telegram]: a.telegramEmbed('KanalContoh/25') })).toEqual({
      kind: 'post',
      text: 'Jalan sehat & senam\nbersama warga',
      author: { id: undefined, handle: 'kanalcontoh' },
      ...day,
      media: [],
    });
    expect(await post('tiktok', { [AT.tiktokOembed]: a.tiktokOembed })).toMatchObject({
      text: a.TEXT,
      author: { handle: 'budi.contoh' },
      publishedAt: undefined,
    });
    const threads = await post('threads', { [AT.threads]: a.metaPost(LINKS.threads) });
    expect(threads).toMatchObject({ text: a.TEXT, author: { handle: 'budi.contoh' }, ...day, ...banner });
    expect(await post('web', { [AT.web]: a.webPage })).toMatchObject({
      kind: 'page',
      text: `Jalan sehat kota\n${a.TEXT}`,
    });
  });

  it('is nothing where it may only be shown', async () => {
    const shown = Object.values(POST_PLATFORMS).filter((platform) => platform?.by === 'shown');
    expect(shown.map((platform) => platform?.ways.some(({ read }) => read !== undefined))).toEqual([false, false]);
    const reading = await look(LINKS.instagram, { [AT.instagram]: a.metaPost(LINKS.instagram) });
    expect([reading.by, reading.post, JSON.stringify(reading)]).toEqual([
      'shown',
      undefined,
      expect.not.stringContaining(a.TEXT),
    ]);
    expect(server.asked.filter((place) => /oembed|syndication|graphql|\/api\//.test(place))).toEqual([]);
  });

  it('is never what a comment answers, a private chat or what nobody here reads; then nothing is asked', async () => {
    const texts: readonly (readonly [string, PostOutcome, string])[] = [
      [`${LINKS.tiktok}?share_comment_id=7301234567890999999`, 'ambiguous', 'not_a_post'],
      ['https://chat.whatsapp.com/AbCdEfGhIjKlMnOp', 'private', 'private_channel'],
      ['https://t.me/c/1234567890/12', 'private', 'private_channel'],
      ['https://www.facebook.com/groups/contoh/posts/1234567890123456', 'ambiguous', 'not_a_post'],
      ['https://vt.tiktok.com/ZSabcDEF2/', 'ambiguous', 'short_link'],
      ['https://wa.me/6281200000001', 'ambiguous', 'brought_only'],
      ['tanpa tautan', 'ambiguous', 'no_link'],
    ];
    for (const [text, outcome, marker] of texts) {
      expect(await look(text, {})).toMatchObject({ outcome, by: 'not_asked', proofs: [{ marker, way: 'link' }] });
    }
    expect(server.asked).toEqual([]);
  });

  it('is what the platform wrote, not what a person wrote to look like it', async () => {
    const words = 'Post not found &lt;div class="tgme_widget_message_error"&gt; {"statusCode":10221}';
    const telegram = await look(LINKS.telegram, { [AT.telegram]: a.telegramEmbed('kanalcontoh/25', words) });
    expect(telegram).toMatchObject({ outcome: 'seen', post: { text: expect.stringContaining('Post not found') } });
    const quoted = JSON.stringify('{"statusCode":10222}').slice(1, -1);
    const tiktok = await look(LINKS.tiktok, { [AT.tiktok]: a.tiktokPage(0, `,"desc":"${quoted}"`) });
    expect(tiktok.proofs.map(({ marker }) => marker)).toEqual(['tiktok_oembed_none', 'unknown_shape']);
    const hidden = json({
      thread: {
        ...a.thread().thread,
        post: { ...a.thread().thread.post, record: { text: '!no-unauthenticated', createdAt: '' } },
      },
    });
    expect(await look(LINKS.bluesky, { [AT.bluesky]: hidden })).toMatchObject({ outcome: 'seen' });
  });
});

describe('a control link', () => {
  const control = 'https://x.com/kantor_contoh/status/1600000000000000001';
  const place = 'x.com/i/status/1600000000000000001';
  const ok = { [place]: html('', '<script>{"reason":"NsfwLoggedOut"}</script>') };

  it('that fails in the same minute makes it our own side', async () => {
    const told = [AT.x, page404] as const;
    expect(await look(LINKS.x, { [told[0]]: told[1] })).toMatchObject({ outcome: 'ambiguous' });
    expect(await look(LINKS.x, { [told[0]]: told[1] }, [control])).toMatchObject({ outcome: 'own_side' });
    // An age is no proof that it stands.
    expect(await look(LINKS.x, { [told[0]]: told[1], ...ok }, [control])).toMatchObject({ outcome: 'own_side' });
  });

  it('that is seen is the second proof that a post is gone', async () => {
    const own = 'https://t.me/kantorcontoh/7';
    const site = { [AT.telegram]: a.telegramMissing, [AT.telegramList]: page404 };
    const living = { 't.me/kantorcontoh/7': a.telegramEmbed('kantorcontoh/7') };
    expect(await look(LINKS.telegram, site)).toMatchObject({ outcome: 'ambiguous' });
    expect(await look(LINKS.telegram, { ...site, ...living }, [own])).toMatchObject({ outcome: 'gone' });
    expect(await look(LINKS.telegram, site, [own])).toMatchObject({ outcome: 'own_side' });
  });

  it('says nothing where it is the very post, or is asked to wait', async () => {
    const site = { [AT.telegram]: a.telegramMissing, [AT.telegramList]: page404 };
    expect(await look(LINKS.telegram, site, [LINKS.telegram])).toMatchObject({ outcome: 'ambiguous' });
    const busy = { 't.me/kantorcontoh/7': { status: 429 } };
    expect(await look(LINKS.telegram, { ...site, ...busy }, ['https://t.me/kantorcontoh/7'])).toMatchObject({
      outcome: 'ambiguous',
    });
  });

  it('is not asked where the platform itself has asked for a pause', async () => {
    const own = 'https://www.facebook.com/kantor.contoh/posts/1234567890120000';
    const site = { [AT.facebook]: html('', '<script>require("CometErrorRoot.react")</script>') };
    expect(await look(LINKS.facebook, site, [own])).toMatchObject({ outcome: 'rate_limited' });
    expect(server.asked).toEqual([AT.facebook]);
  });

  it('is asked once a minute, of its own platform only, and not where the post was seen', async () => {
    const own = 'https://t.me/kantorcontoh/7';
    server.serve({ 't.me/kantorcontoh/7': a.telegramEmbed('kantorcontoh/7'), [AT.web]: page404 });
    let now = NOW;
    const read = server.reader({ controlLinks: [own, 'https://kota.contoh.example/a'], clock: () => now });
    const controls = () => server.asked.filter((at) => at === 't.me/kantorcontoh/7').length;
    await read(readLink(LINKS.telegram), never);
    await read(readLink(LINKS.telegram), never);
    expect(controls()).toBe(1);
    now = new Date(NOW.getTime() + 60_000);
    await read(readLink(LINKS.telegram), never);
    expect(controls()).toBe(2);
    expect(await read(readLink(LINKS.web), never)).toMatchObject({ outcome: 'ambiguous' });
    expect(server.asked.some((at) => at.startsWith('kota.contoh'))).toBe(false);
  });
});

it('is another post where another account wrote it, and an account of another server is not looked for here', async () => {
  const other = {
    ...a.thread().thread.post,
    author: { did: 'did:plc:lain', handle: 'budi.contoh.example', labels: [] },
  };
  const bluesky = { [AT.bluesky]: json({ thread: { ...a.thread().thread, post: other } }), ...a.blueskyAccount };
  const { proofs } = await look(LINKS.bluesky, { ...bluesky, [AT.record]: refused('RecordNotFound') });
  expect(proofs.map(({ marker }) => marker)).toEqual(['unknown_shape', 'bluesky_no_record']);
  const remote = await look('https://sosial.contoh.example/@budi@lain.example/112233445566778899', {
    [AT.mastodon]: json({}, 404),
  });
  expect([remote.outcome, server.asked]).toEqual(['ambiguous', [AT.mastodon]]);
});

describe('how a platform is asked', () => {
  it('is without cookies, under our own name, and from a vantage that is told', async () => {
    const withCookie = {
      ...leadTo('/kanalcontoh/25/?embed=1'),
      headers: { location: '/lagi', 'set-cookie': 'jejak=1' },
    };
    const { vantage } = await look(LINKS.telegram, {
      [AT.telegram]: withCookie,
      't.me/lagi': a.telegramEmbed('kanalcontoh/25'),
    });
    expect(server.headers.map(({ cookie }) => cookie)).toEqual([undefined, undefined]);
    expect(server.headers[0]).toMatchObject({ 'user-agent': 'NetraBot/contoh', 'accept-language': 'en' });
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(vantage).toEqual({ at: NOW.toISOString(), agent: 'NetraBot/contoh', language: 'en', zone, family: 'ipv4' });
  });

  it('is not past a wall: the log-in page is not asked for', async () => {
    await look(LINKS.facebook, { [AT.facebook]: leadTo('/login/'), 'www.facebook.com/login/': html('') });
    expect(server.asked).toEqual([AT.facebook]);
  });

  it('is not at all while it asks for a pause', async () => {
    server.serve({ [AT.mastodon]: { status: 429, headers: { 'x-ratelimit-reset': '2026-11-20T03:05:00.000Z' } } });
    const read = server.reader({ controlLinks: ['https://sosial.contoh.example/@kantor/112233445566770000'] });
    const said = { outcome: 'rate_limited', proofs: [{ marker: 'not_now', retryAfterMs: 300_000 }] };
    expect(await read(readLink(LINKS.mastodon), never)).toMatchObject(said);
    expect(await read(readLink(LINKS.mastodon), never)).toMatchObject(said);
    expect(server.asked).toEqual([AT.mastodon]);
  });

  it('ends when its caller ends it', async () => {
    server.serve({ [AT.tiktokOembed]: a.tiktokOembed });
    const ended = AbortSignal.abort(new Error('berhenti'));
    await expect(server.reader()(readLink(LINKS.tiktok), ended)).rejects.toThrow('berhenti');
  });
});
