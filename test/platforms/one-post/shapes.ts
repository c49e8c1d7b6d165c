import type { Served, Site } from './platform-server.js';

// Invented content in the shapes that the survey of platforms describes; no line of it was recorded anywhere.

export const html = (head: string, body = '', more: Partial<Served> = {}): Served => ({
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html><head>${head}</head><body>${body}</body></html>`,
  ...more,
});
export const json = (value: unknown, status = 200): Served => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});
export const leadTo = (location: string): Served => ({ status: 302, headers: { location } });
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const script = (code: string, id = '') => `<script type="application/json" id="${id}">${code}</script>`;

export const LINKS = {
  tiktok: 'https://www.tiktok.com/@budi.contoh/video/7301234567890123456',
  instagram: 'https://www.instagram.com/p/CxContoh123/',
  facebook: 'https://www.facebook.com/budi.contoh/posts/1234567890123456',
  x: 'https://x.com/budi_contoh/status/1701234567890123456',
  threads: 'https://www.threads.com/@budi.contoh/post/CxContoh123',
  youtube: 'https://www.youtube.com/watch?v=AbCdEfGhI_1',
  telegram: 'https://t.me/kanalcontoh/25',
  bluesky: 'https://bsky.app/profile/budi.contoh.example/post/3kcontohcontoh',
  mastodon: 'https://sosial.contoh.example/@budi/112233445566778899',
  web: 'https://berita.contoh.example/kegiatan/jalan-sehat',
} as const;

export const AT = {
  tiktokOembed: 'www.tiktok.com/oembed',
  tiktok: 'www.tiktok.com/@budi.contoh/video/7301234567890123456',
  instagram: 'www.instagram.com/p/CxContoh123/',
  instagramEmbed: 'www.instagram.com/p/CxContoh123/embed/',
  facebook: 'www.facebook.com/permalink.php',
  x: 'x.com/i/status/1701234567890123456',
  threads: 'www.threads.com/@budi.contoh/post/CxContoh123',
  youtubeOembed: 'www.youtube.com/oembed',
  youtube: 'www.youtube.com/watch',
  telegram: 't.me/kanalcontoh/25',
  telegramList: 't.me/s/kanalcontoh/25',
  bluesky: 'public.api.bsky.app/xrpc/app.bsky.feed.getPostThread',
  handle: 'public.api.bsky.app/xrpc/com.atproto.identity.resolveHandle',
  record: 'pds.contoh.example/xrpc/com.atproto.repo.getRecord',
  mastodon: 'sosial.contoh.example/api/v1/statuses/112233445566778899',
  mastodonAccount: 'sosial.contoh.example/api/v1/accounts/lookup',
  web: 'berita.contoh.example/kegiatan/jalan-sehat',
} as const;

export const TEXT = 'Jalan sehat bersama warga (contoh)';
const DID = 'did:plc:contohcontohcontohcontoh';

export const tiktokOembed = json({
  version: '1.0',
  type: 'video',
  title: TEXT,
  author_url: 'https://www.tiktok.com/@budi.contoh',
  author_name: 'Budi Contoh',
  embed_product_id: '7301234567890123456',
});
export const tiktokPage = (statusCode: number, more = '') =>
  html('', script(`{"webapp.video-detail":{"statusCode":${statusCode}${more}}}`, '__UNIVERSAL_DATA_FOR_REHYDRATION__'));
export const youtubeOembed = json({
  title: TEXT,
  author_name: 'Budi Contoh',
  author_url: 'https://www.youtube.com/@budicontoh',
  type: 'video',
});
export const youtubePage = (state: string) => html('<title> - YouTube</title>', `<script>var p = {${state}};</script>`);
export const metaPost = (url: string) =>
  html(
    [meta('og:title', 'Budi Contoh'), meta('og:description', TEXT), meta('og:url', url)].join('') +
      meta('og:image:alt', 'Spanduk (contoh)') +
      meta('article:published_time', '2026-11-19T08:00:00+07:00'),
    '<form id="login_form"><input type="password"></form>',
  );
export const instagramPage = (state: string, title = 'Instagram') =>
  html(`<title>${title}</title>`, script(`{"xig_polaris_media":{${state}}}`));
const message = (post: string, text: string) =>
  `<div class="tgme_widget_message js-widget_message" data-post="${post}">` +
  `<div class="tgme_widget_message_text js-message_text" dir="auto">${text}</div>` +
  '<time datetime="2026-11-19T01:00:00+00:00">08:00</time></div>';
export const telegramEmbed = (post: string, text = 'Jalan sehat &amp; senam<br/>bersama <b>warga</b>') =>
  html('', message(post, text));
export const telegramError = (words: string) => html('', `<div class="tgme_widget_message_error">${words}</div>`);
export const telegramMissing = telegramError('Post not found');
export const telegramList = (...ids: readonly number[]) =>
  html('', ids.map((id) => message(`KanalContoh/${id}`, 'lain')).join(''));
export const thread = (labels: readonly unknown[] = []) => ({
  thread: {
    $type: 'app.bsky.feed.defs#threadViewPost',
    post: {
      uri: `at://${DID}/app.bsky.feed.post/3kcontohcontoh`,
      author: { did: DID, handle: 'budi.contoh.example', displayName: 'Budi', labels },
      record: {
        text: TEXT,
        createdAt: '2026-11-19T01:00:00.000Z',
        embed: { $type: 'app.bsky.embed.images', images: [{ alt: 'Spanduk (contoh)' }, { alt: '' }] },
      },
    },
  },
});
export const blueskyAccount: Site = {
  [AT.handle]: json({ did: DID }),
  [`plc.directory/${DID}`]: json({
    id: DID,
    alsoKnownAs: ['at://budi.contoh.example'],
    service: [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: 'https://pds.contoh.example' }],
  }),
};
export const record = json({ uri: `at://${DID}/app.bsky.feed.post/3kcontohcontoh`, cid: 'contoh', value: {} });
export const toot = (more: object = {}) => ({
  id: '112233445566778899',
  created_at: '2026-11-19T01:00:00.000Z',
  visibility: 'public',
  spoiler_text: '',
  content: '<p>Jalan sehat</p><p>bersama <a href="x">warga</a><br>kota</p>',
  account: { id: '99', acct: 'budi', display_name: 'Budi' },
  media_attachments: [{ description: 'Spanduk (contoh)' }, { description: null }],
  ...more,
});
export const webPage = html(
  `<title>Berita</title>${meta('og:title', 'Jalan sehat kota')}${meta('og:description', TEXT)}`,
  '<p>Isi</p>',
);
