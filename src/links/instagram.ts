import { base64Text } from './base64-text.js';
import type { Address, PlatformLinks, Reading } from './link.js';
import { pageAt } from './page.js';
import { asked, type Found, handleOf, readByPath } from './paths.js';
import { shortcodeOf, withoutKey } from './shortcode.js';

const HOST = 'www.instagram.com';
const PLACES = {
  name: '[\\w.]{1,40}',
  code: '[\\w-]{5,60}',
  id: '\\d{3,20}',
  reply: '\\d{3,20}',
  packed: '[\\w=+-]{8,100}',
  version: 'v[\\d.]+',
};
/** First parts of a path that are no account. */
const RESERVED =
  /^(?:p|reels?|tv|s|stories|share|explore|accounts?|direct|about|developer|legal|web|api|challenge|graphql|oembed|popular|channel|download|ar|topics|static|login|emails|session|privacy|terms|directory|your_activity|nametag|v\d|_n|_u|a|c|j|m|invites|embed|media|user|media_share|mainfeed|post|tagged)$|\.js$/;

function post({ code = '', name }: Found, address: Address): Reading {
  const id = withoutKey(code);
  const comment = asked(address, 'comment_id', /^\d{5,20}$/);
  if (comment) return commentOn(id, comment);
  return { kind: 'post', author: handleOf(name), id, canonical: `https://${HOST}/p/${id}/` };
}

/** An answer is a comment of its own: it is named alone, as it is where only its own number is known. */
function commentOn(code: string, id: string): Reading {
  return { kind: 'comment', id, canonical: `https://${HOST}/p/${code}/c/${id}/` };
}

const comment = ({ code = '', id = '', reply }: Found): Reading => commentOn(withoutKey(code), reply ?? id);

function profile({ name }: Found): Reading | undefined {
  const author = handleOf(name);
  if (author === undefined || RESERVED.test(author)) return undefined;
  return { kind: 'profile', author, canonical: `https://${HOST}/${author}/` };
}

const story = ({ name, id }: Found): Reading => ({
  kind: 'story',
  author: handleOf(name),
  id,
  canonical: `https://${HOST}/stories/_/${id}/`,
});
/** Whatever stories an account shows now. */
function stories({ name }: Found): Reading | undefined {
  const author = handleOf(name);
  if (author === undefined || author === 'highlights') return undefined;
  return { kind: 'story', author, canonical: `https://${HOST}/stories/${author}/` };
}

const highlight = ({ id }: Found): Reading => ({
  kind: 'story',
  id,
  canonical: `https://${HOST}/stories/highlights/${id}/`,
});

/** `highlight:123` in base 64; `story_media_id` names the one picture of it, and whose it is. */
function packedStory({ packed = '' }: Found, address: Address): Reading | undefined {
  const [id, name] = asked(address, 'story_media_id', /^\d{5,20}(_\d+)?$/)?.split('_') ?? [];
  if (id) return story({ id, name });
  const within = /^highlight:(\d{5,20})$/.exec(base64Text(packed))?.[1];
  return within === undefined ? undefined : highlight({ id: within });
}

/** `media?id=123_456`: the number of the post, then of its author. */
function media(_found: Found, address: Address): Reading | undefined {
  const [number = '', name] = asked(address, 'id', /^\d{5,20}(_\d+)?$/)?.split('_') ?? [];
  return postByNumber(number, address, name);
}

function postByNumber(number: string, address: Address, name?: string): Reading | undefined {
  const code = shortcodeOf(number);
  return code === undefined ? undefined : post({ code, name }, address);
}

const short = ({ code }: Found, { path }: Address): Reading => {
  const kind = /^share\/(p|reel|r|reels|story|tv)\//i.exec(path)?.[1]?.toLowerCase();
  return { kind: 'short', canonical: `https://${HOST}/share/${kind ? `${kind}/` : ''}${code}/` };
};
const inside = (_found: Found, address: Address): Reading => ({ ...pageAt(address, HOST), kind: 'private' });

const read = readByPath(PLACES, [
  ['p|reel|reels|tv/{code}/c/{id}/r/{reply}', comment],
  ['p|reel|reels|tv/{code}/c|comments/{id}', comment],
  ['{name}/p|reel|reels|tv/{code}/c/{id}/r/{reply}', comment],
  ['{name}/p|reel|reels|tv/{code}/c|comments/{id}', comment],
  ['reels/audio', (_found, address) => pageAt(address, HOST)],
  ['p|reel|reels|tv|post/{code}', post],
  ['share/p|reel|reels|r|story|tv/{code}', short],
  ['share/{code}', short],
  ['stories/highlights/{id}', highlight],
  ['stories/{name}/{id}', story],
  ['stories/{name}', stories],
  ['s/{packed}', packedStory],
  ['media/{id}', ({ id = '' }, address) => postByNumber(id, address)],
  ['media', media],
  ['profile/{name}', profile],
  ['user', (_found, address) => profile({ name: address.query.get('username')?.slice(0, 40) })],
  ['_u/{name}', profile],
  ['direct|j', inside],
  ['{name}/p|reel|tv/{code}', post],
  ['{name}', profile],
]);
const readMessage = readByPath(PLACES, [
  ['m/{name}', profile],
  ['j', (_found, address) => ({ ...pageAt(address), kind: 'private' })],
  ['{code}', (_found, address) => ({ ...pageAt(address), kind: 'short' })],
]);

export const instagram: PlatformLinks = {
  hosts: ['instagram.com', 'instagr.am', 'ig.me'],
  mirrors: [
    ...['ddinstagram.com', 'kkinstagram.com', 'eeinstagram.com', 'vxinstagram.com', 'instagramez.com', 'imginn.com'],
    ...[
      'picnob.com',
      'pixwox.com',
      'picuki.com',
      'uuinstagram.com',
      'fxinstagram.com',
      'rxinstagram.com',
      'toinstagram.com',
    ],
  ],
  mirrorLabels: ['proxigram'],
  schemes: ['instagram'],
  wholeId: /^(?:[\w-]{10,11}|\d{15,20})$/,
  read: (address) => (address.host === 'ig.me' ? readMessage(address) : read(address)) ?? pageAt(address, HOST),
};
