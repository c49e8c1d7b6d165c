import type { Address, PlatformLinks, Reading } from './link.js';
import { pageAt } from './page.js';
import { asked, type Found, handleOf, readByPath } from './paths.js';

const HOST = 'www.youtube.com';
const VIDEO = /^[\w-]{11}$/;
const PLACES = {
  id: '[\\w-]{11}',
  name: '[\\p{L}\\p{N}\\p{M}._·-]{1,100}',
  channel: 'UC[\\w-]{22}',
  community: 'Ug[\\w-]{10,60}',
};
/** First parts of a path that are no account. */
const RESERVED =
  /^(?:watch.*|shorts|live.*|embed|v|vi|vi_webp|an_webp|e|post|clip|playlist|results|feed|hashtag|redirect|oembed|attribution_link|verify_age|signin|account|about|channel|c|user|gaming|premium|music|kids|tv|source|t|ads|creators|howyoutubeworks|upload|m|get_video_info|api|s|iframe_api|player_api|red|new|reporthistory|trending|browse|search|shared|course|movies|news|sports|learning|supported_browsers|ytscreeningroom|video|intl|logout|index)$/;

function video({ id }: Found, address: Address): Reading {
  const canonical = `https://${HOST}/watch?v=${id}`;
  const form = /^[\w-]{10,60}(?:\.[\w-]{5,60})?$/;
  const comment = asked(address, 'lc', form) ?? asked(address, 'google_comment_id', form);
  if (comment) return { kind: 'comment', id: comment, canonical: `${canonical}&lc=${comment}` };
  return { kind: 'post', id, canonical };
}

const community = (id: string, channel?: string): Reading => ({
  kind: 'post',
  author: channel,
  id,
  canonical: `https://${HOST}/post/${id}`,
});

/** A channel under one of its names; with `lb` one post on its board. */
function channel(start: string) {
  return ({ name, channel: number }: Found, address: Address): Reading | undefined => {
    const author = number ?? handleOf(name);
    if (author === undefined || (start === 'c/' && RESERVED.test(author))) return undefined;
    const board = asked(address, 'lb', /^Ug[\w-]{10,60}$/);
    if (board) return community(board, author);
    return { kind: 'profile', author, canonical: `https://${HOST}/${start}${encodeURIComponent(author)}` };
  };
}

/** Pages that name a video in the query; on any other a parameter of the name is none. */
const PLAYER = /^(?:watch\w*|live_chat|ytscreeningroom|movie|index|shared|tv|get_video_info|embed\/?\w*)?$/i;

function videoAsked(address: Address): Reading | undefined {
  if (!PLAYER.test(address.path)) return undefined;
  const id = ['v', 'vi', 'video_id', 'ci'].flatMap((name) => asked(address, name, VIDEO) ?? [])[0];
  const number = asked(address, 'channel', /^UC[\w-]{22}$/);
  if (id) return video({ id }, address);
  return number === undefined ? undefined : channel('channel/')({ channel: number }, address);
}

const read = readByPath(PLACES, [
  ['watch', (_found, address) => videoAsked(address)],
  ['embed/live_stream', (_found, address) => videoAsked(address)],
  ['embed/videoseries', (_found, address) => pageAt(address, HOST)],
  ['watch|shorts|live|embed|v|vi|e|video|vi_webp|an_webp/{id}', video],
  ['post/{community}', ({ community: id = '' }) => community(id)],
  ['clip/{community}', ({ community: id }) => ({ kind: 'post', id, canonical: `https://${HOST}/clip/${id}` })],
  ['@{name}/post/{community}', ({ community: id = '', name }) => community(id, handleOf(name))],
  ['channel/{channel}', channel('channel/')],
  ['@{name}', channel('@')],
  ['browse/{channel}', channel('channel/')],
  ['user/{name}', channel('user/')],
  ['c/{name}', channel('c/')],
  ['{name}', (found, address) => videoAsked(address) ?? channel('c/')(found, address)],
]);
const isShort = ({ host }: Address): boolean => /^(?:youtu\.be|yt\.be)$/.test(host);

/** `/user/name#p/u/1/ID`: a channel's page with one video playing, as it was written once. */
function oldPlayer(address: Address): Reading | undefined {
  const id = /^p\/(?:[a-z\d]{1,2}\/){1,4}([\w-]{11})$/.exec(address.fragment.split(/[?&]/)[0] ?? '')?.[1];
  return id && /^user\//i.test(address.path) ? video({ id }, address) : undefined;
}

/** Where the first part of a path is a video: the short host, and the app. */
const readBare = readByPath(PLACES, [
  ['{id}$', video],
  ['{id}', video],
]);

export const youtube: PlatformLinks = {
  hosts: [
    'youtube.com',
    'youtu.be',
    'yt.be',
    'youtube-nocookie.com',
    'ytimg.com',
    'youtubekids.com',
    'youtube.googleapis.com',
  ],
  mirrors: [
    'yewtu.be',
    'piped.video',
    'yout-ube.com',
    'invidio.us',
    'inv.nadeko.net',
    'hooktube.com',
    'koutube.com',
    'ssyoutube.com',
  ],
  mirrorLabels: ['invidious', 'piped', 'inv'],
  schemes: ['youtube', 'vnd.youtube', 'vnd.youtube.launch'],
  wholeId: /^[\w-]{11}$/,
  read(address) {
    const bare = address.scheme !== 'https' || isShort(address) ? readBare(address) : undefined;
    if (isShort(address)) return bare ?? pageAt(address, 'youtu.be');
    return bare ?? oldPlayer(address) ?? read(address) ?? videoAsked(address) ?? pageAt(address, HOST);
  },
};
