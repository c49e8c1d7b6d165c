import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActivityId } from '../../domain/activity-id.js';
import { IMPORT_FORMATS, type ImportFormat } from '../../domain/import-format.js';
import { type ImportLine, identityOf } from '../../domain/import-line.js';
import { readImportFile } from '../acts/read-import-file.js';
import { takeRow } from '../acts/take-row.js';
import { readHead } from './file-head.js';
import { FORMATS } from './index.js';
import { OWN_FORMATS, recognise } from './recognise.js';

// Every account, post and number is invented ("contoh"); only the shapes are those of the programs.
const NOW = new Date('2026-11-20T00:00:00Z');
const SECONDS = 1_795_000_000;
const AT = new Date(SECONDS * 1000);

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}

async function readAs(text: string, as?: string) {
  const recognition = recognise(await readHead(bytesOf(text)), OWN_FORMATS, as);
  const lines: ImportLine[] = [];
  for await (const line of readImportFile(bytesOf(text), { clock: () => NOW, format: recognition.format }))
    lines.push(line);
  return { recognition, lines, acts: lines.flatMap((line) => ('activity' in line ? [line] : [])) };
}

const zeeschuimer = (source_platform: string, ...data: object[]) =>
  `${data
    .map((one, at) =>
      JSON.stringify({
        id: at,
        nav_index: '1:2:0',
        item_id: `${at}`,
        timestamp_collected: 1,
        last_updated: 1,
        source_platform,
        source_platform_url: 'https://contoh.test/',
        source_url: 'https://contoh.test/api',
        user_agent: 'Peramban Contoh',
        data: one,
      }),
    )
    .join('\n')}\n`;
const csv = (row: Readonly<Record<string, string>>, ...more: Readonly<Record<string, string>>[]) => {
  const cell = (value = '') => `"${value.replaceAll('"', '""')}"`;
  const names = Object.keys(row);
  return `${[names, ...[row, ...more].map((one) => names.map((name) => one[name]))]
    .map((cells) => cells.map(cell).join(','))
    .join('\n')}\n`;
};

const TIKTOK = {
  id: '7301234567890123456',
  desc: 'Coblos nomor 2 🌅',
  createTime: SECONDS,
  author: { id: '6801234567890123456', uniqueId: 'wati.contoh', nickname: 'Wati (rekaan)' },
  stickersOnItem: [{ stickerText: ['Menang', 'bersama'] }],
  duetInfo: { duetFromId: '0' },
};
const INSTAGRAM = {
  id: '3501234567890123456_61234567890',
  code: 'DcontohAB12',
  taken_at: SECONDS,
  media_type: 8,
  carousel_media: [{ accessibility_caption: 'Foto dua jari' }, { media_type: 2 }],
  caption: { text: 'Bersama calon' },
  user: { pk: '61234567890', username: 'wati.contoh' },
};
const X_USER = (screen_name: string) => ({ user_results: { result: { core: { screen_name }, rest_id: '99' } } });
const X = {
  rest_id: '1858012345678901234',
  core: X_USER('WatiContoh'),
  legacy: {
    user_id_str: '99',
    full_text: 'Dukung &amp; menangkan',
    created_at: 'Wed Nov 18 03:12:45 +0000 2026',
    extended_entities: { media: [{ type: 'photo', ext_alt_text: 'Poster contoh' }] },
  },
};
const THREADS = {
  code: 'DcontohTH99',
  taken_at: SECONDS,
  caption: { text: 'Selamat pagi' },
  user: { pk: '61234567890', username: 'wati.contoh' },
};
const COMMENT = {
  cid: '7301111111111111111',
  aweme_id: '7301234567890123456',
  text: 'Setuju',
  create_time: SECONDS,
  user: { unique_id: 'wati.contoh', uid: '6801234567890123456' },
};

describe('a capture of Zeeschuimer', () => {
  it('of TikTok is known by its lines, and gives the post with what is written on its picture', async () => {
    const { recognition, acts } = await readAs(zeeschuimer('tiktok.com', TIKTOK));
    expect(recognition).toMatchObject({ name: 'zeeschuimer-tiktok', drift: { missing: [], unknown: [] } });
    expect(acts).toMatchObject([
      {
        line: 1,
        platform: 'tiktok',
        handle: 'wati.contoh',
        authorId: '6801234567890123456',
        activity: {
          kind: 'post',
          externalId: '7301234567890123456',
          text: 'Coblos nomor 2 🌅',
          publishedAt: AT,
          media: [{ text: 'Menang bersama' }],
        },
      },
    ]);
  });

  it.each([
    ['tiktok.com', TIKTOK, { id: '73\ud800' }],
    ['tiktok.com', TIKTOK, { duetInfo: { duetFromId: '\udc00' } }],
    ['tiktok-comments', COMMENT, { cid: '\ud800' }],
    ['tiktok-comments', COMMENT, { aweme_id: '\ud800' }],
    ['instagram.com', INSTAGRAM, { code: '\ud800' }],
  ])('of %s ends at no number that holds half a character', async (platform, whole, odd) => {
    const { lines, acts } = await readAs(zeeschuimer(platform, { ...whole, ...odd }, whole));
    expect([lines.length, acts.at(-1)?.line]).toEqual([2, 2]);
  });

  it('of TikTok is opened under its author, whose name is none where it could lead elsewhere', async () => {
    const odd = { ...TIKTOK, author: { id: '1', uniqueId: 'a/../b?c' } };
    const { acts } = await readAs(zeeschuimer('tiktok.com', TIKTOK, { ...odd, duetInfo: { duetFromId: '730' } }));
    expect(acts.map(({ activity: { url, target } }) => [url, target?.url])).toEqual([
      ['https://www.tiktok.com/@wati.contoh/video/7301234567890123456', undefined],
      ['https://www.tiktok.com/@_/video/7301234567890123456', 'https://www.tiktok.com/@_/video/730'],
    ]);
    expect(acts[0]?.activity.externalId).toBe('7301234567890123456');
  });

  it('keeps a number beyond 2^53 to its last digit where it stands as a number', async () => {
    const text = zeeschuimer('tiktok.com', TIKTOK).replaceAll(/"(\d{19})"/g, '$1');
    expect(text).toContain(':7301234567890123456,');
    const { acts } = await readAs(text);
    expect(acts).toMatchObject([{ authorId: '6801234567890123456', activity: { externalId: '7301234567890123456' } }]);
  });

  it.each([SECONDS, SECONDS * 1000, String(SECONDS)])('reads the time %s', async (createTime) => {
    const { acts } = await readAs(zeeschuimer('tiktok.com', { ...TIKTOK, createTime }));
    expect(acts[0]?.activity.publishedAt).toEqual(AT);
  });

  it('of TikTok comments names the writer, and of the video no more than its number', async () => {
    const { recognition, acts } = await readAs(zeeschuimer('tiktok-comments', COMMENT));
    expect(recognition.name).toBe('zeeschuimer-tiktok-comments');
    expect(acts).toMatchObject([
      {
        handle: 'wati.contoh',
        activity: {
          kind: 'comment',
          externalId: '7301111111111111111',
          target: { url: 'https://www.tiktok.com/@_/video/7301234567890123456' },
        },
      },
    ]);
    expect(acts[0]?.activity.target).not.toHaveProperty('account.handle');
  });

  it('of Instagram reads a carousel, its older form, and passes over adverts and items without a time', async () => {
    const old = {
      __typename: 'GraphImage',
      shortcode: 'ColdContoh1',
      taken_at_timestamp: SECONDS,
      owner: { id: '61234567890', username: 'wati.contoh' },
      edge_media_to_caption: { edges: [{ node: { text: 'Lama' } }] },
    };
    const { taken_at: _time, ...partial } = { ...INSTAGRAM, _zs_partial: true };
    const { acts, lines } = await readAs(
      zeeschuimer('instagram.com', INSTAGRAM, old, { ...INSTAGRAM, product_type: 'ad' }, partial, {
        ...INSTAGRAM,
        owner: { username: 'orang.lain' },
      }),
    );
    expect(acts).toMatchObject([
      {
        handle: 'wati.contoh',
        activity: { externalId: 'DcontohAB12', text: 'Bersama calon', media: [{ text: 'Foto dua jari' }] },
      },
      { activity: { externalId: 'ColdContoh1', text: 'Lama', publishedAt: AT } },
    ]);
    expect(lines.slice(2)).toMatchObject([
      { line: 3, reason: 'unsupported' },
      { line: 4, reason: 'unreadable' },
      { line: 5, reason: 'unsupported' },
    ]);
  });

  it.each([
    ['a name of one and a number of the other', { username: 'orang.lain' }, { id: '999' }],
    ['a number of one and a name of the other', { pk: '1' }, { username: 'wati.contoh' }],
    ['one name and two numbers', { username: 'wati.contoh', pk: '1' }, { username: 'wati.contoh', id: '2' }],
    ['one number and two names', { username: 'wati.contoh', pk: '1' }, { username: 'orang.lain', id: '1' }],
  ])('of Instagram with %s in user and owner is left to nobody', async (_what, user, owner) => {
    const { lines } = await readAs(zeeschuimer('instagram.com', { ...INSTAGRAM, user, owner }));
    expect(lines).toEqual([{ line: 1, reason: 'unsupported' }]);
  });

  it('of Instagram takes name and number from one of them where both are the same', async () => {
    const user = { username: 'Wati.contoh' };
    const owner = { id: '61234567890', username: 'wati.contoh' };
    const { acts } = await readAs(zeeschuimer('instagram.com', { ...INSTAGRAM, user, owner }));
    expect(acts).toMatchObject([{ handle: 'wati.contoh', authorId: '61234567890' }]);
  });

  it.each([
    ['tiktok.com', { ...TIKTOK, authorId: '1' }],
    ['twitter.com', { ...X, legacy: { ...X.legacy, user_id_str: '98' } }],
  ])('of %s that gives its author two numbers is left to nobody', async (module, data) => {
    const { lines } = await readAs(zeeschuimer(module, data));
    expect(lines).toEqual([{ line: 1, reason: 'unsupported' }]);
  });

  it('of X tells a post, an answer, a repost and a quotation apart', async () => {
    const other = { rest_id: '1858000000000000001', core: X_USER('CalonContoh'), legacy: { full_text: 'Coblos 2' } };
    const answer = {
      ...X,
      legacy: { ...X.legacy, in_reply_to_screen_name: 'CalonContoh', in_reply_to_status_id_str: '1858000000000000001' },
    };
    const repost = {
      ...X,
      legacy: {
        ...X.legacy,
        full_text: 'RT @CalonContoh: Cob…',
        retweeted_status_result: { result: { tweet: other } },
      },
    };
    const quote = { tweet: { ...X, quoted_status_result: { result: other } } };
    const { acts } = await readAs(zeeschuimer('twitter.com', X, answer, repost, quote));
    const account = { platform: 'x', handle: 'CalonContoh' };
    const url = 'https://x.com/i/status/1858000000000000001';
    expect(acts.map(({ activity: { kind, text, target } }) => ({ kind, text, target }))).toMatchObject([
      { kind: 'post', text: 'Dukung & menangkan' },
      { kind: 'comment', text: 'Dukung & menangkan', target: { account, url } },
      { kind: 'share', text: '', target: { account, url, text: 'Coblos 2' } },
      { kind: 'share', text: 'Dukung & menangkan', target: { account, url, text: 'Coblos 2' } },
    ]);
    expect(acts[0]).toMatchObject({
      handle: 'WatiContoh',
      authorId: '99',
      activity: { publishedAt: new Date('2026-11-18T03:12:45Z'), media: [{ text: 'Poster contoh' }] },
    });
  });

  it('of X without an author is unreadable, and one with a number alone is looked for by it', async () => {
    const { user_id_str: _id, ...legacy } = X.legacy;
    const { acts, lines } = await readAs(zeeschuimer('twitter.com', { ...X, core: {} }, { ...X, core: {}, legacy }));
    expect(acts).toMatchObject([{ handle: 'id:99', authorId: '99' }]);
    expect(lines[1]).toMatchObject({ line: 2, reason: 'unreadable' });
  });

  it('of Threads tells answers and quotations', async () => {
    const quoted_post = { code: 'DcalonTH1', caption: { text: 'Coblos 2' }, user: { username: 'calon.contoh' } };
    const { recognition, acts } = await readAs(
      zeeschuimer(
        'threads.net',
        THREADS,
        { ...THREADS, text_post_app_info: { reply_to_author: { username: 'calon.contoh' } } },
        { ...THREADS, text_post_app_info: { share_info: { quoted_post } } },
      ),
    );
    expect(recognition.name).toBe('zeeschuimer-threads');
    expect(acts.map(({ activity }) => activity.kind)).toEqual(['post', 'comment', 'share']);
    expect(acts[2]?.activity.target).toMatchObject({ account: { handle: 'calon.contoh' }, text: 'Coblos 2' });
  });

  it('names keys that are new and keys that are gone', async () => {
    const { createTime: _gone, ...data } = TIKTOK;
    const text = zeeschuimer('tiktok.com', data).replace('{"id":0', '{"baru":1,"id":0');
    const { recognition } = await readAs(text);
    expect(recognition.drift).toEqual({ missing: ['data.createTime'], unknown: ['baru'] });
  });

  it('in which one line is longer than any post passes over that line', async () => {
    const { lines } = await readAs(zeeschuimer('tiktok.com', TIKTOK, { ...TIKTOK, desc: 'A'.repeat(600_000) }));
    expect(lines).toMatchObject([
      { line: 1, handle: 'wati.contoh' },
      { line: 2, reason: 'too_large' },
    ]);
  });

  it('of two platforms asks which one is meant, and passes over the other when told', async () => {
    const text = zeeschuimer('tiktok.com', TIKTOK) + zeeschuimer('instagram.com', INSTAGRAM);
    await expect(readAs(text)).rejects.toMatchObject({
      message: 'Berkas ini cocok dengan lebih dari satu format: zeeschuimer-tiktok, zeeschuimer-instagram.',
      hint: 'Sebutkan yang benar, misalnya: netra import BERKAS --as zeeschuimer-tiktok',
    });
    const { lines } = await readAs(text, 'zeeschuimer-instagram');
    expect(lines).toMatchObject([
      { line: 1, reason: 'unsupported' },
      { line: 2, platform: 'instagram' },
    ]);
  });
});

const CAT = { id: '7301234567890123456', author: 'wati.contoh', body: 'Halo', unix_timestamp: String(SECONDS) };
const CAT_TIKTOK = {
  ...CAT,
  timestamp: '2026-11-18 10:13:20',
  tiktok_url: 'https://www.tiktok.com/@wati.contoh/video/7301234567890123456',
  music_id: '1',
  is_duet: 'no',
  stickers: 'Satu\nDua',
};
const CAT_X = {
  ...{ id: '1858012345678901234', author: 'WatiContoh', author_id: '99', body: 'Halo', unix_timestamp: `${SECONDS}` },
  ...{ is_retweet: 'no', retweeted_user: '', is_quote_tweet: 'no', quote_author: '', quote_body: '' },
  ...{ quote_tweet_id: '', is_reply: 'no', replied_author: '' },
};
const MCL = {
  ...{ id: '123456', creation_time: '2026-11-18T03:12:45+00:00', text: 'Halo', mcl_url: 'https://contoh.test/1' },
  ...{ 'post_owner.username': 'wati.contoh', 'post_owner.id': '5', lang: 'id' },
};

describe('a table of another program', () => {
  it('of 4CAT about TikTok is read by its own columns, its local time is not', async () => {
    const { recognition, acts } = await readAs(csv({ ...CAT_TIKTOK, kolom_baru: 'x' }));
    expect(recognition).toMatchObject({
      name: '4cat-tiktok',
      leftAlone: ['timestamp', 'is_duet', 'music_id', 'stickers'],
      drift: { missing: [], unknown: ['kolom_baru'] },
    });
    expect(recognition.columns).toContainEqual({ from: 'author', to: 'handle', isNeeded: true });
    expect(acts).toMatchObject([
      {
        handle: 'wati.contoh',
        activity: {
          externalId: '7301234567890123456',
          publishedAt: AT,
          text: 'Halo',
          media: [{ text: 'Satu' }, { text: 'Dua' }],
        },
      },
    ]);
  });

  it('takes the number from the link where Excel rounded it, and refuses a rounded number alone', async () => {
    const rounded = '7.30123E+18';
    const { acts } = await readAs(csv({ ...CAT_TIKTOK, id: rounded }));
    expect(acts).toMatchObject([{ activity: { externalId: '7301234567890123456' } }]);
    const { lines } = await readAs(csv({ ...CAT_X, id: rounded }));
    expect(lines).toMatchObject([{ line: 2, error: expect.stringContaining('dibulatkan Excel') }]);
  });

  it('of our own is held to the same: a rounded number is refused, unless the link of the post holds it whole', async () => {
    const row = {
      ...{ id: '7.30123E+18', kind: 'post', text: 'Halo', publishedAt: '2026-11-18T10:13:00+07:00' },
      ...{ platform: 'tiktok', handle: 'wati.contoh', url: '' },
    };
    const url = CAT_TIKTOK.tiktok_url;
    const { recognition, lines } = await readAs(
      csv(
        row,
        { ...row, id: '7301234567890120000' },
        { ...row, url },
        { ...row, kind: 'like', url },
        { ...row, id: '1' },
      ),
    );
    expect(recognition.name).toBe('csv');
    const error = expect.stringContaining('dibulatkan Excel');
    expect(lines).toMatchObject([
      { line: 2, error },
      { line: 3, error },
      { activity: { externalId: '7301234567890123456' } },
      { line: 5, error },
      { activity: { externalId: '1' } },
    ]);
  });

  it('of 4CAT about X tells what kind of post a row is', async () => {
    const { recognition, acts } = await readAs(
      csv(
        CAT_X,
        { ...CAT_X, is_retweet: 'yes', retweeted_user: 'CalonContoh', body: 'RT @CalonContoh: Coblos 2' },
        { ...CAT_X, is_reply: 'yes', replied_author: 'CalonContoh' },
        { ...CAT_X, is_quote_tweet: 'yes', quote_author: 'CalonContoh', quote_body: 'Coblos 2', quote_tweet_id: '12' },
      ),
    );
    expect(recognition.name).toBe('4cat-x');
    const account = { platform: 'x', handle: 'CalonContoh' };
    expect(acts.map(({ activity: { kind, text, target } }) => ({ kind, text, target }))).toMatchObject([
      { kind: 'post', text: 'Halo' },
      { kind: 'share', text: '', target: { account, text: 'Coblos 2' } },
      { kind: 'comment', text: 'Halo', target: { account } },
      { kind: 'share', text: 'Halo', target: { account, text: 'Coblos 2', url: 'https://x.com/i/status/12' } },
    ]);
  });

  it('of 4CAT about X takes no word of another for the author’s where its yes is written otherwise', async () => {
    const repost = { ...CAT_X, is_retweet: 'TRUE', retweeted_user: 'CalonContoh', body: 'RT @CalonContoh: Coblos 2' };
    const { acts } = await readAs(csv(repost));
    expect(acts).toMatchObject([{ activity: { kind: 'share', text: '', target: { text: 'Coblos 2' } } }]);
  });

  it('gives one post one id, whatever program and whatever language told of it', async () => {
    const idOf = createActivityId(Buffer.alloc(32, 1));
    const idsIn = async (...files: string[]) => {
      const read = await Promise.all(files.map((text) => readAs(text)));
      return read.flatMap(({ acts }) =>
        acts.map((act) => idOf(act.platform, act.activity.externalId, identityOf(act))),
      );
    };
    const saying = (accessibility_caption: string) => {
      const { carousel_media: _none, ...post } = INSTAGRAM;
      return zeeschuimer('instagram.com', { ...post, accessibility_caption });
    };
    const marks = { num_media: '1', media_type: '1', usertags: '', location_latlong: '' };
    const row = { ...CAT, body: 'Bersama calon', author_id: '61', url: 'https://www.instagram.com/reel/DcontohAB12/' };
    const instagram = await idsIn(
      ...['Photo by Wati', 'Foto oleh Wati', 'Poster contoh'].map(saying),
      csv({ ...row, ...marks }),
    );
    const legacy = { in_reply_to_screen_name: 'calonContoh', in_reply_to_status_id_str: '1858000000000000001' };
    const x = await idsIn(
      zeeschuimer('twitter.com', { ...X, legacy: { ...X.legacy, ...legacy } }),
      csv({ ...CAT_X, body: 'Dukung & menangkan', is_reply: 'yes', replied_author: 'CalonContoh' }),
    );
    expect([instagram.length, x.length]).toEqual([4, 2]);
    expect([new Set(instagram).size, new Set(x).size]).toEqual([1, 1]);
    expect(await idsIn(saying('a').replace('Bersama calon', 'Bersama calon 2'))).not.toContain(instagram[0]);
  });

  it.each([
    'Photo by Wati on November 18, 2026. May be an image of 1 person and text that says "2".',
    'Photo shared by Wati (rekaan) on November 18, 2026',
    'Foto oleh Wati pada 18 November 2026. Mungkin gambar 1 orang.',
    'No photo description available.',
  ])('takes no guess of the platform for a word of the author: %s', async (accessibility_caption) => {
    const of = (platform: string, data: object) => readAs(zeeschuimer(platform, { ...data, accessibility_caption }));
    const read = [await of('threads.net', THREADS), await of('instagram.com', { ...INSTAGRAM, carousel_media: [] })];
    expect(read.flatMap(({ acts }) => acts.map(({ activity }) => activity.media))).toEqual([undefined, undefined]);
  });

  it('of 4CAT about TikTok comments, Instagram and Threads is known too', async () => {
    const marks = (...names: string[]) => Object.fromEntries(names.map((name) => [name, '1']));
    const comments = { ...CAT, ...marks('comment_url', 'is_comment_on_comment'), post_id: '730', post_url: 'x' };
    const url = 'https://www.instagram.com/p/DcontohAB12/';
    const instagram = {
      ...CAT,
      url,
      author_id: '61',
      ...marks('num_media', 'media_type', 'usertags', 'location_latlong'),
    };
    const threads = {
      ...{ ...CAT, id: 'DcontohTH99', url: 'https://www.threads.com/@wati.contoh/post/DcontohTH99' },
      ...marks('author_is_verified', 'is_paid_partnership', 'reposts', 'quotes', 'link_thumbnail_url'),
    };
    const read = await Promise.all([comments, instagram, threads].map((row) => readAs(csv(row))));
    expect(read.map(({ recognition }) => recognition.name)).toEqual([
      '4cat-tiktok-comments',
      '4cat-instagram',
      '4cat-threads',
    ]);
    expect(read.flatMap(({ acts }) => acts.map(({ activity }) => activity.externalId))).toEqual([
      CAT.id,
      'DcontohAB12',
      'DcontohTH99',
    ]);
  });

  it('of the Meta Content Library keeps its numbers apart from those of the platform', async () => {
    const facebook = { ...MCL, 'statistics.angry_count': '0', 'surface.type': 'page', shared_post_id: '77' };
    const [ig, fb] = [await readAs(csv(MCL)), await readAs(csv(facebook))];
    expect(ig).toMatchObject({
      recognition: { name: 'mcl-instagram', format: { status: 'unverified' } },
      acts: [{ platform: 'instagram', handle: 'wati.contoh', activity: { externalId: 'mcl:123456', kind: 'post' } }],
    });
    expect(fb).toMatchObject({
      recognition: { name: 'mcl-facebook' },
      acts: [
        {
          platform: 'facebook',
          activity: { externalId: 'mcl:123456', kind: 'share', publishedAt: new Date('2026-11-18T03:12:45Z') },
        },
      ],
    });
    const { lines } = await readAs(csv({ ...MCL, creation_time: '2026-11-18 03:12:45' }));
    expect(lines).toMatchObject([
      { error: 'Kolom "creation_time": "2026-11-18 03:12:45" tidak terbaca sebagai waktu.' },
    ]);
  });

  it('is read once where a title stands twice, and is no JSON for a text that begins a line with a bracket', async () => {
    const text = csv({ ...CAT_TIKTOK, body: 'Satu\n[LIVE] dua\n{tiga}' });
    const [head, ...rows] = text.split('\n');
    const doubled = [`${head},"author"`, ...rows.slice(0, -2), `${rows.at(-2)},"orang.lain"`, ''].join('\n');
    const { recognition, acts } = await readAs(doubled);
    expect(recognition).toMatchObject({ name: '4cat-tiktok', drift: { unknown: ['author'] } });
    expect(acts).toMatchObject([{ handle: 'wati.contoh', activity: { text: 'Satu\n[LIVE] dua\n{tiga}' } }]);
  });

  it('of Junkipedia is passed over where the link names another author than the channel, or none', async () => {
    const row = {
      ...{ post_uid: '1', url: 'https://twitter.com/WatiContoh/status/1858012345678901234' },
      ...{ published_at: '2026-11-18T03:12:45.000Z', 'search_data_fields.platform_name': 'Twitter' },
      ...{ 'search_data_fields.channel_data.channel_name': 'WatiContoh', 'search_data_fields.description': 'Halo' },
    };
    const other = { ...row, 'search_data_fields.channel_data.channel_name': 'BudiContoh' };
    // What a channel is called, where anybody may call a channel so.
    const named = {
      ...row,
      ...{ url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'search_data_fields.platform_name': 'YouTube' },
    };
    const { recognition, acts, lines } = await readAs(csv(row, other, named));
    expect(recognition.name).toBe('junkipedia');
    expect(acts).toMatchObject([{ platform: 'x', activity: { externalId: '1858012345678901234', text: 'Halo' } }]);
    expect(lines.slice(1)).toEqual([3, 4].map((line) => ({ line, reason: 'unsupported' })));
  });

  it('that lacks a column says which, and what it looks like', async () => {
    const { unix_timestamp: _gone, ...row } = CAT_TIKTOK;
    await expect(readAs(csv(row as typeof CAT_TIKTOK))).rejects.toMatchObject({
      message: 'Berkas ini mirip 4CAT, TikTok, tetapi tidak memuat: unix_timestamp.',
      hint: expect.stringContaining('docs/impor.md'),
    });
  });

  it('that is like none leads to the mapping, unless its first row cannot be read at all', async () => {
    await expect(readAs('Tanggal;Nama;Isi\n26/11/2026;wati.contoh;Halo\n')).rejects.toMatchObject({
      message: 'Bentuk tabel CSV ini tidak dikenal.',
      hint: expect.stringContaining('docs/impor.md, "Tabel sendiri"'),
    });
    const { recognition } = await readAs('id;kind;text;publishedAt\n1;post;Halo;kemarin\n');
    expect(recognition.name).toBe('csv');
    const latin = async function* () {
      yield Buffer.from('Tanggal;N\xe1ma\n26/11/2026;wati.contoh\n', 'latin1');
    };
    expect(recognise(await readHead(latin()), OWN_FORMATS).name).toBe('csv');
  });

  it('whose first row is an act and no title has nothing of it told', async () => {
    const { recognition } = await readAs('730,post,Saya memilih nomor dua,2026-11-18,tiktok,warga.contoh\n', 'csv');
    expect(recognition.drift).toMatchObject({ missing: expect.arrayContaining(['handle']), unknown: [] });
  });

  it('is refused under a name that is none, or that is of another kind', async () => {
    await expect(readAs(csv(CAT_TIKTOK), 'tiktok')).rejects.toThrow('Format "tiktok" tidak dikenal.');
    await expect(readAs(csv(CAT_TIKTOK), 'zeeschuimer-x')).rejects.toThrow('Isi berkas bukan Zeeschuimer, X.');
    await expect(readAs(csv(CAT_TIKTOK), '4cat-x')).rejects.toThrow('is_retweet');
  });
});

/** The name under which Zeeschuimer hands a format's items on. */
const MODULES: Partial<Record<ImportFormat, string>> = {
  'zeeschuimer-tiktok': 'tiktok.com',
  'zeeschuimer-tiktok-comments': 'tiktok-comments',
  'zeeschuimer-instagram': 'instagram.com',
  'zeeschuimer-x': 'twitter.com',
  'zeeschuimer-threads': 'threads.net',
};

describe('whatever a row holds', () => {
  const keys = ['user', 'author', 'legacy', 'id', 'code', 'caption', 'text', '__proto__', 'body', 'tweet', 'result'];
  const anything = fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), fc.jsonValue());
  it.each(IMPORT_FORMATS)('%s reads it to an act or a reason, and twice to the same', (name) => {
    const format = FORMATS[name];
    fc.assert(
      fc.property(anything, (row) => {
        const line = { ...row, source_platform: MODULES[name], data: row };
        const read = () => (format.kind === 'json' ? format.toAct(line) : format.toAct(textsOf(row)));
        const taken = takeRow({ line: 1, now: NOW }, format, read());
        expect(takeRow({ line: 1, now: NOW }, format, read())).toEqual(taken);
      }),
      { numRuns: 50 },
    );
  });
  const textsOf = (row: object) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, JSON.stringify(value)]));
});
