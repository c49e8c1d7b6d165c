import type { Address, PlatformLinks, Reading } from './link.js';
import { pageAt } from './page.js';
import { asked, type Found, handleOf, readByPath } from './paths.js';

const HOST = 'bsky.app';
const NAME = '@?(?:did:[a-z]{2,20}:[\\w.:%-]{1,200}\\w|[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,8})';
const KEY = '[\\w.~:-]{0,511}[\\w-]';
const PLACES = { name: NAME, key: KEY, collection: '[a-z][a-z0-9-]{0,62}(?:\\.[a-z0-9-]{1,63}){2,8}' };
/** Hosts below `bsky.social` that are nobody's handle. */
const SERVICE = /^(?:www|api|public|pds|search|video|help|status)$/;

/** An id keeps its letters: only handles know no capitals. */
function authorOf(name: string | undefined): string | undefined {
  const plain = name?.replace(/^@/, '');
  return plain?.startsWith('did:') ? plain : handleOf(plain);
}

function post({ name, key }: Found): Reading {
  const author = authorOf(name);
  return { kind: 'post', author, id: key, canonical: `https://${HOST}/profile/${author}/post/${key}` };
}

function profile({ name }: Found): Reading {
  const author = authorOf(name);
  return { kind: 'profile', author, canonical: `https://${HOST}/profile/${author}` };
}

/** One record by its `at://` address. A like or a repost is a record too, but neither a post nor an account. */
function record(found: Found): Reading {
  const collection = found.collection?.toLowerCase();
  if (collection === 'app.bsky.feed.post') return post(found);
  if (collection === 'app.bsky.actor.profile') return profile(found);
  return { kind: 'page', canonical: `at://${authorOf(found.name)}/${found.collection}/${found.key}` };
}

const read = readByPath(PLACES, [
  ['profile/{name}/post/{key}', post],
  ['profile/{name}/feed|lists', (_found, address) => pageAt(address, HOST)],
  ['profile/{name}', profile],
  ['messages', (_found, address) => ({ ...pageAt(address, HOST), kind: 'private' })],
  ['at:|at|embed/{name}/{collection}/{key}', record],
  ['{name}/{collection}/{key}', record],
  ['at:|at/{name}', profile],
  ['skythread', (_found, address) => postAsked(address, 'author', 'post')],
  ['$', (_found, address) => postAsked(address, 'author', 'post')],
  ['xrpc/com.atproto.repo.getRecord', recordAsked],
]);

function postAsked(address: Address, nameIn: string, keyIn: string): Reading | undefined {
  const name = asked(address, nameIn, new RegExp(`^${NAME}$`, 'i'));
  const key = asked(address, keyIn, new RegExp(`^${KEY}$`));
  return name && key ? post({ name, key }) : undefined;
}

function recordAsked(_found: Found, address: Address): Reading | undefined {
  const isPost = address.query.get('collection') === 'app.bsky.feed.post';
  return isPost ? postAsked(address, 'repo', 'rkey') : undefined;
}

/** Every handle below `bsky.social` is a page of its own, which leads to the account. */
function ownPage({ host, path }: Address): Reading | undefined {
  const label = /^([a-z0-9-]{1,63})\.bsky\.social$/.exec(host)?.[1];
  return path === '' && label !== undefined && !SERVICE.test(label) ? profile({ name: host }) : undefined;
}

export const bluesky: PlatformLinks = {
  hosts: ['bsky.app', 'bsky.social', 'main.bsky.dev'],
  mirrors: [
    ...[
      'deer.social',
      'fxbsky.app',
      'bskyx.app',
      'bsyy.app',
      'vxbsky.app',
      'tokimeki.blue',
      'deck.blue',
      'witchsky.app',
    ],
    ...['blacksky.community', 'zeppelin.social', 'catsky.social', 'blue.mackuba.eu', 'pdsls.dev', 'atp.tools'],
    ...[
      'klearsky.pages.dev',
      'graysky.app',
      'bskye.app',
      'xbsky.app',
      'bsky.link',
      'langit.pages.dev',
      'psky.app',
      'cbsky.app',
      'bskx.app',
      'skythread.mackuba.eu',
    ],
  ],
  mirrorLabels: [],
  schemes: ['at', 'bluesky', 'bsky'],
  read(address) {
    if (address.scheme === 'at')
      return read({ ...address, path: `at/${address.path.replace(/^(?:at:\/?)+/i, '')}` }) ?? pageAt(address, HOST);
    if (address.host === 'go.bsky.app')
      return { ...pageAt(address, address.host), kind: address.path ? 'short' : 'page' };
    return read(address) ?? ownPage(address) ?? pageAt(address, HOST);
  },
};
