import type { Address, PlatformLinks, Reading } from './link.js';
import { pageAt } from './page.js';
import { asked, type Found, handleOf, readByPath } from './paths.js';

const HOST = 'x.com';
const ID = /^\d{2,20}$/;
const PLACES = {
  name: '@?\\w{1,30}',
  id: '\\d{2,20}',
  code: '[\\w-]{5,24}',
  end: '(?:\\.[a-z0-9]{2,4})?',
};
/** First parts of a path that are no account. */
const RESERVED =
  /^(?:i|home|search|explore|hashtag|intent|share|login|logout|signup|settings|messages|notifications|compose|jobs|tos|privacy|about|download|account|oauth|widgets|statuses|status|user|thread|embed|oembed|show|who_to_follow|bookmarks|lists|communities|post|web|schema|safety)$/;

/** A number opens under any name: the name in the address proves nothing, and `i` is nobody's. */
function post({ id, name }: Found): Reading {
  const author = handleOf(name);
  return {
    kind: 'post',
    author: author === 'i' ? undefined : author,
    id,
    canonical: `https://${HOST}/i/status/${id}`,
  };
}

function profile({ name }: Found): Reading | undefined {
  const author = handleOf(name);
  if (author === undefined || RESERVED.test(author)) return undefined;
  return { kind: 'profile', author, canonical: `https://${HOST}/${author}` };
}

const profileById = ({ id }: Found): Reading => ({
  kind: 'profile',
  author: id,
  canonical: `https://${HOST}/i/user/${id}`,
});

/** `tweet_id`, `in_reply_to`: buttons of other sites name the post in the query. */
function postAsked(_found: Found, address: Address): Reading | undefined {
  const id = ['tweet_id', 'in_reply_to', 'status_id', 'id'].flatMap((name) => asked(address, name, ID) ?? [])[0];
  return id === undefined ? undefined : post({ id });
}

function profileAsked(_found: Found, address: Address): Reading | undefined {
  const id = asked(address, 'user_id', ID) ?? asked(address, 'id', ID);
  return id === undefined ? profile({ name: asked(address, 'screen_name', /^@?\w{1,30}$/) }) : profileById({ id });
}

const read = readByPath(PLACES, [
  ['i/status/{id}{end}', post],
  ['i/web/status/{id}{end}', post],
  ['statuses|status/{id}{end}', post],
  ['thread/{id}{end}', post],
  ['i/user/{id}', profileById],
  ['i/videos/{id}', post],
  ['i/videos/tweet/{id}', post],
  ['i/cards/tfw/v1/{id}', post],
  ['i', () => undefined],
  ['i/article', (_found, address) => pageAt(address, HOST)],
  ['{name}/lists', (_found, address) => pageAt(address, HOST)],
  ['{name}/status|statuses|article/{id}{end}', post],
  ['status|tweet|tweet-result', postAsked],
  ['embed/tweet.html', postAsked],
  ['intent/like|favorite|retweet|tweet|post', postAsked],
  ['intent/user|follow', profileAsked],
  ['user', profileAsked],
  ['messages', (_found, address) => ({ ...pageAt(address, HOST), kind: 'private' })],
  ['{name}', profile],
]);
const readShort = readByPath(PLACES, [
  ['{code}', ({ code }, { host }) => ({ kind: 'short', canonical: shortAt(host, code) })],
]);

/** Pictures have had two names for one place. */
function shortAt(host: string, code: string | undefined): string {
  return `https://${host === 'pic.x.com' ? 'pic.twitter.com' : host}/${code}`;
}

export const x: PlatformLinks = {
  hosts: [
    ...['x.com', 'twitter.com', 't.co', 'syndication.twimg.com'],
    'twitter3e4tixl4xyajtrzo62zg5vztmjuricljdp2c5kshju4avyoid.onion',
  ],
  mirrors: [
    'nitter.net',
    ...['vxtwitter.com', 'fxtwitter.com', 'fixupx.com', 'fixvx.com', 'twittpr.com', 'pxtwitter.com', 'xcancel.com'],
    ...['twstalker.com', 'girlcockx.com', 'stupidpenisx.com', 'hitlerx.com', 'cunnyx.com', 'fixuptwitter.com'],
    ...['threadreaderapp.com', 'rattibha.com', 'twiiit.com', 'twitter69.com', 'skrepr.com'],
  ],
  mirrorLabels: ['nitter'],
  schemes: ['twitter'],
  wholeId: /^\d{15,20}$/,
  read(address) {
    if (/^(?:t\.co|pic\.(?:twitter|x)\.com)$/.test(address.host)) return readShort(address) ?? pageAt(address);
    return read(address) ?? pageAt(address, HOST);
  },
};
