import { base64Text } from './base64-text.js';
import type { Address, Reading } from './link.js';
import { pageAt } from './page.js';
import { asked, type Found, handleOf, readByPath } from './paths.js';

const HOST = 'www.facebook.com';
const ID = /^(?:\d{3,20}|pfbid\w{10,200})(?::\d+)?$/i;
const PLACES = {
  name: '[\\p{L}\\p{M}\\p{N}._-]{1,150}',
  user: '\\d{4,20}',
  id: '(?:\\d{3,20}|pfbid\\w{10,200})(?::\\d+)?',
  slug: '[^/]{1,400}',
  title: '[^/]{1,400}',
  packed: '[\\w=+-]{8,200}',
  code: '[\\w-]{5,40}',
};
/** First parts of a path that are no account. */
const RESERVED =
  /^(?:l|v\d[\d.]*|t|ads?|ajax|api|apps|bookmarks|business|careers|checkpoint|comment|composer|dialog|directory|events?|facewebmodal|f|flx|friends|games?|gaming|groups?|hashtag|help|home|legal|live|login|logout|marketplace|me|media|messages|mobile|notes|notifications|oauth|pages?|people|permalink|pg|photos?|places|plugins|policies|posts?|privacy|profile|public|recover|reels?|reg|saved|search|settings|share|sharer|si|stories|story|terms|video|videos|watch|watchparty|p|latest|ufi)$|\.(?:php|js)$/;

/** Numbers are one series for texts, pictures and videos, so that one address serves for all of them. */
function post({ id = '', name, user }: Found): Reading {
  const plain = id.replace(/:\d+$/, '');
  const isPacked = /^pfbid/i.test(plain);
  const canonical = `https://${HOST}/permalink.php?story_fbid=${plain}`;
  return {
    kind: 'post',
    author: user ?? accountIn(name),
    id: plain,
    canonical,
    note: isPacked ? { code: 'opaque_id' } : undefined,
  };
}

/** The name in the address, or the number behind it where a page has both: `Nama-Halaman-100012345678901`. */
function accountIn(name: string | undefined): string | undefined {
  return /-(\d{9,20})$/.exec(name ?? '')?.[1] ?? handleOf(name);
}

function profile({ name, user }: Found): Reading | undefined {
  const author = user ?? accountIn(name);
  if (author === undefined || RESERVED.test(author)) return undefined;
  if (/^\d+$/.test(author)) return { kind: 'profile', author, canonical: `https://${HOST}/profile.php?id=${author}` };
  // Dots make no other name of it.
  return { kind: 'profile', author, canonical: `https://${HOST}/${encodeURIComponent(author.replaceAll('.', ''))}` };
}

function byQuery(parameter: string, address: Address): Reading | undefined {
  const id = asked(address, parameter, ID);
  return id === undefined ? undefined : post({ id, name: asked(address, 'id', /^[\w.-]{1,150}$/) });
}

/** An old set ends in its owner's number. */
function photo(_found: Found, address: Address): Reading | undefined {
  const [, owner] = /^a\.\d+\.\d+\.(\d+)$/.exec(address.query.get('set')?.slice(0, 100) ?? '') ?? [];
  const reading = byQuery('fbid', address) ?? byQuery('v', address);
  return reading && { ...reading, author: reading.author ?? owner };
}

function group(_found: Found, address: Address): Reading {
  const several = address.query.get('multi_permalinks')?.slice(0, 100).split(',')[0] ?? '';
  const id = address.query.get('view') === 'permalink' ? asked(address, 'id', ID) : ID.exec(several)?.[0];
  return id === undefined ? pageAt({ ...address, query: new URLSearchParams() }, HOST) : groupPost({ id });
}

const groupPost = ({ id }: Found): Reading => ({
  kind: 'group_post',
  id,
  canonical: `https://${HOST}/groups/_/posts/${id}`,
  note: /^pfbid/i.test(id ?? '') ? { code: 'opaque_id' } : undefined,
});

function story({ packed = '', name }: Found): Reading {
  const id = /^S:_\w+:(\d{5,20})$/.exec(base64Text(packed))?.[1] ?? packed;
  return { kind: 'story', author: accountIn(name), id, canonical: `https://${HOST}/stories/_/${id}` };
}

/** Whatever stories an account shows now. */
const stories = ({ name }: Found): Reading => {
  const author = accountIn(name);
  return { kind: 'story', author, canonical: `https://${HOST}/stories/${author}` };
};

/** `S:_I456:123` in base 64: whose, and which. */
function packedPost(_found: Found, address: Address): Reading | undefined {
  const [, user, id] = /^S:_I(\d+):(\d+)/.exec(base64Text(address.query.get('graphql_id') ?? '')) ?? [];
  return id === undefined ? undefined : post({ id, user });
}

/** Who reacted to a post: `feedback:123`, often in base 64. */
function reactions(_found: Found, address: Address): Reading | undefined {
  const told = address.query.get('ft_ent_identifier')?.slice(0, 200) ?? '';
  const id = /^(?:feedback:)?(\d{5,20})$/.exec(/^\d+$/.test(told) ? told : base64Text(told))?.[1];
  return id === undefined ? undefined : post({ id });
}

function album(_found: Found, address: Address): Reading | undefined {
  const [, id] = /^pcb\.(\d{5,20})/.exec(address.query.get('set')?.slice(0, 100) ?? '') ?? [];
  return id === undefined ? undefined : post({ id });
}

function short({ code }: Found, { path }: Address): Reading {
  const kind = /^share\/([a-z])\//i.exec(path)?.[1]?.toLowerCase();
  return { kind: 'short', canonical: `https://${HOST}/share/${kind ? `${kind}/` : ''}${code}/` };
}

const invitation = (_found: Found, address: Address): Reading => ({ ...pageAt(address, HOST), kind: 'private' });
const chat = ({ slug }: Found): Reading => ({ kind: 'private', canonical: `https://${HOST}/messages/t/${slug}` });
const page = (_found: Found, address: Address): Reading => pageAt(address, HOST);
const byId = (_found: Found, address: Address) => profile({ name: asked(address, 'id', /^[\w.-]{1,150}$/) });

export const readFacebookPath = readByPath(PLACES, [
  ['permalink.php|story.php', (_found, address) => byQuery('story_fbid', address)],
  ['story/graphql_permalink', packedPost],
  ['photos/viewer', (_found, address) => byQuery('photo', address)],
  ['photo.php|photo|photos', photo],
  ['photo|post|video|videos|reel|reels/{id}', post],
  ['watch|video.php|video', (_found, address) => byQuery('v', address) ?? byQuery('video_id', address)],
  ['watch/{name}/{id}', post],
  ['watch|gaming/{name}', profile],
  ['share/p|v|r|g|e|s/{code}', short],
  ['share/{code}', short],
  ['groups/{slug}/posts|post|permalink/{id}', groupPost],
  ['groups/{slug}/posts|permalink/{title}/{id}', groupPost],
  ['groups/{slug}/user/{user}', profile],
  ['groups/{slug}', group],
  ['stories/{name}/{packed}', story],
  ['stories/{name}', stories],
  ['photos|videos/{slug}/{id}', post],
  ['media/set', album],
  ['ufi/reaction', reactions],
  ['lookaside/crawler/media', (_found, address) => byQuery('media_id', address)],
  ['profile.php', byId],
  ['profile|page|people/{user}', profile],
  ['people|pages/{slug}/{user}', profile],
  ['pages/category/{slug}/{user}', profile],
  ['p|pg/{name}', profile],
  ['notes/{name}/{slug}/{id}', post],
  ['messages/t/{slug}', chat],
  ['messages/e2ee/t/{slug}', chat],
  ['messages', invitation],
  ['t/{slug}', chat],
  ['j|ch/{code}', invitation],
  ['{user}_{id}', post],
  ['hashtag|events|marketplace|search', page],
  ['{name}/posts|photos|videos|activity|reel|reels|live_videos/{id}', post],
  ['{name}/posts|photos|videos|notes/{slug}/{id}', post],
  ['{name}', profile],
]);
