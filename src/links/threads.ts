import type { Address, PlatformLinks, Reading } from './link.js';
import { pageAt } from './page.js';
import { asked, type Found, handleOf, readByPath } from './paths.js';
import { shortcodeOf, withoutKey } from './shortcode.js';

const HOST = 'www.threads.com';
const PLACES = { name: '[\\w.]{1,40}', code: '[\\w-]{5,60}' };
/** First parts of a path that are no account. */
const RESERVED =
  /^(?:t|post|tag|search|login|intent|share|about|settings|activity|liked|saved|custom_feed|for_you|following|oembed|media|user|embed|terms|privacy|download|legal|v1\.0|nonconsensual)$/;

function post({ code = '', name }: Found): Reading {
  const id = withoutKey(code);
  return { kind: 'post', author: handleOf(name), id, canonical: `https://${HOST}/t/${id}` };
}

function profile({ name }: Found): Reading | undefined {
  const author = handleOf(name);
  if (author === undefined || RESERVED.test(author)) return undefined;
  return { kind: 'profile', author, canonical: `https://${HOST}/@${author}` };
}

function media(_found: Found, address: Address): Reading | undefined {
  const [number = '', name] = asked(address, 'id', /^\d{5,20}(_\d+)?$/)?.split('_') ?? [];
  const code = asked(address, 'shortcode', /^[\w-]{5,60}$/) ?? shortcodeOf(number);
  return code === undefined ? undefined : post({ code, name });
}

const read = readByPath(PLACES, [
  ['@{name}/post/{code}', post],
  ['t|post/{code}', post],
  ['{name}/post/{code}', post],
  ['media', media],
  ['user', (_found, address) => profile({ name: asked(address, 'username', /^[\w.]{1,40}$/) })],
  ['@{name}', profile],
  ['{name}', profile],
]);

export const threads: PlatformLinks = {
  hosts: ['threads.net', 'threads.com'],
  mirrors: ['vxthreads.net', 'fixthreads.net', 'fixthreads.seria.moe', 'fxthreads.net', 'vxthreads.com'],
  mirrorLabels: [],
  schemes: ['barcelona'],
  wholeId: /^[\w-]{10,11}$/,
  read: (address) => read(address) ?? pageAt(address, HOST),
};
