import type { Address, PlatformLinks, Reading } from './link.js';
import { pageAt } from './page.js';
import { type Found, handleOf, readByPath } from './paths.js';

const PLACES = {
  name: '\\w(?:[\\w.-]{0,98}\\w)?',
  remote: '[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,8}',
  server: '[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,8}',
  id: '\\d{1,20}',
  end: '(?:\\.json)?',
};

/** A server gives its own numbers to what it shows, also to posts of others. */
function post({ name, remote, server, id }: Found, { host, port }: Address): Reading {
  const own = server ?? `${host}${port}`;
  const author = handleOf(name);
  return {
    kind: 'post',
    author: author && `${author}@${remote?.toLowerCase() ?? own}`,
    id,
    canonical: `https://${own}/web/statuses/${id}`,
  };
}

function profile({ name, remote, server }: Found, { host, port }: Address): Reading | undefined {
  const author = handleOf(name)?.replace(/\.(?:rss|json|atom)$/, '');
  if (author === undefined) return undefined;
  const home = remote?.toLowerCase() ?? server ?? `${host}${port}`;
  return { kind: 'profile', author: `${author}@${home}`, canonical: `https://${home}/web/@${author}` };
}

/** What no other software writes: safe to read on any host. */
const readAnywhere = readByPath(PLACES, [
  ['@{name}/{id}{end}', post],
  ['@{name}@{remote}/{id}', post],
  ['web|deck/@{name}/{id}', post],
  ['web|deck/@{name}@{remote}/{id}', post],
  ['users/{name}/statuses/{id}{end}', post],
  ['ap/users/{name}/statuses/{id}', post],
  ['web/statuses/{id}', post],
  ['api/v1/statuses/{id}', post],
  ['web|deck/@{name}@{remote}', profile],
  ['web|deck/@{name}', profile],
]);

const read = readByPath(PLACES, [
  ['{server}/@{name}/{id}', post],
  ['{server}/@{name}@{remote}/{id}', post],
  ['{server}/s/{id}', post],
  ['statuses|interact/{id}', post],
  ['@{name}@{remote}', profile],
  ['{server}/@{name}@{remote}', profile],
  ['{server}/@{name}', profile],
  ['@{name}', profile],
  ['users/{name}', profile],
]);

/** The servers that are met most; any other shows itself by its paths. */
const SERVERS = [
  'mastodon.social mastodon.online mastodon.world mastodon.cloud mastodonapp.uk mstdn.social mstdn.jp mstdn.id mas.to',
  'fosstodon.org hachyderm.io techhub.social infosec.exchange pawoo.net social.vivaldi.net c.im universeodon.com masto.ai',
  'journa.host newsie.social indieweb.social toot.community troet.cafe chaos.social kolektiva.social mindly.social toot.io',
  'ioc.exchange aus.social',
].flatMap((line) => line.split(' '));

export const mastodon: PlatformLinks = {
  hosts: SERVERS,
  mirrors: ['elk.zone', 'phanpy.social', 'pinafore.social', 'semaphore.social'],
  mirrorLabels: [],
  schemes: ['web+mastodon', 'mastodon'],
  wholeId: /^\d{17,19}$/,
  read: (address) => readAnywhere(address) ?? read(address) ?? pageAt(address),
};

/** Names by which servers call themselves, wherever they stand. */
const SERVER_LABEL = /(?:^|\.)(?:mastodon|mstdn|masto|mas|toot|fedi|fediverse|sosial|social)(?:[.-]|$)|\.social$/;

/**
 * On a host that nobody has listed: posts, and accounts only where the host says what it is, for `/@name` and
 * `/@name/123` are written by many others. A number of fifteen figures and more after a name is Mastodon's.
 */
export function readElsewhere(address: Address): Reading | undefined {
  const reading = readAnywhere(address);
  if (SERVER_LABEL.test(address.host)) return reading ?? accountOf(address);
  return /^@[^/]*\/\d{1,14}(?:\.|\/|$)/.test(address.path) ? undefined : reading;
}

function accountOf(address: Address): Reading | undefined {
  const reading = read(address);
  return reading?.kind === 'profile' ? reading : undefined;
}
