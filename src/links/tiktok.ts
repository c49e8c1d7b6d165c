import type { Address, PlatformLinks, Reading } from './link.js';
import { pageAt } from './page.js';
import { asked, type Found, handleOf, readByPath } from './paths.js';

const HOST = 'www.tiktok.com';
const ID = /^\d{3,20}$/;
const PLACES = {
  // An account also goes by a long id that begins with `MS4w`.
  name: '[\\w.]{0,40}|MS4wLjAB[\\w-]{20,120}',
  id: '\\d{3,20}',
  user: '\\d{5,20}',
  code: '[\\w-]{5,24}',
  rootCode: 'Z[A-Za-z0-9]{7,12}',
  language: '[a-z]{2}(?:-[a-z]{2,4})?|amp',
  version: 'v\\d',
  html: '(?:\\.html)?',
  slug: '[^/]{1,300}',
};

/** Photos and videos share their numbers, and a number opens under any name. */
function post({ id, name }: Found, address: Address): Reading {
  const canonical = `https://${HOST}/@_/video/${id}`;
  const comment = asked(address, 'share_comment_id', ID) ?? asked(address, 'comment_id', ID);
  // The one platform whose link says who wrote the comment.
  const author = asked(address, 'comment_author_id', ID);
  if (comment) return { kind: 'comment', author, id: comment, canonical: `${canonical}?share_comment_id=${comment}` };
  return { kind: 'post', author: authorOf(name), id, canonical };
}

function authorOf(name: string | undefined): string | undefined {
  return name?.startsWith('MS4wLjAB') ? name : handleOf(name);
}

function profile({ name }: Found): Reading | undefined {
  const author = authorOf(name);
  return author === undefined ? undefined : { kind: 'profile', author, canonical: `https://${HOST}/@${author}` };
}

const profileById = ({ user }: Found): Reading => ({
  kind: 'profile',
  author: user,
  canonical: `https://${HOST}/share/user/${user}`,
});

const short = ({ code, rootCode }: Found, { host }: Address): Reading => ({
  kind: 'short',
  canonical: /^v[mt]\./.test(host) ? `https://${host}/${code}/` : `https://${HOST}/t/${code ?? rootCode}/`,
});

const read = readByPath(PLACES, [
  ['@{name}/video|photo/{id}', post],
  ['{language}/@{name}/video|photo/{id}', post],
  ['embed|player/{version}/{id}', post],
  ['embed/{id}', post],
  ['embed/@{name}', profile],
  ['v|video/{id}{html}', post],
  // A mirror writes the text before the number.
  ['video/{slug}-{id}', post],
  ['share/video|photo|item/{id}', post],
  ['i18n/share/video/{id}', post],
  ['node/share/video/@{name}/{id}', post],
  ['aweme/detail/{id}', post],
  ['h5/share/usr/{user}{html}', profileById],
  ['share/user/{user}', profileById],
  ['user/profile/{user}', profileById],
  ['share/live/{id}', (found) => ({ kind: 'post', id: found.id, canonical: `https://${HOST}/share/live/${found.id}` })],
  ['@{name}/collection|playlist', (_found, address) => pageAt(address, HOST)],
  ['t/{code}', short],
  ['{rootCode}$', short],
  ['@{name}', profile],
  ['{language}/@{name}', profile],
]);
const readShort = readByPath(PLACES, [['{code}', short]]);

export const tiktok: PlatformLinks = {
  hosts: ['tiktok.com', 'tiktokv.com'],
  mirrors: [
    ...['vxtiktok.com', 'tnktok.com', 'tfxktok.com', 'tiktxk.com', 'kktiktok.com', 'fixtiktok.com', 'offtiktok.com'],
    ...['tiktokez.com', 'urlebird.com', 'tikwm.com'],
  ],
  mirrorLabels: ['proxitok'],
  schemes: ['snssdk1233', 'snssdk1180', 'tiktok', 'musically'],
  wholeId: /^\d{18,20}$/,
  read(address) {
    if (/^v[mt]\.tiktok\.com$/.test(address.host)) return readShort(address) ?? pageAt(address);
    const item = asked(address, 'item_id', ID);
    return read(address) ?? (item ? post({ id: item }, address) : pageAt(address, HOST));
  },
};
